### Lo que dice la casa. Nuestro propio marcado: *negrita*, _cursiva_, `código`; lo que se rellena nunca es marcado.

cog-title = Lo básico
    .description = Los comandos que siempre están.

## Comandos

command-start = inicio
    .description = Saluda y mira lo que hago
command-help = ayuda
    .description = Mira qué puedo hacer por ti aquí
command-cancel = cancelar
    .description = Deja lo que estás rellenando
command-me = yo
    .description = Tu idioma y tu zona horaria
    .zone = zona
    .zone-description = Dónde estás: una ciudad o las horas respecto a UTC
command-privacy = privacidad
    .description = Qué guardo sobre ti, y cómo llevártelo o borrarlo
    .topic = tema
    .topic-description = Lo que quieres decidir
    .topic-translate = traducción
    .state = estado
    .state-description = Si tus palabras se pueden traducir
    .state-on = sí
    .state-off = no
command-report = reportar
    .description = Cuéntale a moderación sobre un mensaje o un miembro
    .member = miembro
    .member-description = De quién se trata, o responde a un mensaje con /report
command-quiet = silencio
    .description = Mándame callar en este chat, o despiértame
    .state = estado
    .state-description = Con «desactivar» vuelvo a hablar
    .state-on = activar
    .state-off = desactivar
menu-report = Reportar a moderación

## Ajustes

setting-enabled = Esta parte de mí
    .description = Si funciona aquí.
setting-language = Idioma
    .description = En qué idioma les hablo a todos. Cada quien puede elegir el suyo con /me.
    .option-auto = El de la plataforma
    .option-en = English
    .option-zh-hans = 简体中文
    .option-zh-hant = 繁體中文
    .option-es = Español
setting-reports = Los reportes van a
    .description = El chat donde el equipo de moderación lee los reportes; mejor uno que solo vea el equipo.
setting-quiet = Silencio
    .description = No digo nada en este chat.

## Primeras palabras

start = ¡Hola, { $name }! Soy un gato con gafas de sol y varios oficios: a quien llega le pido una foto de su gato, y ayudo a que gente que no habla el mismo idioma se haga amiga.
help-button = ¿Qué sabes hacer?
help = *Lo que puedo hacer por ti*
help-elsewhere = En un servidor o grupo
bot-added = ¡Miau! Ya estoy aquí. En un canal o tema llamado _presentaciones_ le pido su gato a quien llega. Administración: /settings.
bot-not-allowed = ¡Gracias por la invitación! Solo vivo en los clubes que eligió quien me cuida, así que me voy. ¡Hasta luego!
cancel-nothing = No hay nada que parar. ¡Todo bien!

## Idiomas y hora

language-which = ¿En qué idioma te hablo?
language-list = Elige un idioma
language-auto = El de mi aplicación
language-chosen = ¡Listo! De ahora en adelante te hablo así.
me = *Sobre ti*
    Idioma: { $language }
    Zona horaria: { $zone }
    { $accounts ->
        [one] Una cuenta
       *[other] { $accounts } cuentas vinculadas
    }
me-language-auto = el de tu aplicación
me-zone-none = aún no me la has dicho
me-zone-button = Zona horaria
zone-title = Tu zona horaria
zone-field = ¿Dónde estás?
zone-hint = Una ciudad, o las horas desde UTC: Bogotá, 北京, -5
zone-kept = Anotado: { $zone }. Tu reloj marca ahora las { $time }.
zone-unknown = No conozco «{ $said }». Prueba con una ciudad más grande cerca de ti, o con las horas desde UTC, como -5.

## Privacidad

privacy = *Lo que guardo*
    El número y el nombre de tu cuenta, y el idioma de tu aplicación. Tu idioma y tu zona horaria, si me los dijiste. Que reportaste algo, y lo que cambiaste si administras. Para el impuesto del gato: cómo pagaste, a qué gatos respondiste y una huella con la que reconozco la foto de tu gato. La foto misma, en pequeño, un día; más tiempo solo si dejas que vean a tu gato. Y los corazones que das. Los mensajes que no son para mí no los guardo. Lo que me envías espera en mi mesa dos días como mucho, para que nada se pierda si me quedo dormido.
privacy-services = *Quién ve lo que se traduce*
    Donde alguien que administra activó la traducción o un puente, las palabras van al primero de estos servicios que conteste: { $services }. Para que las traducciones y los mensajes del puente sigan tus cambios, guardo siete días lo que escribiste ahí, y las traducciones, sin nombres, otro tanto. Donde solo traduzco a petición, guardo lo dicho un día como mucho, igual que lo que pides para ti. Y lo que elegiste: el idioma que lees y los que sabes.
privacy-no-services = *Quién ve lo que se traduce*
    Nadie: no tengo ningún servicio de traducción. Donde hay un puente, guardo siete días lo que escribiste ahí, para que siga tus cambios.
privacy-translate-not = No me traduzcas
privacy-translate-again = Tradúceme otra vez
privacy-untranslated = Tus palabras ya no van a ningún servicio de traducción. Por los puentes siguen viajando, tal como las escribes.
privacy-translated = Tus palabras se pueden traducir otra vez.
privacy-who = A cargo de: { $name }
    Contacto: { $contact }
    Guardado en: { $place }
privacy-unnamed = sin indicar
privacy-export = Llevármelo
privacy-exported = Aquí está todo lo que guardo sobre ti.
privacy-forget = Olvídame
privacy-forget-sure = ¿De verdad quieres que te olvide? Se borra todo lo que guardo sobre ti, en todas tus cuentas vinculadas. No se puede deshacer.
privacy-forget-yes = Sí, olvídame
privacy-forgotten = Listo. Ya no te conozco. ¡Fue un gusto!

## Reportes

report-title = Reportar
report-field = ¿Qué pasa?
report-hint = En pocas palabras. Solo lo verá el equipo de moderación.
report-what = Responde al mensaje con /report, o indica de quién se trata.
report-no-place = El equipo de moderación no me ha dicho dónde lee los reportes. Escríbele directamente a alguien del equipo, por favor. (Administración: /settings.)
report-sent = Gracias. Ya lo tiene el equipo de moderación.
report = *Reporte { NUMBER($number, useGrouping: 0) }* de { $by }
    { $reason }
report-about = Sobre: { $name }
report-pictures = { $count ->
        [one] Con un archivo
       *[other] Con { $count } archivos
    }
report-close = Atendido
report-open = Ir allí
report-closed = { $name } atendió el reporte { NUMBER($number, useGrouping: 0) }.
report-closed-already = Alguien ya lo atendió.

## Silencio

quiet-on = Aquí me quedo callado. /quiet off me despierta.
quiet-off = ¡Ya desperté!

## Formularios

form-progress = ({ $step } de { $steps })
form-now = Ahora: { $value }
form-skip = Saltar
form-done = Listo
form-cancel = Cancelar
form-cancelled = Cancelado. No se envió nada.
form-skipped = sin responder
form-files = { $count ->
        [one] Un archivo
       *[other] { $count } archivos
    }
form-send-file = { $count ->
        [0] Mándame una foto o un archivo.
        [one] Tengo uno. Manda otro, o pulsa Listo.
       *[other] Tengo { $count }. Manda otro, o pulsa Listo.
    }
form-open = Abrir el formulario
form-next-page = Seguir ({ $page } de { $pages })
form-page-kept = Recibido. Falta un poquito.
form-goes-on-in-private = Te escribí en privado.
form-could-not-open = No se pudo abrir el formulario. Inténtalo de nuevo, por favor.
form-needed = Esta necesita una respuesta.
form-file-needed = Manda una foto o un archivo, por favor.
form-not-an-option = Elige uno de los botones, por favor.
form-too-long = Son { $length } caracteres; como mucho { $most }, por favor.
form-too-short = Un poco más, por favor: al menos { $least } caracteres.
form-too-many-files = Como mucho { $most }, por favor.
form-too-many-options = Como mucho { $most }, por favor.

## Seguir en privado

private-invitation = { $name }, esto queda entre tú y yo. Pulsa el botón y seguimos en privado.
private-closed = No puedo escribirte. Permite los mensajes directos de la gente de este servidor y vuelve a pulsar.
private-continue = Abrir nuestro chat

## Cuando algo va mal

error-apology = Perdón, me tropecé con mi propia cola. Si vuelve a pasar, dale este número a quien administra: { $reference }
error-stale = Este botón ya caducó. Empieza de nuevo, por favor.
error-not-yours = Este botón es para otra persona.
error-too-fast = Con calma, solo tengo cuatro patas. Inténtalo en { $seconds ->
        [one] un segundo
       *[other] { $seconds } segundos
    }.
error-quiet = Me pidieron silencio aquí.
error-cog-off = Quien administra apagó esto aquí.
error-only-in-community = Usa esto en un servidor o grupo, por favor.
error-needs-organiser = Esto es solo para quien organiza.
error-needs-moderator = Esto es solo para quien modera.
error-needs-admin = Esto es solo para quien administra.
error-parameter-missing = Falta «{ $parameter }».
error-too-many-words = No sé qué hacer con «{ $words }». Prueba sin eso.
error-member-unknown = No sé a quién te refieres. Responde a un mensaje suyo con el comando.
error-chat-unknown = No conozco ese chat. Usa el comando dentro de él.
error-switch = «{ $parameter }» tiene que ser sí o no.
error-too-long = «{ $parameter }» puede tener como mucho { $most } caracteres.
error-choice = «{ $parameter }» tiene que ser uno de estos: { $options }.
error-number = «{ $parameter }» tiene que ser un número.
error-number-range = «{ $parameter }» tiene que estar entre { $least } y { $most }.

## El registro

audit-club-joined = unió { $space } al club
audit-club-left = sacó { $space } del club
audit-setting = puso «{ $setting }» en «{ $value }» ({ $cog })
audit-report-closed = atendió el reporte { $number }

## Lo que dice un arranque, para quien lo opera

started-starting = { $platform }: conectando todavía.
started-connected = { $platform }: conectado.
started-down = { $platform }: sin conexión. Sigo intentándolo.
started-playground = El patio de juegos está abierto: { $address }
started-web = Salud y métricas: { $address }/healthz y { $address }/metrics

## Lo que falta, para quien lo opera: qué es, qué deja apagado y dónde se cambia

finding-missing-right = «{ $space }» no me da el permiso { $right ->
        [view-channel] Ver canales
        [send-messages] Enviar mensajes
        [send-messages-in-threads] Enviar mensajes en hilos
        [read-message-history] Leer el historial de mensajes
        [embed-links] Insertar enlaces
        [attach-files] Adjuntar archivos
        [add-reactions] Añadir reacciones
        [manage-roles] Gestionar roles
        [manage-messages] Gestionar mensajes
        [manage-webhooks] Gestionar webhooks
        [pin-messages] Fijar mensajes
        [create-public-threads] Crear hilos públicos
        [create-private-threads] Crear hilos privados
       *[other] { $right }
    }.
    .off = { $right ->
        [view-channel] No veo ningún canal allí.
        [send-messages] No puedo decir nada allí.
        [send-messages-in-threads] No puedo decir nada en los hilos.
        [read-message-history] No puedo responder a mensajes ni leer lo que me perdí.
        [embed-links] Las tarjetas salen como texto.
        [attach-files] El gato espía llega sin su dibujo, y el álbum queda vacío.
        [add-reactions] No reacciono.
        [manage-roles] No puedo dar el rol de quien pagó el impuesto del gato.
        [manage-messages] No puedo quitar mensajes de otros.
        [manage-webhooks] No puedo repetir algo con el nombre de su autor.
        [pin-messages] No puedo fijar el aviso de adónde va lo que se traduce.
        [create-public-threads] No abro hilos.
        [create-private-threads] No abro hilos privados para dos.
       *[other] Lo que lo necesita.
    }
    .mend = Discord: Ajustes del servidor › Roles › mi rol; o invítame de nuevo con el enlace del README.
finding-discord-token = Discord no acepta el token.
    .off = Todo en Discord.
    .mend = Discord Developer Portal › tu aplicación › Bot › Reset Token; después ponlo en DISCORD_TOKEN.
finding-discord-message-content = Falta el permiso «message content intent».
    .off = No veo gatos en los mensajes: invito a quien llega a pagar con /cat.
    .mend = Discord Developer Portal › tu aplicación › Bot › Message Content Intent; después arráncame de nuevo.
finding-discord-members = Falta el permiso «server members intent».
    .off = No me entero de quién llega o se va.
    .mend = Discord Developer Portal › tu aplicación › Bot › Server Members Intent; después arráncame de nuevo.
finding-discord-commands = Discord no aceptó mis comandos: { $detail }
    .off = Los comandos nuevos o cambiados no se ven.
    .mend = Si sigue igual después de otro arranque, avísanos con esta línea.
finding-telegram-token = Telegram no acepta el token.
    .off = El bot no está en Telegram.
    .mend = Pídele otra vez el token a @BotFather (/token) y ponlo en TELEGRAM_TOKEN.
finding-telegram-conflict = Alguien más recoge los mensajes de este bot con el mismo token.
    .off = Se pierden mensajes entre los dos.
    .mend = Para el otro; o pide otro token a @BotFather (/revoke) y ponlo en TELEGRAM_TOKEN.
finding-telegram-groups = @{ $bot } no puede entrar en grupos.
    .off = Todo en los grupos.
    .mend = @BotFather › /setjoingroups › Enable.
finding-telegram-privacy = @{ $bot } está en modo de privacidad.
    .off = En los grupos donde no administro solo veo comandos y respuestas a mí: invito a quien llega a pagar con /cat.
    .mend = @BotFather › /setprivacy › Disable, y después sácame del grupo y añádeme otra vez; o hazme administrador allí.
finding-telegram-privacy-chat = En «{ $chat }» no administro, y el modo de privacidad está activado.
    .off = Allí solo veo comandos y respuestas a mí, y no quién llega.
    .mend = Haz a @{ $bot } administrador del grupo; no hace falta marcar ningún permiso.
finding-telegram-admin = En «{ $chat }» no administro.
    .off = Allí no me entero de las reacciones, ni siempre de quién llega o se va.
    .mend = Haz a @{ $bot } administrador del grupo.
finding-telegram-muted = En «{ $chat }» no puedo escribir.
    .off = Todo lo que diría allí.
    .mend = Permite que los miembros envíen mensajes, en los permisos del grupo, o haz a @{ $bot } administrador.
finding-telegram-rights = En «{ $chat }» me faltan permisos: { $missing }.
    .off = Lo que los necesita: borrar mensajes de otros, restringir miembros, invitar o gestionar temas.
    .mend = Grupo › Administradores › @{ $bot }.
finding-telegram-webhook = Telegram no alcanza el webhook: { $problem }
    .off = Los mensajes llegan tarde o no llegan.
    .mend = Revisa TELEGRAM_WEBHOOK_URL, su certificado, y si el puerto se alcanza desde fuera.
finding-telegram-commands = Telegram no aceptó mis menús de comandos: { $problem }
    .off = Los menús pueden mostrar comandos viejos.
    .mend = Si sigue igual después de otro arranque, avísanos con esta línea.

## Mensajes que se repiten en otro lado

mirror-file-left = 📎 { $name } ({ $size } MB) era demasiado grande para venir.
mirror-file-lost = 📎 { $name } no pudo venir.

### Puentes.

cog-title = Puentes
    .description = Chats que son una sola conversación, cada uno en su idioma.

## Comandos

command-bridge = puente
    .description = Une este chat con otro, de aquí o de otra plataforma
    .member = miembro
    .member-description = A quién se refieren mute y unmute
    .words = palabras
    .words-description = Un código del otro chat; o: me off, me on, mute 3, unmute, muted
menu-muteacross = Silenciar en los puentes
menu-unsend = Borrar en todas partes

## Ajustes

setting-enabled = Encendido
    .description = Si los chats de aquí se pueden unir con otros.
setting-files = Los puentes nuevos llevan archivos
    .description = Las fotos y otros archivos también cruzan. Cada puente se cambia con /bridge.
setting-reactions = Reacciones en los puentes nuevos
    .description = Cómo llegan las reacciones al otro lado. Cada puente se cambia con /bridge.
    .option-nearest = el mismo emoji, o el más parecido
    .option-line = una línea pequeña bajo el mensaje
    .option-off = no llegan
setting-joins = Los puentes nuevos dicen quién llega
    .description = Una línea discreta en los otros lados cuando alguien entra. Cada puente se cambia con /bridge.
setting-originals = Los puentes nuevos muestran el original
    .description = El original queda bajo la traducción, oculto hasta que lo tocas.

## Las pantallas de quien administra

bridges = *Este chat está unido con:*
bridges-none = Este chat está por su cuenta. Con un puente es una sola conversación con otro chat, de aquí o de otra plataforma, cada uno en su idioma.
bridges-line = 🌉 { $number }: { $chats }
bridges-line-paused = ⏸️ { $number }: { $chats }
bridge-option = { $chats }
bridge-choose = Abrir un puente
new = Puente nuevo
enter = Escribir un código
back = Volver
between = {", "}
chat-in = { $chat } ({ $space })
chat-unnamed = un chat sin nombre
bridge-title = 🌉 *Puente { $number }*
bridge-title-paused = ⏸️ *Puente { $number }*, durmiendo la siesta
end-line = • { $chat }: { $language }, { $way }
end-line-here = • { $chat } (este chat): { $language }, { $way }
state-on = sí
state-off = no
files-now = Cruzan los archivos: { $state }
reactions-now = Reacciones: { $how }
joins-now = Decir quién llega: { $state }
originals-now = Original bajo la traducción: { $state }
turn-files-on = Llevar archivos
turn-files-off = Sin archivos
turn-joins-on = Decir quién llega
turn-joins-off = No decir quién llega
turn-originals-on = Mostrar originales
turn-originals-off = Ocultar originales
turn-paused-on = Pausar
turn-paused-off = Seguir
languages = Idioma de aquí
directions = Dirección de aquí
reactions = Reacciones
invite = Añadir un chat
untie = Soltar este chat
end = Quitar el puente
bridge-gone = Este puente ya no existe. Con /bridge ves los que hay.

## Idiomas, direcciones, reacciones

first-language = ¿Qué idioma se habla aquí? Lo que venga del otro lado se traducirá a ese idioma.
language-choose = Idioma
language-none = sin traducir
language-other = Otro
languages-help = Lo que llega a este chat se traduce a este idioma. Con «sin traducir» llega tal como se dijo.
language-title = Idioma de este chat
language-field = ¿Qué idioma se habla aquí?
language-hint = Français, galés, pt-BR
language-unknown = No conozco ese idioma. Prueba con su nombre en inglés o con su forma corta, como «fr».
directions-help = ¿En qué dirección van los mensajes entre este chat y los demás?
direction-choose = Dirección
direction-both = en los dos sentidos
direction-in = solo hacia aquí
direction-out = solo hacia fuera
reactions-help = ¿Cómo llegan las reacciones al otro lado?
reactions-choose = Reacciones
reactions-nearest = el mismo emoji, o el más parecido
reactions-line = una línea pequeña bajo el mensaje
reactions-off = no llegan

## Códigos

code = Que alguien que administre el otro chat me mande allí esto en menos de { $minutes } minutos:
    `/bridge { $code }`
    Funciona una sola vez.
code-title = Escribir un código
code-field = El código del otro chat
codes-too-many = Fueron muchos códigos. Inténtalo de nuevo en una hora, por favor.
tied = ¡Listo! { $count } chats son ahora una sola conversación.
code-wrong = No conozco ese código. Revísalo, o pide otro con /bridge en el otro chat.
code-used = Ese código ya se usó. Pide otro con /bridge en el otro chat.
code-expired = Ese código ya caducó. Pide otro con /bridge en el otro chat.
code-too-many = Fueron muchos códigos equivocados. Inténtalo de nuevo en una hora, por favor.
code-same = Ese código se hizo aquí mismo. Un puente necesita otra orilla: escríbelo en el otro chat.
code-twice = Estos dos chats ya comparten un puente.
code-gone = Ya no estoy en el otro lado, o allí los puentes están apagados. Pregunta a quien lo administra.
code-no-right = Quien hizo ese código ya no administra el otro lado. Pide uno nuevo a quien lo administra.
code-full = Este puente está lleno: caben 20 chats. Empieza otro con /bridge.
code-many = Uno de los dos clubes ya tiene 50 puentes. Quita uno primero.

## Soltar

untie-sure = ¿Soltamos este chat, para que siga por su cuenta? Lo dicho se queda donde está, y ya no cambia con el otro lado.
untie-yes = Sí, soltarlo
untie-done = Este chat vuelve a estar por su cuenta.
end-sure = ¿Quitamos el puente entero, para todos sus chats? Lo dicho se queda donde está.
end-yes = Sí, quitarlo
end-done = Puente quitado.
end-not-yours = Solo el club que empezó este puente puede quitarlo para todos. Este chat sí lo puedes soltar.

## Lo que se dice en los chats

notice-both = 🌉 Este chat es una sola conversación con { $chats }: lo que se dice aquí aparece también allí, con el nombre de quien lo escribió, y al revés.
notice-in = 🌉 Lo que se dice en { $chats } aparece también aquí, con el nombre de quien lo escribió.
notice-out = 🌉 Lo que se dice aquí aparece también en { $chats }, con el nombre de quien lo escribió.
notice-files = Los archivos también cruzan.
notice-no-files = Los archivos se quedan donde están.
notice-joins = Al otro lado se dice quién llega.
notice-untranslated = No se traduce nada: ninguna palabra va a ningún servicio.
notice-same-language = En todos los lados se habla { $language }, así que no se traduce nada: ninguna palabra va a ningún servicio. Quien administra lo cambia con `/bridge`.
notice-services = Para traducirlas, las palabras van a: { $services }.
notice-opt-out = ¿Mejor no? `/privacy translate off`, y lo tuyo cruza tal como lo escribiste.
notice-no-service = Se pidió traducir, pero todavía no hay permiso para usar ningún servicio: mira `/translate services`. Hasta entonces, las palabras cruzan tal como se escribieron.
notice-me-off = ¿Prefieres que lo tuyo no cruce? `/bridge me off`.
told-tied = 🌉 { $chat } ya está en el puente. ¡A saludar!
told-untied = 🌉 { $chat } se ha soltado del puente.
told-ended = 🌉 En { $chat } quitaron el puente. Este chat vuelve a estar por su cuenta.
trouble-gone = 🌉 { $chat } ya no existe, así que lo he soltado.
trouble-no-right = 🌉 No puedo escribir en { $chat }, así que allí no llega nada. Quien lo administra puede cambiarlo.
trouble-plain = 🌉 En { $chat } ya no puedo hablar con el nombre de otros (webhooks). Los mensajes siguen llegando como míos, con el nombre delante.
trouble-given-up = 🌉 No se pudo llegar a { $chat } durante horas. Algunos mensajes se quedaron por el camino.
trouble-uncertain = 🌉 Puede que un mensaje esté dos veces en { $chat }: la plataforma no dijo si había llegado.
trouble-not-changed = 🌉 No se pudo cambiar o borrar un mensaje en { $chat }. Échenle un ojo allí.
trouble-no-translation = 🌉 Ahora mismo ningún servicio traduce para { $chat }. Las palabras cruzan tal como se escribieron.
trouble-saving = 🌉 Ya casi no quedan traducciones por hoy. Hasta mañana, lo que va a { $chat } cruza tal como se escribió.
joined = 🐾 { $name } acaba de llegar.
corrected = _(mejorado por { $name })_

## A una sola persona

not-tied = Este chat no está unido con ningún otro. Quien administra puede hacerlo con /bridge.
me-on = Lo que escribes aquí cruza al otro lado.
me-off = Lo que escribes aquí se queda aquí. Lo de los demás sigue cruzando.
me-turn-off = No llevar lo mío
me-turn-on = Volver a llevar lo mío
mute-whom = ¿De quién? Responde con esto a uno de sus mensajes, o nombra a alguien.
mute-done = Lo que diga { $name } se queda en su lado desde ahora. Con `/bridge unmute` vuelve a cruzar.
mute-done-hours = Lo que diga { $name } se queda en su lado durante { $hours ->
        [one] una hora
       *[other] { $hours } horas
    }.
unmute-done = Lo que diga { $name } vuelve a cruzar.
unmute-needless = Lo que dice { $name } ya cruza.
muted = *No cruza lo que dicen:*
muted-none = Lo que dice cada quien cruza.
muted-line = • { $name } (hasta { $until })
muted-line-for-good = • { $name }
unmute-choose = Dejar que alguien vuelva a cruzar
somebody = alguien
unsend-done = Borrado en todas partes.
unsend-unknown = No conozco ese mensaje, o nunca se repitió en otro lugar.
unsend-not-yours = Solo quien lo escribió o alguien de moderación puede borrarlo en todas partes.

## El registro

audit-tied = unió { $chat } al puente { $bridge }
audit-untied = soltó { $chat } del puente { $bridge }
audit-ended = quitó el puente { $bridge }
audit-language = eligió otro idioma para un chat del puente { $bridge }
audit-direction = eligió otra dirección para un chat del puente { $bridge }
audit-reactions = cambió cómo cruzan las reacciones el puente { $bridge }
audit-files-on = dejó cruzar archivos por el puente { $bridge }
audit-files-off = dejó los archivos fuera del puente { $bridge }
audit-joins-on = hizo que el puente { $bridge } diga quién llega
audit-joins-off = hizo que el puente { $bridge } no diga quién llega
audit-originals-on = mostró los originales en el puente { $bridge }
audit-originals-off = ocultó los originales en el puente { $bridge }
audit-paused-on = pausó el puente { $bridge }
audit-paused-off = volvió a abrir el puente { $bridge }
audit-muted = silenció a { $name } en los puentes
audit-muted-hours = silenció a { $name } en los puentes durante { $hours } h
audit-unmuted = dejó que { $name } vuelva a cruzar
audit-unsent = borró en todas partes un mensaje de { $name }

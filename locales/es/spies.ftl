### Espías: compañeros de idiomas. Marcas propias: *negrita*, _cursiva_, `código`; lo que se inserta nunca es marca.
### $word es como se llaman entre sí, $words en plural: nunca lleva artículo delante.

cog-title = Espías
    .description = Compañeros de idiomas, aquí o entre plataformas, cuando ambos dicen que sí.

## Words

word-spy = espía
words-spy = espías
word-buddy = compi de idiomas
words-buddy = compis de idiomas
word-pen-pal = amigo por carta
words-pen-pal = amigos por carta
tongue-zh = chino

## Settings

setting-enabled = Activo
    .description = Si aquí se puede encontrar con quién practicar idiomas.
setting-theme = Cómo se llaman
    .description = Todos los textos lo usan.
    .option-spy = espía
    .option-buddy = compi de idiomas
    .option-pen-pal = amigo por carta
    .option-own = una palabra nuestra
setting-own-word = Nuestra palabra
    .description = En singular, tal como la usan. Solo si elegiste «una palabra nuestra».
setting-desk = Chat de moderación
    .description = Adonde llegan los avisos sobre las líneas, con quién avisó de quién. Elige uno que solo lea el equipo de moderación.
setting-lounge = Chat para hilos privados
    .description = Dos que se han mostrado quiénes son pueden abrir debajo un hilo que solo ven ellos, además de quienes moderan hilos. Ninguno: siguen a través de mí.
setting-minors = Líneas para menores de 18
    .description = Solo se encuentran entre sí. Si es prudente y legal donde están, lo respondes tú.
    .warning = ⚠️ *Líneas para menores de 18.* Solo se encontrarían entre sí, nunca con adultos; pero nadie puede comprobar una edad, y lo que dos personas se escriben en privado no lo lee ningún moderador. Antes de activarlo: alguien tiene que leer los avisos cada día, y tienes que saber qué piden la ley y la plataforma donde están tus miembros: permiso de los padres, edades mínimas, cómo localizarte. La responsabilidad es tuya.
setting-same-gender = Ofrecer emparejar dentro del mismo género
    .description = Cada cual dice el suyo, y nadie lo ve.
setting-lapse-days = Días hasta que caduca una pregunta
    .description = A quien no haya contestado ya no se le insiste con esta.
setting-repeat-weeks = Semanas hasta que los mismos puedan repetir
    .description = Nadie repite pareja antes.
setting-round-days = Días entre rondas
    .description = En una ronda se empareja a la vez a todos los que quieran. 0: sin rondas.
setting-asks-a-day = Preguntas al día
    .description = A cuántas personas puede preguntar alguien en un día.
setting-hold-files = Retener enlaces y archivos al principio
    .description = Esperan hasta el tercer día, salvo que ambos acepten.
setting-weight-levels = Emparejar: cuánto cuenta el nivel
    .description = Puntos por quien creció con la lengua que la otra persona aprende, y por dos que van igual de avanzados.
setting-weight-hours = Emparejar: cuánto cuenta el tiempo libre
    .description = Puntos por cada hora de la semana en que coinciden, hasta doce horas.
setting-weight-interests = Emparejar: cuánto cuentan los gustos
    .description = Puntos por cada gusto en común, hasta cuatro.
setting-weight-answers = Emparejar: cuánto cuenta responder
    .description = Puntos por quien siempre respondió cuando le preguntaron; menos por los demás.
setting-weight-waiting = Emparejar: cuánto cuenta la espera
    .description = Puntos por cada semana de espera. Cuantos más, antes le toca.

## Safety

safe-report = 🚩 Denunciar
safe-block = 🚫 Bloquear
safe-whom = ¿A quién te refieres?
safe-blocked = 🚫 Hecho. Tú y { $name } no volverán a coincidir, y ya no te llega nada suyo. Solo se entera de que la línea ha terminado.
safe-undo = Deshacer
safe-lifted = Deshecho. Algún día tú y { $name } pueden volver a coincidir; la línea sigue terminada.
safe-lifted-already = Ese bloqueo ya no existe.
safe-unnamed = alguien
safe-privacy = *Espías*
    Tu ficha, tal como la rellenaste. Lo que escribes en una línea, durante siete días, también lo que editaste o borraste; después solo qué mensaje era cuál. En qué semanas escribiste en ella, hasta una semana después de que termine. Lo que alguien denuncia, hasta que los moderadores decidan. Quién bloqueó a quién y quién está vetado: durante dos años, como números de cuenta cifrados que nadie puede descifrar. Esto sobrevive a «olvídame»; si no, no protegería a nadie.
safe-nobody = No has bloqueado a nadie. Que siga así.
safe-list = *A quién has bloqueado:*
safe-entry = • { $name }, { $day }
safe-lift = Quitar un bloqueo
safe-contact = ⏳ Eso parece una forma de contactarte fuera de aquí, y se acaban de conocer. Todavía no le ha llegado a { $name }. ¿Lo envío de todos modos?
safe-contact-send = Enviar igual
safe-contact-keep = No enviar
safe-contact-sent = Va de camino a { $name }.
safe-contact-kept = Se queda aquí, entre nosotros.
safe-changed = ✏️ Con ese cambio tu mensaje ya no llega a { $name }: al principio los enlaces y los datos de contacto esperan. Dilo en un mensaje nuevo y te pregunto.
safe-gone = Ese mensaje ya no está en espera.
safe-files = ⏳ Los enlaces y archivos esperan hasta el tercer día de una línea, salvo que todos estén de acuerdo. Este le llegará a { $name } entonces.
safe-files-ask = Pedir un sí
safe-files-asked = Se lo he preguntado a { $name }. En cuanto diga que sí, sale lo que espera.
safe-files-wanted = { $name } quiere enviar ya enlaces y archivos. De alguien a quien acabas de conocer, mejor di que sí solo si esperas algo.
safe-files-yes = Sí, que pasen
safe-files-no = Todavía no
safe-files-free = Desde ahora los enlaces y archivos pasan entre { $name } y tú.
safe-files-later = De acuerdo. Esperan hasta el tercer día, y nadie se entera de que lo has dicho.
safe-mind-money = 💛 Un aviso de tu gato: { $name } habla de dar o prestar dinero. Aquí nadie debería pedírtelo.
safe-mind-investing = 💛 Un aviso de tu gato: { $name } habla de inversiones o criptomonedas. El desconocido simpático con ganancias seguras es el truco más viejo.
safe-mind-cards = 💛 Un aviso de tu gato: { $name } habla de tarjetas de regalo. Un código enviado es dinero perdido.
safe-mind-jobs = 💛 Un aviso de tu gato: { $name } habla de un trabajo. Mucho dinero por poco, y lejos, casi nunca es lo que dice ser.
safe-mind-leaving = 💛 Un aviso de tu gato: { $name } quiere seguir en otra aplicación. Allí nadie puede ayudarte; aquí pueden seguir con nombre en clave el tiempo que quieran.
safe-mind = Puede que no sea nada. Si te huele raro, estos dos botones son tuyos.
safe-alike-title = El mismo comienzo, muchas veces
safe-alike = { $count } líneas en siete días empezaron con estas palabras. La última fue de { $name }.
case-no-desk = Aquí todavía nadie lee denuncias sobre líneas: un admin tiene que elegir un chat para ellas en /settings. Puedes bloquear ya mismo y avisar tú a un moderador.
case-gone = Esta denuncia ya no está abierta.
case-words-gone = El texto de ese mensaje ya no se guarda.
case-making = *Una denuncia sobre { $name }.* Los moderadores reciben lo que elijas aquí y nada más. { $name } nunca sabrá quién denunció.
case-making-asked = *Una denuncia sobre lo que decía una pregunta.* Los moderadores reciben esto y nada más. Nadie sabrá quién denunció.
case-none-chosen = Aún no hay ningún mensaje. También puedes enviarla solo con tus palabras.
case-add = Añadir o quitar mensajes
case-send = Enviar…
case-drop = Mejor no
case-dropped = No se ha enviado nada.
case-title = Denuncia
case-why = ¿Qué pasa?
case-why-hint = Unas palabras para los moderadores
case-sent = Gracias. Ya la tienen los moderadores. Hasta que decidan, nada cruza esta línea, en ningún sentido.
case-sent-asked = Gracias. Ya la tienen los moderadores.
case-number = Denuncia { $number }
case-head = *Sobre:* { $accused }
    {""}*De:* { $reporter }
    { $why }
case-nobody = alguien que ya no está aquí
case-withheld = no se dice: la persona señalada también modera aquí
case-line = { $at }
case-line-deleted = { $at }, borrado después
case-translation = Traducción: { $words }
case-former = Antes del cambio: { $words }
case-files = { $count ->
        [one] con un archivo
       *[other] con { $count } archivos
    }
case-nothing = Nada malo
case-warn = Avisar
case-end = Cortar la línea
case-ban = Vetar
case-read = Leer todo
case-whole = *Denuncia { $number }*
case-own = Esto va contigo. Deja que decida otro moderador.
case-closed-already = Alguien ya ha decidido.
case-decided-nothing = ✅ Denuncia { $number }: nada malo, dice { $name }. Su contenido se ha borrado.
case-decided-warn = ⚠️ Denuncia { $number }: un aviso, de { $name }. Su contenido se ha borrado.
case-decided-end = ✂️ Denuncia { $number }: { $name } ha cortado la línea. Su contenido se ha borrado.
case-decided-ban = ⛔ Denuncia { $number }: { $name } ha vetado a esa persona en las líneas de aquí. Su contenido se ha borrado.
case-pardon = Levantar el veto
case-pardoned = Denuncia { $number }: { $name } ha levantado el veto.
case-told-nothing = Los moderadores han mirado tu denuncia y no ven nada contra las normas. Bloquear puedes siempre que quieras.
case-told-warn = Los moderadores han mirado tu denuncia y han dado un aviso. Gracias por decirlo.
case-told-end = Los moderadores han mirado tu denuncia y han cortado la línea. Gracias por decirlo.
case-told-ban = Los moderadores han mirado tu denuncia. No volverás a coincidir con esa persona, ni nadie más aquí. Gracias por decirlo.
case-warned = ⚠️ Los moderadores de { $club } te piden que cuides cómo escribes en las líneas. Sé amable: al otro lado hay una persona.
case-warned-plain = ⚠️ Los moderadores te piden que cuides cómo escribes en las líneas. Sé amable: al otro lado hay una persona.
case-may-go-on = Tu línea con { $name } ha descansado un rato. Sigue en cuanto todos quieran.
case-go-on = Seguir
case-goodbye = Despedirse
case-goes-on = Tu línea con { $name } sigue.
case-wants-on = Anotado. En cuanto { $name } también quiera, sigue.
audit-case-nothing = Cerró la denuncia { $number } sobre una línea: nada malo
audit-case-warn = Cerró la denuncia { $number } sobre una línea: un aviso
audit-case-end = Cerró la denuncia { $number } sobre una línea: línea cortada
audit-case-ban = Cerró la denuncia { $number } sobre una línea: veto
audit-case-pardoned = Levantó el veto de la denuncia { $number }

## Keeping

keep-nudge = Hay silencio entre { $name } y tú. Un gato parpadea despacio: basta una línea, y nadie tiene que dar excusas.
keep-nudge-last = Sigue el silencio con { $name }. La vida se complica, ya se sabe. Siempre se puede retomar; yo ya no insisto más.
keep-check-in = ¡Ya llevas una semana con { $name }! ¿Cómo va la cosa? Tu respuesta solo la veo yo.
keep-well = 😺 Bien
keep-new = Cambio de { $word }, por favor
keep-later = Ahora no
keep-well-said = ¡Qué bien! Pues de vuelta con { $name }, que la misión sigue.
keep-later-said = Vale, no he preguntado nada. Todo queda como está.
keep-which = No pasa nada. ¿Buscas a alguien además de { $name }, o prefieres despedirte antes con cariño?
keep-besides = Además
keep-part = Primero me despido
keep-stay = Mejor nada
keep-besides-said = Sigues con { $name }, y además te apunto en la lista de quienes buscan { $words }. Te aviso en cuanto aparezca alguien, o busca ahora mismo.
keep-find = Buscar ahora
keep-streak = { $weeks ->
        [one] 🔥 { $weeks } semana de mensajes por ambas partes
       *[other] 🔥 { $weeks } semanas de mensajes por ambas partes
    }
keep-streak-was = { $weeks ->
        [one] Hubo mensajes de ambas partes durante { $weeks } semana.
       *[other] Hubo mensajes de ambas partes durante { $weeks } semanas, casi seguidas. Bien hecho.
    }

## Line

command-line = linea
    .description = Tus líneas: a quién escribes, y cómo
line-greet = { $count ->
        [one] 🤝 ¡Los dos han dicho que sí! Tienes { $word }: *{ $name }*. Un momento, abro la línea.
       *[other] 🤝 ¡Todos han dicho que sí! En la línea contigo: *{ $name }*. Un momento, abro la línea.
    }
line-open = ☎️ La línea con { $name } está abierta
line-how = Escríbeme aquí sin más: yo se lo llevo a { $name }. También fotos, voz y archivos. Lo que edites o borres cambia allí también.
line-arrives = Lo que llegue lo lees en { $language }, con el original escondido debajo.
line-services = Para traducir, las palabras van a: { $services }. ¿Mejor no? `/privacy translate off`, y las tuyas pasan como las escribiste.
line-no-service = Aquí todavía no traduce ningún servicio, así que las palabras pasan tal cual. Un admin puede cambiarlo: `/translate services`.
line-masked = Se conocen por su nombre en clave, hasta que todos quieran más.
line-more = Con `/line` tienes lo demás: idiomas, horas de descanso, a quién escribes.
line-moment = { $name } tardará un momento en llegar. Te aviso cuando puedan hablar.
line-wanted = ☎️ Alguien te espera en una línea. Abre nuestro chat privado y empieza.
line-open-key = Abrir el chat
line-elsewhere = ☎️ Tu línea con { $name } sigue aquí.
line-left-behind = 🧳 Este mensaje, que aún esperaba, no pasó a tu línea con { $name }. Dilo otra vez y llegará.
line-show = Mostrar quién soy
line-goodbye = Adiós
line-list = *Tus líneas*
line-entry = ☎️ { $name }: { $tongues }, desde el { DATE($since) }
line-entry-chosen = ▶️ { $name }: { $tongues }, desde el { DATE($since) }
line-not-yet = aún no está abierta
line-resting = en pausa
line-none = Todavía no tienes ninguna línea. Con `/spy` te busco a alguien.
line-pick = Abrir una línea
line-reads-now = La lees en { $language }.
line-duty-now = Fuera de servicio: { $hours }. Se cambia con `/spy`.
line-word-now = Entre ustedes se llama «{ $own }».
line-free-now = Los enlaces y archivos pasan al momento.
line-careful-now = Los enlaces y archivos esperan hasta el tercer día, salvo que todos estén de acuerdo.
line-shown-now = Ya saben quién es quién.
line-move = Hilo privado
line-move-back = Volver a nuestros chats privados
line-moved = ☎️ La línea sigue aquí dentro. Añado traducciones debajo de lo que digan. Quienes moderan hilos podrían asomarse; con `/line` vuelven a los chats privados.
line-moved-there = ☎️ Tu línea con { $name } sigue en un hilo propio. Ya te he metido.
line-moved-back = ☎️ Tu línea con { $name } sigue aquí, en nuestro chat privado.
line-no-thread = Ahora no puedo abrirles un hilo. La línea sigue a través de mí.
line-write-to = Escribir aquí
line-reads = Leer en
line-reads-help = ¿En qué idioma quieres leer esta línea?
line-reads-mine = Como mis pantallas
line-free = Enlaces y archivos
line-word = Nuestra palabra
line-word-field = ¿Cómo se llaman entre ustedes?
line-word-hint = cómplice
line-word-told = { $name } tiene una palabra nueva para los dos: «{ $own }».
line-word-usual = { $name } ha vuelto a la palabra de siempre: { $word }.
line-word-contact = Eso parece una forma de contactar con alguien, no una manera de llamarse. No se ha cambiado nada.
line-back = Volver
line-whom = ¿A quién va esto?
line-written = ▶️ Lo que escribas aquí va ahora a { $name }. Con `/line` lo cambias; una respuesta va a quien escribió el mensaje.
line-waits = 🌙 { $name } está fuera de servicio. Tus palabras esperan en la puerta y entran más tarde.
line-rests = Esta línea descansa por ahora.
line-gone = Esta línea ya no existe. /line muestra las tuyas.
line-trouble-no-translation = 🐾 Ahora mismo ningún servicio tiene traducción, así que las palabras pasan tal cual.
line-trouble-saving = 🐾 Casi se han gastado las traducciones de hoy. Hasta mañana las palabras pasan tal cual.
line-trouble-given-up = 🐾 Estuve horas sin poder llegar a ti y un mensaje no llegó. Pídelo otra vez.
line-trouble-not-changed = 🐾 Al otro lado han cambiado o borrado algo, y aquí no he podido cambiarlo.
line-corrected = _mejor dicho por { $name }_
show-ask = 🎭 Si { $name } también dice que sí, verán sus nombres y cuentas. Hasta entonces no se muestra nada.
show-yes = Sí, mostrarme
show-wished = 🎭 A { $name } le gustaría que se mostraran quiénes son: nombres y cuentas. Solo pasa si tú también dices que sí. Sin prisa, y no contestar también vale.
show-waiting = 🎭 Guardo tu sí. Le he preguntado a { $name }; hasta que no diga que sí no se muestra nada.
show-done = 🎭 ¡Fuera máscaras!
show-account = { $account }
show-is = *{ $codename }* es { $name }: { $accounts }
show-is-by-handle = *{ $codename }* es { $name } ({ $handle }): { $accounts }
end-title = Adiós
end-goodbye = 👋 { $name } se ha despedido. ¡Gracias por el tiempo en la línea!
end-left = 👋 Ya no se puede llegar a { $name }, así que la línea ha terminado.
end-plain = 👋 Tu línea con { $name } ha terminado.
end-date = { DATE($day) }
end-days = Juntos del { $first } al { $last }.
end-one-day = Juntos por un día: el { $day }.
end-two-goodbye = 👋 { $name } se ha despedido de los dos. { $other } y tú siguen, ahora entre dos: sigue escribiéndome aquí.
end-two-left = 👋 Ya no se puede llegar a { $name }. { $other } y tú siguen, ahora entre dos: sigue escribiéndome aquí.
end-new = Hay más { $words } por ahí. ¿Busco?
end-find = Buscar a alguien más
end-said = 👋 Te has despedido. Se lo he dicho a { $name } con cariño.

## Asking

ask-codename-firsts = Zarpa, Bigote, Ronroneo, Maullido, Michi, Sombra, Huella, Cola, Siesta, Sardina, Ovillo, Cojín, Lupa, Gabardina, Paraguas, Plátano, Taza, Postal, Linterna, Gatera, Tejado, Cascabel, Cerradura, Periódico
ask-codename-seconds = de terciopelo, de medianoche, de canela, de miel, de cobre, de plata, de mármol, de papel, de incógnito, de puntillas, de luna, de seda, de algodón, de niebla, de bolsillo, de cartón, de primavera, de lluvia, de azafrán, de chocolate, de invierno, de domingo, de madrugada, de estrella
ask-codename-between = {" "}

why-languages = Habla { $speaks } y aprende { $learns }.
why-nothing = Lo demás, a descubrirlo juntos.
why-list = {", "}
why-between = {"; "}
why-common = { $common }.
why-hours = unas { $hours } { $hours ->
        [one] hora libre
       *[other] horas libres
    } a la semana en común
why-slots = coinciden { $slots }
why-slot-weekday-morning = las mañanas entre semana
why-slot-weekday-afternoon = las tardes entre semana
why-slot-weekday-evening = al caer la tarde entre semana
why-slot-weekday-night = las noches entre semana
why-slot-weekend-morning = las mañanas del finde
why-slot-weekend-afternoon = las tardes del finde
why-slot-weekend-evening = al caer la tarde en finde
why-slot-weekend-night = las noches del finde
why-like = gustos en común: { $interests }
why-like-cats = gatos
why-like-food = comida
why-like-music = música
why-like-films = cine
why-like-books = libros
why-like-games = juegos
why-like-travel = viajes
why-like-sports = deporte
why-like-hiking = senderismo
why-like-art = arte
why-like-photography = fotografía
why-like-technology = tecnología
why-like-science = ciencia
why-like-history = historia
why-like-anime = anime
why-like-fashion = moda
why-like-cooking = cocina
why-like-plants = plantas
why-want = con ganas de lo mismo: { $wants }
why-want-chat = charlar
why-want-correction = correcciones
why-want-voice = hablar de viva voz
why-want-homework = ayuda con los deberes

find-which = ¿En qué club busco?
find-no-file = Aún no sé qué hablas ni qué aprendes aquí. Abre tu ficha: es un minuto, y salgo a buscar.
find-open-file = Abrir mi ficha
find-paused = Tu ficha está *en pausa*: ni busco ni nadie te pregunta. Despiértala cuando quieras.
find-minors = En este club no hay líneas para menores de 18, así que aquí no puedo presentarte a nadie.
find-full = Ya tienes { $count } líneas aquí. Despídete en alguna y vuelvo a buscar.
find-one = Mira a *{ $codename }*:
find-ask = Preguntar
find-next = Siguiente
find-not-now = Ahora no
find-look = Buscar a alguien
find-nobody = Ahora mismo no hay nadie libre que encaje contigo. Te apunto: en cuanto llegue alguien, te aviso.
find-seen-all = Esas son todas las personas que encajan ahora mismo. Te aviso cuando venga alguien; o repasamos las mismas caras.
find-later = Vale. Ya sabes dónde encontrarme.
find-came = Ha llegado alguien que podría encajar contigo.

ask-whom = ¿A quién? Escribe el comando con un miembro, o respondiendo a algo que dijo.
ask-yourself = Sería una charla muy silenciosa. ¡Elige a otra persona!
ask-not-now = Esa persona no está para preguntas ahora. Otras sí: ¿busco?
ask-too-many = Hoy ya has preguntado { $count ->
        [one] una vez
       *[other] { $count } veces
    }. Hasta los mejores agentes descansan: prueba mañana.
ask-sent = Le pregunto a *{ $codename }*. Si dice que sí, se abre la línea. Si en { $days ->
        [one] un día
       *[other] { $days } días
    } no sé nada, te lo digo.
ask-sent-to = Le pregunto a { $name }, en privado y con nombre en clave. Si dice que sí, se abre la línea. Si en { $days ->
        [one] un día
       *[other] { $days } días
    } no sé nada, te lo digo.
ask-moment = Tarda un momento: todavía no puedo escribirle. Llevo tu pregunta en el bolsillo.
ask-from = *{ $codename }*, de { $club }, tiene una pregunta:
ask-round = Esta ronda en { $club } te junta con *{ $codename }*, que pregunta:
ask-question = _¿Quieres ser mi { $word } de { $tongue }?_
ask-question-plain = _¿Quieres ser mi { $word }?_
ask-words = En sus palabras: { $words }
ask-words-translated = En sus palabras, traducidas para ti: { $words }
ask-until = Hay tiempo hasta { $until }. Un no queda entre tú y yo.
ask-yes = Sí
ask-no = No, gracias
ask-said-yes = ¡Apuntado ese sí! En cuanto sea mutuo, se abre la línea.
ask-agreed = ¡Todos dijeron que sí! La línea se abre enseguida.
ask-said-no = Vale, y gracias por decirlo. No se entera nadie.
ask-lapsed = Por un bigote: esta pregunta ya caducó. ¿Le pregunto yo de tu parte?
ask-anew = Preguntar
ask-gone = Esta pregunta ya no está.
ask-over = Esta vez no salió con *{ $codename }*. Pasa, y no dice nada de ti. ¿Busco a otra persona?
ask-over-plain = Esta vez no salió nada de tu última pregunta. Pasa, y no dice nada de ti. ¿Busco a otra persona?

round-left = Esta ronda no tenía a nadie que encajara contigo. En la próxima vas primero.
round-none = Aquí no hay rondas. Ajustes → Días entre rondas.
round-next = Próxima ronda: { $at }
round-people = { $count ->
        [one] Participa un miembro
       *[other] Participan { $count } miembros
    }; { $free } se pueden emparejar ahora.
round-waiting = { $count ->
        [one] Una persona espera
       *[other] { $count } personas esperan
    }, desde hace hasta { $days ->
        [one] un día
       *[other] { $days } días
    }.
round-lately = { $at }: { $people } en total, { $unmatched } sin nadie.
round-fair = Cada semana de espera sube las opciones en la próxima ronda.
round-which = ¿Las rondas de qué club?
round-where = Las rondas son de un club, y las ve quien lo administra: escribe `/spy rondas` en un chat del tuyo. Aquí puedo enseñarte las de los clubes que administras y en los que participas.
round-run = Hacer una ronda ya
round-started = La ronda está en marcha: cada cual recibe su pregunta en privado.
round-audit-run = puso en marcha una ronda

## File

command-spy = espia
    .description = Encuentra con quién practicar: tu ficha, y quién habla lo que tú aprendes
    .what = que
    .what-description = Déjalo vacío para abrir tu ficha
    .member = miembro
    .member-description = De quién se trata

file-do-open = ficha, abrir, perfil
file-do-open-means = abre tu ficha
file-do-find = buscar, busca, encontrar
file-do-find-means = busca a alguien ahora
file-do-ask = preguntar, pregunta
file-do-ask-means = pregunta a un miembro
file-do-rounds = rondas, ronda
file-do-rounds-means = cuándo es la próxima ronda
file-do-pause = pausa, pausar, parar
file-do-pause-means = por ahora no te emparejo con nadie
file-do-resume = seguir, continuar, reanudar
file-do-resume-means = vuelve a participar
file-do-forget = olvidar, olvida, borrar
file-do-forget-means = borra tu ficha
file-do-never = nunca, evitar, bloquear
file-do-never-means = que nunca te toque un miembro
file-do-blocked = bloqueados, bloqueos
file-do-blocked-means = ver a quién bloqueaste y deshacerlo
file-do-unknown = No conozco «{ $what }». Con /spy a secas abres tu ficha; palabras que entiendo: buscar, preguntar, pausa, seguir, olvidar, nunca.

file-begin-title = 🕵️ *Se busca: { $word }*
file-begin =
    Hablas algo que aquí alguien aprende, y esa persona habla lo que aprendes tú. Yo los junto, y no pasa nada hasta que los dos digan que sí.
    Primero, una ficha cortita. Es un minuto; quien encaje contigo ve tus idiomas y lo que te gusta, nunca tu nombre.
file-begin-key = Abrir mi ficha
file-form-title = Tu ficha
file-form-change = Tus idiomas
file-form-intro = Unas pocas preguntas. Lo demás puede esperar, y puedes cambiarlo o borrarlo cuando quieras.
file-age = ¿Qué edad tienes? Esto no lo ve nadie.
file-age-adult = 18 o más
file-age-minor = Menos de 18
file-field-speaks = ¿Qué hablas, y a qué nivel?
file-hint-speaks = español, inglés B2
file-field-learns = ¿Qué estás aprendiendo?
file-hint-learns = chino A2 – o sin nivel
file-field-zone = ¿Dónde estás?
file-hint-zone = Una ciudad, o las horas desde UTC: Madrid, 深圳, UTC+5:45
file-again = Corregir
file-back = Volver
file-none = Aún no tienes ficha. Ábrela con /spy.
file-kept = Anotado. ✏️

file-language-unknown = No conozco estos idiomas: { $named }. Escribe cada uno por su nombre, en cualquier idioma, o por su código, separados por comas: «español, 中文 B2» o «es, zh».
file-no-language = Ahí necesito al menos un idioma. Escríbelo por su nombre o su código: «español», «中文», «en».
file-too-many-languages = ¡Cuántos idiomas, qué nivel! Puedo guardar { $most } como mucho: bastan los que quieras usar aquí.

file-title = 🗂️ *Tu ficha*
file-speaks = Habla: { $languages }
file-learns = Aprende: { $languages }
file-tongue = { $language } ({ $level })
file-zone = Zona horaria: { $zone } (allí son las { $time })
file-zone-none = Zona horaria: sin decir
file-free = Tiene tiempo: { $slots }
file-likes = Le gusta: { $interests }
file-words = Con tus palabras: { $said }
file-words-contact = Si llevan un enlace, un número o una cuenta, tus palabras no se muestran a quien preguntas. Ya se lo contarás en la línea.
file-wants = Busca: { $wants }
file-handle = Antes se llamaba: { $handle }
file-seeks = Busca a: { $handle }
file-off-duty = Fuera de servicio: { $start }–{ $end }
file-paused = ⏸️ En pausa: no te emparejo con nadie, y nadie puede preguntarte.
file-clubs = Participas en: { $clubs }
file-nowhere = Aún no participas en ningún club: escribe /spy en el chat de un club y elige allí.
file-not-here = Aquí aún no participas.

file-opt-in = Participar aquí
file-opted-in = Ya participas aquí. Con /spy buscar, busco a alguien.
file-opt-out = Salir de aquí
file-opted-out = Ya no participas aquí. Tu ficha sigue guardada.
file-under-age = Gracias por decir la verdad. En este club las líneas para menores de 18 están desactivadas, así que aquí no puedo emparejarte. Tu ficha se queda conmigo y nadie la ve. Todo lo demás está abierto para ti. Cuando cumplas 18, dímelo: *Límites*, *Mi edad*.
file-pause = Pausa
file-resume = Seguir
file-resumed = ¡Qué bien que vuelvas! Ya cuento contigo otra vez.
file-forget = Olvidar
file-forget-asked = ¿Borro tu ficha? Desaparece lo que me contaste de ti, y se acaban las líneas que tengas. Tu zona horaria se queda: es cosa de /me.
file-forget-sure = Sí, bórrala
file-forgotten = Borrada. Yo esa ficha no la he visto nunca. 🐾 Si algún día la echas de menos: /spy.
file-never-whom = ¿A quién? Escribe /spy nunca con el miembro, o en respuesta a algo suyo.
file-never-oneself = Ese eres tú. Vais a tener que llevaros bien.
file-never-kept = Anotado: nunca te tocará { $member }. No se entera.

file-key-languages = Idiomas
file-key-levels = Niveles
file-key-zone = Zona horaria
file-key-slots = Cuándo
file-key-interests = Intereses
file-key-wants = Qué busco
file-key-limits = Límites
file-key-age = Mi edad
file-key-handle = Un nombre de antes
file-key-off-duty = Fuera de servicio
file-key-words = Con mis palabras

file-level-a1 = A1: primeras palabras
file-level-a2 = A2: charla sencilla del día a día
file-level-b1 = B1: se defiende casi siempre
file-level-b2 = B2: habla con soltura, con fallos
file-level-c1 = C1: con fluidez, también en el trabajo
file-level-c2 = C2: casi como nativo
file-level-native = desde la cuna
file-levels-a1 = a1, principiante, un poco, básico
file-levels-a2 = a2, elemental
file-levels-b1 = b1, intermedio
file-levels-b2 = b2, intermedio alto
file-levels-c1 = c1, avanzado, fluido
file-levels-c2 = c2, experto
file-levels-native = nativo, nativa, materno, materna, lengua materna
file-level-which = ¿Qué idioma?
file-level-choose = ¿A qué nivel?
file-level-learns = ¿Cuánto sabes ya de { $language }?
file-level-speaks = ¿Qué tal hablas { $language }?
file-learning = { $language }, aprendiendo
file-speaking = { $language }, hablando

file-zone-several = Hay varios sitios llamados «{ $said }». ¿Cuál es el tuyo?
file-zone-choose = Elige un sitio
file-zone-other = Otro sitio
file-zone-again = Probar otra vez
file-zone-unknown = No conozco «{ $said }». Prueba con una ciudad grande que tengas cerca, o con las horas desde UTC: «Madrid», «深圳», «UTC+5:45», «+9».
file-zone-failed = Ahora mismo no he podido buscar «{ $said }»; es cosa mía, no del sitio. Prueba otra vez en un momento, o escribe las horas desde UTC: «UTC+5:45», «+9».
file-zone-kept = Tu zona horaria: { $zone }. Allí son las { $time }, ¿verdad? Si no, pulsa *Zona horaria*.

file-switch = Elige para añadir o quitar
file-field-interests = ¿Qué te gusta?
file-field-slots = ¿Cuándo tienes tiempo?
file-field-wants = ¿Qué buscas?
file-interests-help = ¿Qué te gusta? Elige todo lo que quieras; ✓ es que está en tu lista. Lo que falte, dilo con tus palabras.
file-interests-cats = gatos
file-interests-food = comida
file-interests-music = música
file-interests-films = cine
file-interests-books = libros
file-interests-games = juegos
file-interests-travel = viajes
file-interests-sports = deporte
file-interests-hiking = senderismo
file-interests-art = arte
file-interests-photography = fotografía
file-interests-technology = tecnología
file-interests-science = ciencia
file-interests-history = historia
file-interests-anime = anime
file-interests-fashion = moda
file-interests-cooking = cocina
file-interests-plants = plantas
file-field-words = ¿Qué más debería saber de ti tu { $word }?
file-hint-words = De lo que te guste hablar, en cualquier idioma. Un guion lo vacía.
file-slots-help = ¿Cuándo sueles tener tiempo, según tu reloj? Elige todo lo que quieras.
file-slots-zone = Para eso necesito saber dónde estás.
file-slots-weekday-morning = entre semana por la mañana
file-slots-weekday-afternoon = entre semana por la tarde
file-slots-weekday-evening = entre semana por la noche
file-slots-weekday-night = entre semana de madrugada
file-slots-weekend-morning = fines de semana por la mañana
file-slots-weekend-afternoon = fines de semana por la tarde
file-slots-weekend-evening = fines de semana por la noche
file-slots-weekend-night = fines de semana de madrugada
file-wants-help = ¿Qué buscas? Elige todo lo que quieras.
file-wants-chat = charlar
file-wants-correction = que me corrijan
file-wants-voice = hablar por voz
file-wants-homework = ayuda con los deberes

file-limits-none = ¿Con quién no quieres coincidir nunca? Escribe /spy nunca con el miembro, en un chat donde esté. Yo no se lo digo a nadie; pero donde los comandos son mensajes, otros pueden leerlo.
file-limits-help = Puedes pedir que solo te toque gente de tu mismo género. Lo que elijas no se enseña a nadie, así que tampoco aparece aquí. Con quién no quieres coincidir nunca: /spy nunca con el miembro. No se entera.
file-gender-choose = Soy…
file-gender-woman = mujer
file-gender-man = hombre
file-gender-other = ninguno de los dos, u otra cosa
file-gender-unsaid = Prefiero no decirlo
file-gender-kept = Anotado, y no lo ve nadie.
file-gender-first = Elige primero qué eres tú; no lo ve nadie.
file-same-on = Solo mi mismo género
file-same-off = Otra vez cualquiera
file-same-is-on = Ahora: solo tu mismo género.
file-same-is-off = Ahora: cualquiera.

file-age-help = *¿Qué edad tienes ahora?* Lo que digas no lo ve nadie, así que tampoco aparece aquí. Quienes tienen 18 o más y quienes tienen menos nunca coinciden: al cambiar de lado se acaban las líneas que ya no encajan, y los demás solo se enteran de que han terminado.
    Que tienes menos de 18 lo puedes decir cuando quieras. Que ya has cumplido 18, una sola vez, y como pronto 30 días después de haber dicho que no.
file-age-sure-adult = Entonces ya tienes 18 o más. Con eso se acaban las líneas que tengas con menores de 18, y tu palabra me vale solo una vez. ¿Es así?
file-age-sure-minor = Entonces tienes menos de 18. Gracias por decirlo. Con eso se acaban las líneas que tengas con adultos; los demás solo se enteran de que han terminado. Que has cumplido 18 se puede decir una vez, como pronto dentro de 30 días.
file-age-yes = Sí, es así
file-age-same = Ya lo tenía así. No cambia nada.
file-age-kept = Cambiado. ✏️ A partir de ahora solo coincides con quien esté de tu mismo lado de los 18.
file-age-left = En { $clubs } las líneas para menores de 18 están desactivadas, así que ya no participas ahí. Cuando cumplas 18: *Límites*, *Mi edad*.
file-age-early = Hace poco dijiste que tienes menos de 18, así que esto solo se puede cambiar después del { DATE($day) }. Hasta entonces todo sigue igual.
file-age-once = Que has cumplido 18 solo se puede decir una vez, y ya lo dijiste. Si aun así tienes 18, empieza de nuevo: *Olvidar* borra tu ficha, con sus líneas.

file-handle-intro = ¿Conocías a alguien de otro sitio, de una app que cerró? Si también dejó aquí el nombre que buscas, y busca el tuyo, aviso a los dos. Nadie más se entera.
file-field-handle = ¿Cómo te llamabas allí?
file-hint-handle = Tu nombre allí. Un guion lo vacía.
file-field-seeks = ¿A quién buscas?
file-hint-seeks = Su nombre allí. Un guion lo vacía.
file-reunion = 🎉 Mira quién está aquí: ¡{ $handle }! Aquí es { $member }, y también te busca. No puedo comprobar quién es: pregúntale algo que solo esa persona sepa. Con /spy preguntar puedes pedirle que sea tu { $word }.
file-reunion-unseen = 🎉 Mira quién está aquí: { $handle }, y también te busca. Con /spy buscar quizá los junte.

file-field-off-duty = ¿Cuándo deben esperar los mensajes?
file-hint-off-duty = 23:00–7:30, según tu reloj. Un guion: nunca.
file-off-duty-unclear = No leo «{ $said }» como horas. Escribe dos, desde y hasta: «23:00–7:30».

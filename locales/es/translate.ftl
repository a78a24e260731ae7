### Traducir.

cog-title = Traducir
    .description = Cada quien escribe en su idioma, y la conversación sigue siendo una.

## Comandos

command-translate = traducir
    .description = Traduce algo para ti; administradores: traduce este chat
    .text = texto
    .text-description = Un texto; o: aquí, apagar, yo, lectura, servicios
    .to = a
    .to-description = Un idioma, o varios después de «aquí»
command-say = decir
    .description = Dilo en el idioma de este chat, con tu nombre
    .text = texto
    .text-description = Lo que quieres decir, en tu idioma
    .language = idioma
    .language-description = Otro idioma que el de este chat
command-glossary = glosario
    .description = Las palabras que aquí siempre se traducen igual
menu-translate = Traducir

## Lo que hace /translate: palabras separadas por comas, que escribe la gente

do-here = aquí, aqui
do-here-means = traducir este chat a varios idiomas (administradores)
do-off = apagar, desactivar
do-off-means = dejar de traducir este chat (administradores)
do-me = yo
do-me-means = el idioma que lees
do-reading = lectura
do-reading-means = pinyin y glosa bajo lo que te traduzco, sí o no
do-services = servicios
do-services-means = quién puede ver las palabras: las de este club (administradores) o las tuyas, en nuestro chat
style-fitting = adecuado
style-automatic = automático, automatico
style-under = debajo, respuestas
style-collected = juntos, reunidos
style-threads = hilos, temas
style-request = petición, peticion
fillers = y, e, a, al, en, con
better-words = mejor

## Ajustes

setting-enabled = Encendido
    .description = Si aquí traduzco.
setting-style = Las traducciones se ven
    .description = Lo que hace `/translate here` cuando no se dice cómo. Donde solo se permiten pocos mensajes por minuto, «como convenga» espera a que alguien pregunte.
    .option-fitting = como convenga al chat
    .option-automatic = por sí solas
    .option-under = bajo cada mensaje
    .option-collected = juntas, un mensaje para los últimos
    .option-threads = en dos hilos unidos
    .option-request = solo a petición
setting-inherit = Los hilos nuevos heredan
    .description = Un hilo o tema nuevo se traduce como el chat en que se abrió.
setting-flags = Banderas
    .description = Una bandera como reacción traduce el mensaje al idioma de ese país, a la vista de todos.
setting-corrections = Mejores traducciones
    .description = Quien sabe los dos idiomas puede cambiar mi traducción por una mejor.
setting-say = /say
    .description = Cada quien puede pedirme que diga algo en el idioma del chat, con su nombre.

## Encender y apagar

languages-two = Necesito al menos dos idiomas distintos, así: /translate aquí español, chino
languages-many = ¡Cuántos idiomas! Puedo con { $most } en un chat.
languages-unknown = No conozco el idioma «{ $words }». Prueba con su nombre o su código, como «inglés» o «en».
languages-no-service = Ninguno de mis servicios traduce de { $source } a { $target }, así que esa combinación no la puedo ofrecer.
threads-two = Los hilos unidos son para dos idiomas, ni uno más. Di dos, o elige otro estilo.
threads-none = Aquí no puedo abrir hilos ni temas. Elige otro estilo.
threads-refused = No me dejan abrir hilos ni temas aquí. Dame ese permiso o elige otro estilo.
threads-here = Este es uno de dos hilos unidos. Usa el comando en el chat donde se abrieron.
thread-name = { $language }
off-done = Ya no traduzco aquí. Lo escrito, escrito queda.
off-already = Aquí no estoy traduciendo.
off-club = Este chat es ahora de otro club, así que aquí ya no traduzco. Quien administra puede volver a empezar con `/translate here`.

## El aviso fijado

notice-under = 🌐 Aquí cada quien escribe en su idioma y yo pongo la traducción debajo. Las palabras van a: { $services }.
notice-collected = 🌐 Aquí cada quien escribe en su idioma y cada pocos mensajes traduzco los últimos. Las palabras van a: { $services }.
notice-threads = 🌐 Una conversación en dos hilos: elige tu idioma, yo llevo todo de un lado al otro. Las palabras van a: { $services }.
notice-request = 🌐 ¿Quieres una traducción? Basta una bandera, como reacción o como respuesta. Solo para ti: el menú del mensaje, o /translate en respuesta. Las palabras van a: { $services }.
notice-opt-out = ¿Mejor no? `/privacy translate off`, y tus palabras se quedan aquí.

## Quién puede ver las palabras

consent = Antes de traducir aquí, alguien de administración tiene que aceptarlo: lo que se diga iría a { $services }. Son servicios públicos, ni tuyos ni míos.
between = {", "}
accept = De acuerdo
accepted = ✓ Desde ahora puedo usar { $services }. Si cambias de idea: `/translate services`.
services = *Quién puede ver lo que se traduce aquí*
services-mine = *Quién puede ver lo que pides traducir para ti*
services-none = Todavía no tengo ningún servicio de traducción.
services-own = { $title } ({ $host }), puesto por quien me mantiene
services-accepted = ✓ { $title } ({ $host }), público, aceptado
services-off = { $title } ({ $host }), público, sin aceptar
accept-service = Aceptar { $title }
withdraw-service = Retirar { $title }
consent-mine = Para traducir esto, tus palabras irían a { $services }, servicios públicos. ¿Te parece bien?
accept-mine = Me parece bien
accepted-mine = ✓ ¡Bien! Pídemelo otra vez. Si cambias de idea: `/translate services`, en nuestro chat.
inline-consent = Antes dime, en nuestro chat, si puedo usar un servicio de traducción.
inline-consent-key = Abrir nuestro chat

## Para una persona

translate-what = ¿Qué traduzco? Escríbelo después de /translate, o responde con él a un mensaje.
me-kept = ✓ Desde ahora te traduzco a este idioma: { $language }.
me-follows = ✓ Desde ahora te traduzco al idioma en que hablo contigo.
aids-on = ✓ Bajo el chino verás el pinyin y las palabras una por una.
aids-off = ✓ Listo, sin ayudas de lectura.
aids-none = Aquí no hay nada que ayude a leer.
aids-later = _El diccionario aún no está listo. Pregúntame otra vez en un momento._
by-service = _Traducido por { $service }_
gloss = _Palabra por palabra:_ { $words }
reading-key = Pinyin
withheld = Pidió que sus palabras no vayan a ningún servicio.
withheld-own = Pediste que tus palabras no vayan a ningún servicio. Con `/privacy translate on` cambia.
words-gone = Ya no tengo estas palabras. Solo las guardo un día.
needless = Aquí no hay nada que traducir.
needless-same = Esto ya está en este idioma: { $language }.
needless-unsure = No distingo qué idioma es. Prueba con un texto más largo.

## Cuando no sale nada

lacking-no-service = No sé de ningún servicio que pueda traducir esto aquí. Administradores: /translate services.
lacking-saving = Casi no quedan traducciones por hoy. Prueba mañana.
lacking-spent = Las traducciones de hoy se acabaron. Mañana hay más.
lacking-failed = Ahora mismo ningún servicio responde. Prueba dentro de un rato.
no-translation = Ahora mismo ningún servicio me da traducciones. Sigo intentándolo.
saving = Casi no quedan traducciones por hoy. Hasta mañana solo traduzco lo que alguien me pida.
word-by-word = _No es una traducción, solo palabra por palabra:_ { $words }
answer-word-by-word = Ahora mismo ningún servicio responde. *No es una traducción*, solo el diccionario, palabra por palabra: { $words }
trouble-no-right = Ya no puedo escribir en «{ $chat }», así que allí no se traduce nada. Quien administra ese chat puede cambiarlo.
trouble-gone = «{ $chat }» ya no existe, o ya no estoy allí; no se traduce nada más.

## Banderas

flag-which = { $flag } ¿En qué idioma?

## Traducciones mejores

better-title = Una mejor traducción
better-field = ¿Cómo lo dirías tú?
better-pair = Una palabra para recordar (opcional)
better-pair-hint = palabra = su traducción
better-empty = Escribe la traducción después de «mejor:».
better-pair-unclear = No guardé ninguna palabra: escríbela así, palabra = su traducción.
better-off = Aquí las mejores traducciones están desactivadas.
better-which = Aquí hay varios mensajes juntos y no sé a cuál te refieres.
better-language = No sé para cuál de los idiomas es. Escribe un poco más.
better-thanks = ¡Gracias, { $name }! ✨ Así está mucho mejor.
corrected-by = _✏️ { $name }_
both-asked = Una cosa antes: ¿sabes los dos idiomas, { $first } y { $second }?
know-both = Sé los dos
know-both-kept = ✓ ¡Gracias!
term-proposed = { $name } propone para el glosario: *{ $words }* ({ $source }) → *{ $becomes }* ({ $target }). ¿Lo traduzco siempre así?
term-agree = De acuerdo
term-refuse = No
term-agreed = ✓ En el glosario: { $words } ({ $source }) → { $becomes } ({ $target })
term-refused = Fuera del glosario: { $words } ({ $source }) → { $becomes } ({ $target })

## El glosario

glossary = { $count ->
        [one] *Una palabra en el glosario*
        [many] *{ $count } de palabras en el glosario*
       *[other] *{ $count } palabras en el glosario*
    }
glossary-empty = El glosario está vacío. Aquí van los nombres, las bromas y las palabras propias de este club.
glossary-line = { $number }. { $words } ({ $source }) → { $becomes } ({ $target })
glossary-add = Añadir una palabra
glossary-full = El glosario está lleno: { $most } palabras. Quita una primero.
term-title = Una palabra para el glosario
term-source = Su idioma
term-words = La palabra
term-target = A qué idioma
term-becomes = Cómo se traduce
term-becomes-hint = La misma palabra, si es un nombre que no cambia
term-incomplete = Necesito una palabra, su traducción y dos idiomas distintos.

## Decirlo por alguien

say-off = Aquí /say está desactivado.
say-muted = Ahora mismo no puedes escribir aquí, así que yo tampoco.
say-long = Es demasiado largo para un mensaje. Como mucho { $most } caracteres, por favor.
say-needless = Eso no necesita traducción: ¡dilo sin más!
say-refused = No me dejan escribir aquí. Quien administra puede cambiarlo.
say-failed = No pude decirlo aquí. Prueba dentro de un rato.

## La lista de cambios

audit-on = hizo traducir este chat: { $languages }
audit-off = dejó de traducir un chat
audit-accepted = aceptó estos servicios: { $services }
audit-withdrawn = retiró estos servicios: { $services }
audit-term-added = puso en el glosario: { $words } ({ $source }) → { $becomes } ({ $target })
audit-term-removed = quitó del glosario: { $words } ({ $source }) → { $becomes } ({ $target })

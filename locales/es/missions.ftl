### Misiones: cartas y reloj de idiomas. Marcas propias: *negrita*, _cursiva_, `código`; lo que se inserta nunca es marca.
### Las cartas están en missions.cards.ftl.

cog-title = Misiones
    .description = Cartas con preguntas para dos, cuyas respuestas se abren a la vez, y el reloj de idiomas.

## Commands

command-mission = misión
    .description = Saca una carta con una pregunta para ti y quien está en tu línea
command-missions = misiones
    .description = Para admins: las cartas propias de tu club

## Settings

setting-enabled = Activo
    .description = Si hay cartas con preguntas y reloj de idiomas.
setting-ceiling = Hasta dónde llegan las cartas
    .description = Toda línea empieza con las ligeras. Las personales se abren tras unas respuestas o si ambos quieren; las delicadas, solo si quieren ambos.
    .option-light = solo ligeras
    .option-personal = hasta personales
    .option-sensitive = hasta delicadas

## Words

between = {", "}
tongue-zh = chino
level-light = ligera
level-personal = personal
level-sensitive = delicada
topic-daily = Día a día
topic-food = Comida
topic-school = Escuela
topic-work = Trabajo
topic-money = Dinero
topic-holidays = Fiestas
topic-slang = Jerga
topic-cats = Gatos

## Keys

key-deal = 🃏 Sacar una carta
key-show = 🃏 Ver la carta
key-answer = ✍️ Responder
key-change = ✍️ Cambiar mi respuesta
key-swap = 🔀 Otra carta
key-more = ⚙️ Más
key-topics = Temas
key-levels = Hasta dónde
key-clock = ⏳ Reloj de idiomas
key-back = Volver
key-another = 🔀 Otra
band-choose = Más o menos…

## A card on a line

card-title = 🃏 { $topic } · { $level }
card-title-own = 🃏 De tu club · { $level }
card-why = _Por qué pregunto:_ { $why }
card-made = _(traducción automática)_
card-rule = Que cada cual responda por su lado. Nadie ve nada hasta que estén todas.
card-your-turn = { $count ->
        [one] { $names } ya ha respondido.
       *[other] { $names } ya han respondido.
    } Te toca, y luego se ve todo.
card-waiting = ✔️ Ya has respondido. Falta { $names }…
card-missing = Falta { $names }…
card-unlocked = 🔓 Ya están todas las respuestas. ¡Mira abajo!
card-gone = Esta carta la han retirado mientras tanto. ¿Otra?
card-over = Esta carta ya pasó. Tienes otra a un toque.
no-cards = No queda ninguna carta con lo que eligieron. Vuelve a admitir un tema con `/mission`.
line-over = Esta línea está cerrada ahora mismo, así que aquí no hay nada que sacar.

answer-title = Tu respuesta
answer-field = Nadie la ve hasta que estén todas
answer-intro = Escribe lo que quieras, en el idioma que quieras. Puedes cambiarlo hasta que estén todas.
answer-empty = Una respuesta vacía dice mucho, pero no lo suficiente. ¿Un par de palabras?
answer-kept = ✔️ Guardada. Falta { $names }…
answer-last = 🔓 Era la última. ¡Ahí van las respuestas!
reveal-title = 🔓 *¡Abiertas!*
reveal-mine = *Tú:*
reveal-of = *{ $name }:*
remind = 🃏 Aquí sigue una carta sin respuesta. Sin prisa: cámbiala si prefieres otra.
remind-waited = 🃏 { $names } respondió a la carta y tiene curiosidad por ti. Sin prisa: cámbiala si prefieres otra.

## A mission for one

alone-title = 🃏 *Una misión para ti*
alone-0 = Escríbelo en el idioma que aprendes, como si se lo contaras a alguien de confianza.
alone-1 = ¡Cuéntanoslo en el chat! Seguro que alguien más tiene algo que decir.
alone-2 = Dilo una vez en voz alta en el idioma que aprendes. Los gatos son un público paciente.

## What can be chosen

lines = ¿Qué línea dices?
lines-choose = Elige una
menu = 🃏 Tus misiones con *{ $names }*. La carta está en la línea.
topics = *Temas.* Toca lo que prefieras dejar fuera. No se entera nadie.
topic-on = ✅ { $topic }
topic-off = ➖ { $topic }
levels = *¿Hasta dónde pueden llegar las cartas?* Nadie ve tu sí hasta que lo haya dado todo el mundo.
level-open = 🔓 { $level }: abierto
level-yes = 🤫 { $level }: has dicho que sí; se abre cuando lo digan todos
level-later = 🔒 { $level }: se abre si todos quieren, o por sí solo tras { $count ->
        [one] una carta más
       *[other] { $count } cartas más
    }
level-both = 🔒 { $level }: se abre solo si todos quieren
level-never = ✖️ { $level }: aquí no
level-agree = Sí a { $level }
level-close = Basta de { $level }
level-opened = 🔓 Todos dijeron que sí: desde ahora hay cartas de nivel { $level } en la baraja.
level-closed-here = Ese nivel no está abierto aquí.

## The language clock

clock = ⏳ *Reloj de idiomas.* Un rato en un idioma y luego en el otro. ¿Cuál va primero?
clock-order = { $first }, luego { $second }
clock-how-long = { $first }, luego { $second }: ¿cuánto rato cada uno?
clock-minutes = { $count ->
        [one] { $count } minuto
       *[other] { $count } minutos
    }
clock-asked = ⏳ Propuesto: { $count ->
        [one] { $count } minuto
       *[other] { $count } minutos
    } de { $first } y otro tanto de { $second }. Empieza con un sí.
clock-withdraw = Déjalo
clock-withdrawn = Retirado. No pasa nada.
clock-proposed = ⏳ { $name } propone un reloj de idiomas: { $count ->
        [one] { $count } minuto
       *[other] { $count } minutos
    } de { $first } y otro tanto de { $second }. ¿Ahora?
clock-yes = Sí, vamos
clock-no = Ahora no
clock-agreed = ⏳ ¡Allá vamos!
clock-agreed-first = ✔️ Tu sí está dado. Empieza cuando lo den todos.
clock-declined = Vale, otro día.
clock-not-now = ⏳ No es buen momento para el reloj de idiomas. ¡Otro día!
clock-first = ⏳ *{ $language }* durante { $count ->
        [one] { $count } minuto
       *[other] { $count } minutos
    }, desde ya. ¡Equivocarse es parte del juego!
clock-second = ⏳ ¡Cambio! *{ $language }* durante { $count ->
        [one] { $count } minuto
       *[other] { $count } minutos
    }.
clock-running = ⏳ El reloj corre. Toca *{ $language }*.
clock-stop = Parar el reloj
clock-over = ⏳ *¡Tiempo!* Esto es lo que escribieron:
clock-share-of = *{ $language }*
clock-share = • { $name }: { $count ->
        [one] { $count } letra
       *[other] { $count } letras
    } ({ $percent } %)
clock-you = tú
clock-unsure = Vete a saber en qué idioma
clock-silence = Ni una palabra. Estaríais con el gato.
clock-gone = Este reloj ya terminó. Puedes poner otro con `/mission`.
clock-there = Ya hay un reloj en esta línea, propuesto o en marcha.
clock-one-language = Para el reloj hacen falta dos idiomas, y esta línea solo tiene uno.

## A club's own cards

own = *Sus cartas:* { $count } de { $most }
own-none = Todavía no tienen cartas propias. Salen entre las nuestras, en todas las líneas; hasta { $most }.
own-line = • { $words } ({ $level })
own-choose = Abrir una carta
own-earlier = ◀
own-later = ▶
own-add = Añadir una carta
own-title = 🃏 *Carta propia* · { $level }
own-language = _{ $language }_
own-remove = Quitarla
own-question = La pregunta
own-language-field = En qué idioma está
own-level = Hasta dónde llega
own-why = Por qué lo preguntas (opcional)
own-other = Lo mismo en otro idioma (opcional)
own-other-unsure = La carta está guardada. No supe en qué idioma está la segunda versión, así que la dejé fuera; los demás verán una traducción.
own-empty = Una carta necesita una pregunta.
own-full = Ya hay { $most } cartas. Quita antes alguna.
own-gone = Esa carta ya no está.
audit-own-added = añadió una carta: { $words }
audit-own-removed = quitó una carta: { $words }

privacy = *Misiones*
    Lo que contestaste en una tarjeta: hasta siete días después de mostrarse, mientras se pueda denunciar; una respuesta a la que nadie contestó, 30 días. Qué niveles y temas elegiste, y cuánto escribiste mientras corría un reloj de idiomas, hasta que termine la línea. La tarjeta que añadas para tu club se queda en el club.

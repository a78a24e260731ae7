### El impuesto del gato.

cog-title = Impuesto del gato
    .description = Quien llega presenta a su gato. Es un juego: aquí entra todo el mundo.

## Dónde y con qué se reconoce una presentación: listas separadas por comas.

introduction-names = presentaciones, presentación, presentacion, preséntate, presentate, bienvenida, bienvenidas
introduction-tags = #presentación, #presentacion, #presentaciones, #preséntate, #presentate
greetings = hola, holi, holis, buenas, buenos, buen, días, dias, día, dia, tardes, noches, qué, que, tal, hey, saludos, a, todos, todas, gente, grupo, amigos, amigas, gracias, aquí, aqui, encantado, encantada, un, gusto, cómo, como, están, estan, va

## Comandos

command-cat = gato
    .description = Paga el impuesto del gato con una foto
    .picture = foto
    .picture-description = Tu gato, o cualquier gato; sin foto te cuento cómo se paga
command-tax = impuesto
    .description = Para moderación: cómo va alguien con el impuesto del gato; sin nadie, los números de la semana
    .member = miembro
    .member-description = De quién; sin nadie, los números de la semana
menu-stamp = Sellar este gato

## Ajustes

setting-ask = Pedir el gato a quien llega
    .description = Si está apagado, solo doy las gracias a quien lo muestra por su cuenta.
setting-ask-here = Pedir el gato en este chat
    .description = Si está apagado, en este chat no se lo pido a nadie, aunque en el resto de la comunidad sí.
setting-introductions = Las presentaciones van en
    .description = El chat donde se presenta quien llega. Si no eliges ninguno, me guío por el nombre del chat.
setting-vouches = Miembros que dan fe
    .description = Cuántos miembros tienen que decir que es un gato cuando yo no lo tengo claro.
setting-door = La puerta
    .description = Si quien llega espera hasta haber pagado, saltado o prometido. Se abre sola a los diez minutos: nadie se queda fuera.
    .option-open = abierta, solo saludo
    .option-kept = cerrada hasta pasar por el peaje
setting-role = Rol para quien ya pasó
    .description = Para quien haya pagado, saltado o prometido, o no tenga que pagar.
setting-rush = Saludar en grupo si pasan de
    .description = Si en un minuto llegan más personas nuevas que estas, las saludo en un solo mensaje.
setting-theme = Cómo me llamo
    .description = En lugar de «un espía», con su artículo: «tu amigo por carta», «un gato muy oficial». Vacío: sigo siendo un espía.
setting-reminders = Recordar los gatos prometidos
    .description = Una sola vez, una semana después de un «te debo uno».

## El espía pregunta

spy = Hola, soy { $theme }. *Enséñame tu gato* 🐾
spy-theme = un espía
spy-welcome = ¡Te damos la bienvenida, { $name }!
spy-welcome-all = ¡Hola, { $names }! Cuánta gente, y ya tengo a todo el mundo en mi lista.
spy-all-how = Manda aquí mismo una foto de tu gato o toca un botón. ¡Vale el gato de cualquiera!
spy-at-the-door = Llamaste a la puerta de { $community }. Una cosita antes de abrir:
spy-by-command = Paga con `/cat` y una foto.
pay-now = Pagar ahora
no-cat = No tengo gato
skip = Saltar
back = Volver
pay-with-drawing = Dibujo uno
pay-with-plush = Uno de peluche
pay-with-other = Otro animal
pay-with-promise = Te debo uno
how-to-pay = Manda aquí mismo una foto de tu gato, o respóndeme con ella. ¡Vale el gato de cualquiera!
how-to-pay-by-command = Escribe /cat y añade una foto de tu gato. ¡Vale el gato de cualquiera!
skipped = No pasa nada. ¡Qué bueno tenerte aquí!
settled-already = Eso ya está saldado. ¡Todo bien!

## El espía da las gracias

compliment-0 = Impuesto pagado, { $name }. ¡Qué carita! En mi informe pondré: «suavidad extrema».
compliment-1 = ¡Cuenta saldada, { $name }! Está claro quién manda en tu casa.
compliment-2 = { $name }, esos bigotes ya son alto secreto. ¡Gracias, y qué bueno tenerte aquí!
compliment-3 = Recibido, { $name }. He visto muchos gatos en mi carrera, y por este me quité las gafas.
compliment-4 = ¡Gracias, { $name }! Dile a tu gato que en la central están impresionados.
compliment-5 = ¡Pagado, { $name }! Diez de diez, volvería a espiarlo.
compliment-6 = { $name }, vine por información y me quedé por esos ojos. ¡Qué bueno tenerte aquí!
compliment-7 = Impuesto cobrado, { $name }. Ráscale detrás de las orejas de parte de todo el grupo.
thanks-drawing = ¿Vas a dibujar uno, { $name }? El arte vale el doble. ¡Pagado, y te damos la bienvenida!
thanks-plush = Un gato de peluche nunca araña el sofá, { $name }. ¡Pagado, y te damos la bienvenida!
thanks-other = ¿Otro animal, { $name }? En mis archivos todos son gatos honorarios. ¡Pagado, y te damos la bienvenida!
thanks-promise = Anotado, { $name }: un gato pendiente, que otro día me muestras con `/cat`. ¡Qué bueno tenerte aquí!
receipt-told = 🧾 Recibo n.º { NUMBER($number, useGrouping: 0) }
paid-twice = ¡{ $name }, ya habías pagado! No acepto sobornos. Aunque, bueno, un gato más nunca sobra.
form-title = Impuesto del gato
form-cat = Tu gato
form-cat-hint = Una foto; vale el gato de cualquiera
said-over-there = ¡Listo! Tu recibo está en el chat donde te pregunté.
thanks-in-a-rush = Anotado. ¡Te damos la bienvenida!
reminder = Psst, soy tu espía de { $community }. Una vez me prometiste un gato: `/cat` con una foto, cuando quieras. Sin prisa, y no vuelvo a preguntar.

## Mirar fotos

unsure = Me bajé las gafas, { $name }, y sigo sin verlo claro. ¿Esto es un gato? { $needed ->
    [one] Basta con que alguien lo diga: toca abajo o reacciona con 🐱 o ❤️.
   *[other] Basta con que lo digan { $needed } personas: toca abajo o reacciona con 🐱 o ❤️.
}
unsure-alt = Una foto de { $name }. La pregunta es si en ella hay un gato.
vouch = ¡Es un gato! { $vouched }/{ $needed }
stamp = Sellar (moderación)
stamp-done = Sellado: { $name } ya pagó.
stamp-what = Úsalo sobre un mensaje de alguien que traiga una foto.
second-chance = Preciosa foto, { $name }, pero no encuentro el gato. Manda otra, o dime que necesito gafas nuevas.
but-it-is = ¡Que es un gato!
vouch-not-yours = No puedes dar fe de tu propio gato. ¡Pídeselo a quien lo conozca!
picture-gone = Esa foto ya no está. ¿La mandas otra vez?
trouble-not-a-picture = Eso no es una foto. Manda a tu gato como foto y bajo el plátano.
trouble-broken = Esta foto llegó en pedazos. Mándala otra vez, por favor.
trouble-too-large = ¡Qué foto tan grande! Manda una más pequeña, o simplemente como foto.
trouble-unknown-kind = Este tipo de imagen no lo sé abrir. Mándala como foto, o en JPEG o PNG.
known-yours = Un momento: esta misma foto ya la tengo en el archivo. Sigue siendo adorable.
known-others = Esta cara me suena: alguien ya la mostró por aquí. ¡Un agente doble!

## Gatos de vuelta

show-mine = Mostrar el mío
form-mine = Tu gato de vuelta
how-to-answer = ¡Responde a este recibo con una foto de tu gato!
answered = { $count ->
    [one] ¡Gato por gato! Gracias, { $name }.
   *[other] ¡Gato por gato! Gracias, { $name }: ya van { $count } gatos a los que has respondido.
}
answered-again = Ya hubo gato por gato entre los dos. ¡Otro más siempre es bienvenido!
answered-other = ¡Gracias, { $name }! No es exactamente un gato, pero en mis archivos consta como amigo de uno.
answer-not-yours = Ese recibo es tuyo. ¡Que responda otra persona!

## El álbum

share = Que vean a mi gato
shared = Tu gato ya está en el álbum. Sale con `/cats`, y ahí mismo puedes sacarlo.
share-not-there = Ya no tengo esa foto: solo la guardo un día. Vuelve a mostrar a tu gato con `/cat`.
share-taken-down = La moderación sacó este gato del álbum.

## La mesa de moderación

desk-bot = Los bots no pagan el impuesto del gato. No tienen regazo.
desk-gone = Ya no está por aquí.
desk-settled = Eso ya lo tiene resuelto.
desk-stands-unknown = { $name }: estaba aquí antes que yo. No se le pide nada.
desk-stands-expected = { $name }: acaba de llegar y aún no se ha presentado.
desk-stands-asked = { $name }: se le preguntó y aún no ha respondido.
desk-stands-skipped = { $name }: se lo saltó, y está bien.
desk-stands-exempt = { $name }: no tiene que pagar.
desk-stands-owes = { $name }: debe un gato.
desk-stands-paid = { $name }: ya pagó.
desk-stamp = Dar por pagado
desk-exempt = Eximir
desk-ask-again = Preguntar ya
desk-reset = Empezar de cero
week-title = *El impuesto del gato esta semana*
week-joined = Llegaron: { $count }
week-asked = Se les preguntó: { $count }
week-picture = Pagaron con un gato: { $count }
week-drawing = Pagaron con un dibujo: { $count }
week-plush = Pagaron con un peluche: { $count }
week-other = Pagaron con otro animal: { $count }
week-promise = Lo prometieron: { $count }
week-skipped = Se lo saltaron: { $count }
week-exempt = Sin tener que pagar: { $count }
week-answers = Gatos de vuelta: { $count }
week-nothing = Una semana tranquila. Ni un bigote.
week-how = _Para alguien en concreto: este comando con su nombre, o respondiéndole._

## El registro

audit-stamped = dio por pagado a { $name }
audit-exempted = eximió a { $name }
audit-asked-again = hizo que se volviera a preguntar a { $name }
audit-reset = hizo que { $name } volviera a empezar
audit-role-gone = quitó el rol de los ajustes: ya no existe

## Dibujado en el recibo

receipt-title = Recibo del impuesto del gato
receipt-number = N.º
receipt-date = Fecha
receipt-name = De parte de
receipt-stamp = PAGADO
receipt-stamp-promise = PENDIENTE
receipt-footer-0 = Casi perfecto: le falta un bigote. No hay devoluciones, solo mimos.
receipt-footer-1 = Pelos de gato incluidos, sin cargo adicional.
receipt-footer-2 = Este recibo se echará una siesta en cinco segundos.
receipt-footer-3 = Guárdese lejos del gato: todo lo archiva debajo del sofá.
receipt-alt = Un recibo del impuesto del gato, número { $number }, a nombre de { $name }, con un sello rojo.
spy-alt-0 = Un dibujo: un gato naranja con gafas de sol y gabardina sostiene un plátano como si fuera en serio. Dice: { $words }
spy-alt-1 = Un dibujo: un gato naranja con gafas de sol y gabardina te mira por una lupa, con un ojo enorme. Dice: { $words }
spy-alt-2 = Un dibujo: un gato naranja con gafas de sol espía por dos agujeros de un periódico. Dice: { $words }
spy-alt-3 = Un dibujo: un gato naranja con gafas de sol se asoma de una caja de cartón con un pez pintado. Dice: { $words }

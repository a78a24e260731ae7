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

## Ajustes

setting-ask = Pedirle su gato a quien llega
    .description = Si está apagado, solo doy las gracias a quien enseña uno por su cuenta.
setting-introductions = Las presentaciones son en
    .description = El chat donde la gente se presenta. Si no eliges ninguno, me guío por el nombre.

## El espía pregunta

spy = Hola, soy un espía. *Enséñame tu gato* 🐾
spy-welcome = ¡Te damos la bienvenida, { $name }!
spy-by-command = Paga con `/cat` y una foto.
spy-alt = Un dibujo: un gato naranja con gafas de sol y gabardina sostiene un plátano como si fuera en serio. Dice: Hola, soy un espía. Enséñame tu gato.
pay-now = Pagar ahora
no-cat = No tengo gato
skip = Saltar
back = Volver
pay-with-drawing = Dibujo uno
pay-with-plush = Uno de peluche
pay-with-other = Otro animal
pay-with-promise = Te debo uno
how-to-pay = Manda aquí mismo una foto de tu gato, o respóndeme con ella. ¡Vale cualquier gato!
how-to-pay-by-command = Escribe /cat y añade una foto de tu gato. ¡Vale cualquier gato!
skipped = No pasa nada. ¡Qué bueno tenerte aquí!
settled-already = Eso ya está saldado. ¡Todo bien!
not-a-picture = Eso no es una foto. Mándame a tu gato en foto y suelto el plátano un momento.

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
thanks-promise = Anotado, { $name }: un gato pendiente, que otro día me enseñas con `/cat`. ¡Qué bueno tenerte aquí!
paid-twice = ¡{ $name }, ya habías pagado! No acepto sobornos. Aunque, bueno, un gato más nunca sobra.
share = Que otros vean a mi gato
share-stop = Guardar mi gato solo para mí
gallery-not-there = Este gato ya se fue a casa.

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

### El impuesto del gato.

cog-title = Impuesto del gato
    .description = Quien llega enseña su gato. Es un juego, y entra todo el mundo.

## Dónde y con qué se reconoce una presentación: listas separadas por comas.

introduction-names = presentaciones, presentación, presentacion, preséntate, presentate, bienvenida, bienvenidas
introduction-tags = #presentación, #presentacion, #presentaciones, #preséntate, #presentate
greetings = hola, holi, holis, buenas, buenos, buen, días, dias, día, dia, tardes, noches, qué, que, tal, hey, saludos, a, todos, todas, gente, grupo, amigos, amigas, gracias, aquí, aqui, encantado, encantada, un, gusto, cómo, como, están, estan, va

## Comandos

command-cat = gato
    .description = Paga el impuesto del gato con una foto
    .picture = foto
    .picture-description = Tu gato, o cualquier gato; sin foto te cuento cómo se paga
command-cats = gatos
    .description = Conoce al gato más nuevo de la comunidad

## Ajustes

setting-ask = Pedir su gato a quien llega
    .description = Si está apagado, solo doy las gracias a quien enseña uno por su cuenta.
setting-introductions = Las presentaciones van en
    .description = El chat donde la gente se presenta. Si no eliges ninguno, uno cuyo nombre lo diga.

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
how-to-pay = Manda aquí mismo una foto de tu gato, o respóndeme con ella. ¡Vale el gato de cualquiera!
how-to-pay-by-command = Escribe /cat y añade una foto de tu gato. ¡Vale el gato de cualquiera!
skipped = No pasa nada. ¡Qué bueno tenerte aquí!
settled-already = Eso ya está arreglado. ¡Todo bien!
not-a-picture = Eso no es una foto. Manda a tu gato como imagen y suelto el plátano un momento.

## El espía da las gracias

compliment-0 = Impuesto pagado, { $name }. ¡Qué carita! En mi informe pondrá: «extremadamente suave».
compliment-1 = ¡Cuenta saldada, { $name }! Está claro quién manda en tu casa.
compliment-2 = { $name }, esos bigotes ya son alto secreto. ¡Gracias, y a pasarlo bien!
compliment-3 = Recibido, { $name }. He visto muchos gatos en mi carrera, y por este me quité las gafas.
compliment-4 = ¡Gracias, { $name }! Dile a tu gato que en la central lo admiran.
compliment-5 = ¡Pagado, { $name }! Diez de diez, volvería a espiarlo.
compliment-6 = { $name }, vine por información y me quedé por esos ojos. ¡Qué bueno tenerte aquí!
compliment-7 = Impuesto aceptado, { $name }. Ráscale detrás de las orejas de parte de todos.
thanks-drawing = ¿Un gato dibujado a mano, { $name }? El arte vale el doble. ¡Pagado!
thanks-plush = Un gato de peluche nunca araña el sofá, { $name }. ¡Pagado!
thanks-other = ¿Otro animal, { $name }? En mis archivos todos son gatos honorarios. ¡Pagado!
thanks-promise = Anotado, { $name }: un gato pendiente, para otro día. ¡Qué bueno tenerte aquí!
paid-twice = ¡{ $name }, ya habías pagado! No acepto sobornos. Aunque, bueno, un gato más nunca sobra.
share = Que otros vean mi gato
share-stop = Guardar mi gato solo para mí

## La galería

gallery = El gato más nuevo de aquí, de parte de { $name }.
gallery-anonymous = El gato más nuevo de aquí.
gallery-alt = Una foto con la que alguien pagó el impuesto del gato.
report-cat = Denunciar
reported-cat = Una imagen de la galería de gatos
gallery-empty = Ahora no hay ningún gato de paseo. ¡Paga con una foto y deja que otros la vean!
gallery-gone = El gato más nuevo se ha escapado: su foto ya no está donde se envió.
gallery-not-there = Este gato ya se fue a casa.
take-down = Retirar
take-down-not-yours = Solo puede retirarlo su dueño o quien modera.
taken-down = Este gato se fue a casa.

## El registro

audit-taken-down = retiró al gato { $number }

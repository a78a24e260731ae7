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
    .description = En singular, tal como la usáis. Solo si elegiste «una palabra nuestra».
setting-desk = Chat de moderación
    .description = Adonde llegan los avisos sobre las líneas.
setting-minors = Líneas para menores de 18
    .description = Solo se encuentran entre sí. Si es prudente y legal donde estáis, lo respondes tú.
setting-same-gender = Ofrecer emparejar dentro del mismo género
    .description = Cada cual dice el suyo, y nadie lo ve.
setting-lapse-days = Días hasta que caduca una pregunta
    .description = A quien no haya contestado ya no se le insiste con esta.
setting-repeat-weeks = Semanas hasta que los mismos puedan repetir
    .description = Nadie repite pareja antes.
setting-round-days = Días entre rondas
    .description = En una ronda se empareja a la vez a todos los que quieran. 0: sin rondas.
setting-asks-a-day = Preguntas al día
    .description = A cuántas personas puede preguntar alguien por su nombre en un día.
setting-hold-files = Retener enlaces y archivos al principio
    .description = Esperan hasta el tercer día, salvo que ambos acepten.

## Safety

safe-report = 🚩 Denunciar
safe-block = 🚫 Bloquear

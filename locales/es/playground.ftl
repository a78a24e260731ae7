# La página de pruebas: dos comunidades de mentira en el navegador, con el bot de verdad.

## The page

page-title = Cat Tax: zona de pruebas
page-kind = Zona de pruebas
bot-name = Cat Tax
page-line = Un bot para comunidades de Discord y Telegram: saluda, presenta a tu gato y haz amistades en otro idioma.
page-more = Aquí abajo hay dos comunidades de mentira con el bot de verdad. Sé quien quieras. Entra, preséntate sin gato y mira quién viene a preguntar.
page-language = Idioma de esta página
page-needs-script = Esta página necesita JavaScript. No carga nada de otros sitios.
page-broken = Algo falló en esta página. Recárgala y listo.
page-away = Conectando…
bot-here = El bot está aquí
bot-away = El bot no está
spy-cat-alt = Un gato con gafas de sol y gabardina posa como agente secreto. Lo que empuña es un plátano.
spy-cat-says = Hola, soy un espía. Enséñame tu gato.
skip = Ir a los chats
sides = Las dos comunidades

## Languages

language-en = English
language-zh-Hans = 简体中文
language-zh-Hant = 繁體中文
language-es = Español

## Spaces, roles and what stood there before

space-harbour = El Puerto
space-teahouse = Casa de Té
like-left = funciona como Discord
like-right = funciona como Telegram
role-explorer = Explora sin miedo
role-cat-keeper = Al servicio de un gato
seed-harbour-1 = ¡Buenos días! El agua ya hierve y el gato me quitó otra vez la silla.
seed-harbour-2 = La mía está sentada en el teclado. Si hoy escribo cosas raras, es ella.
seed-teahouse-1 = El té está listo. ¿Qué están leyendo esta semana?
seed-teahouse-2 = Un libro de cocina. Estoy aprendiendo a hacer empanadillas chinas, ¡deséenme suerte!
line-hello = ¡Hola! Acabo de llegar. Me gustan los paseos largos y los cuentos cortos, y busco con quién practicar un idioma.
line-cat = ¡Hola! Acabo de llegar, y esta es mi gata. No responde a ningún nombre.
line-teapot = ¡Hola! Acabo de llegar. No tengo gato, pero esta es mi tetera.

## People

you-are = Eres { $name }. Cambiar de persona
choose-person = ¿Quién quieres ser?
new-person = Otra persona…
new-person-name = Nombre
new-person-language = Idioma
new-person-hint = El de su aplicación: lo primero que supone el bot.
new-person-make = Adelante
who-am-i = ¿Quién soy?
about = Sobre { $name }
this-is-you = eres tú
fact-handle = Para mencionar
fact-language = Idioma de la app
fact-rank = Rango
fact-state = Aquí
fact-roles = Roles
rank-everyone = Miembro
rank-organiser = Organización
rank-moderator = Moderación
rank-admin = Administración
state-member = miembro
state-outside = aún no entra
state-asking = en la puerta
state-captcha = ante el captcha
state-muted = en silencio
state-banned = con veto
be = Ser { $name }
remove = Expulsar
ban = Vetar
pardon = Dejar volver
let-in = Dejar entrar
turn-away = No dejar entrar
mute = Silenciar diez minutos
unmute = Dejar escribir
members = Miembros
more = Más
join = Entrar en { $space }
leave = Salir de { $space }
bot-out = Sacar al bot
bot-in = Volver a invitar al bot
ask = Pedir entrar en { $space }
ask-back = Mejor no
join-captcha = Pasar por el captcha
asking-count = Esperan en la puerta: { $count }
door-asks = Que pidan permiso para entrar
door-open = Dejar entrar sin preguntar
rename-chat = Cambiar el nombre de { $chat }…
name = Nombre
save = Guardar
roles = Roles…
role-new = Rol nuevo
role-make = Crear
role-delete = Borrar { $name }
role-give = Dar el rol: { $name }
role-take = Quitar el rol: { $name }
rush = Doce personas nuevas a la vez
rush-hello = Doce personas nuevas que saludan

## Chats

chats = Chats
private-chat = Cat Tax
private-title = Solo tú y Cat Tax
private-words = Nadie más lee lo que se escribe aquí.
start = Empezar
closed = cerrado
elsewhere = Amigos, sin bot
elsewhere-left = Cat Tax no está en este chat. Quien lo lleva consigo puede elegirlo en el menú de un mensaje.
elsewhere-right = Cat Tax no está en este chat. Pregúntale igual: escribe @cattax y tu pregunta.
new-chat-left = Hilo nuevo…
new-chat-right = Tema nuevo…
drop-chat = Borrar { $chat }
unread = Nuevos: { $count }
messages-in = Mensajes en { $chat }
chat-begins = Aquí empieza todo en { $space }.
outside-title = { $name } está en la puerta
outside-words = Entra en { $space } para leer, escribir y conocer al gato.
banned-title = Esta puerta está cerrada
banned-words = Quien administra puede dejarte volver.
ask-words = Aquí se entra de uno en uno. Pide permiso y alguien te contestará.
asking-title = Ya lo pediste, { $name }
asking-words = Alguien contestará pronto. Mientras, Cat Tax puede escribirte en privado.
captcha-words = Una cosa antes de escribir: ¿eres un robot?
captcha-solve = No soy un robot
muted-words = Ahora mismo no puedes escribir.
muted-until = Podrás escribir a las { $time }.
muted-keys = Leer y pulsar botones sí puedes.
try-it = ¿Tus primeras palabras? Prueba con esto:
try-hello = Saludar, sin gato
try-cat = Presentar a tu gato
try-teapot = Presentar una tetera

## Messages

post-by = { $name }, { $time }
tag-bot = BOT
tag-speaks-as = APP
silent = Enviado sin sonido
edited = editado
pinned = Fijado
voice-message = Mensaje de voz
used-command = { $name } usó /{ $command }
quoted-gone = El mensaje respondido ya no está
go-to-quoted = Ir al mensaje de { $name }
deleted-by = Mensaje borrado por { $name }
only-you = Solo tú ves esto
dismiss = Quitar
spoiler = Oculto: mostrar
losses = No se muestra aquí
loss-address = Se omitió una dirección: no era http(s).
loss-speaker-picture = La imagen de quien habla no se carga de otros sitios.
react = Reaccionar
reaction = { $emoji }: { $count }
reply = Responder
reply-to = Responder a { $name }
more-on-post = Más sobre este mensaje
edit = Editar
delete = Borrar
of-the-bot = Cat Tax
service-joined = Entró { $name }
service-left = Salió { $name }
service-removed = Expulsaron a { $name }
service-banned = Vetaron a { $name }
service-renamed = { $name } cambió el nombre del chat
service-bot-came = { $name } ya está aquí
service-bot-went = { $name } se fue

## Writing

write-in = Escribe en { $chat }
write-to = Escribe a { $name }
write-not = Ahora no puedes escribir aquí
send = Enviar
attach = Añadir una imagen o un archivo
files-to-send = Para enviar
own-file = Un archivo tuyo…
sample-cat-photo = Un gato de verdad
sample-cat = Gato naranja
sample-cat-two = Gato dormido
sample-dog = Perro
sample-teapot = Tetera
sample-cactus = Cactus
take-off = Quitar { $name }
as-files = Enviar las imágenes como archivos
drop-here = Suéltalo aquí
inline = Escribir esto en su lugar:
editing = Cambiando tu mensaje
replying-to = Respondiendo a { $name }

## Commands, forms and dialogues

commands = Comandos
run-command = Ejecutar
pick-one = Elige
yes = Sí
no = No
required = Obligatorio
form-send = Enviar
cancel = Cancelar
close = Cerrar
no-answer = No llegó respuesta.

## What the platform refuses

refused-nobody = Aquí no hay nadie con ese nombre.
refused-name = Un nombre tiene de 1 a 40 letras.
refused-crowd = La zona de pruebas está llena.
refused-language = La zona de pruebas no conoce ese idioma.
refused-banned = Aquí tienes la entrada vetada.
refused-inside = Ya estás dentro.
refused-outside = Primero entra.
refused-files = Como mucho { $about } archivos por mensaje.
refused-long = Demasiado largo: como mucho { $about } caracteres.
refused-empty = Aún no hay nada que enviar.
refused-gone = Eso ya no está.
refused-muted = Por ahora no puedes escribir.
refused-asking = Ya lo pediste.
refused-captcha = Antes, resuelve el captcha.
refused-roles = Como mucho { $about } roles.
refused-chats = Como mucho { $about } chats.
refused-unstarted = Primero pulsa Empezar.
refused-closed = Este chat está cerrado.
refused-file-gone = El archivo ya no está. Añádelo otra vez.
refused-not-yours = Ese mensaje no es tuyo.
refused-reaction = Aquí no vale esa reacción.
refused-rank = Tu rango no lo permite.
refused-bot-away = El bot no está para responder.
refused-form = Este formulario ya caducó. Ábrelo de nuevo.
refused-command = Ese comando no se ofrece aquí.
refused-missing = Falta «{ $about }».
refused-value = «{ $about }» aún no está bien.
refused-large = Demasiado grande: como mucho { $about } MB.
refused-disk = No se pudo guardar el archivo: el disco está lleno.

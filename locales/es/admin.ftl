### Ajustes, clubes y cuentas vinculadas.

cog-title = Llaves y clubes
    .description = Para quien administra: ajustes y clubes. Para cualquiera: vincular cuentas.

## Comandos

command-settings = ajustes
    .description = Cambia lo que hago aquí y mira quién cambió qué
command-club = club
    .description = Une este espacio con otros, también de otras plataformas
    .code = código
    .code-description = Un código de un solo uso del otro espacio
command-link = vincular
    .description = Para que sepa que varias cuentas son tuyas
    .code = código
    .code-description = El código de un solo uso que te di en tu otra cuenta
command-unlink = desvincular
    .description = Separa esta cuenta de las demás

## Ajustes, para quien administra

settings = *Ajustes*
    Elige qué quieres ver. Los cambios valen al momento.
settings-choose = Elige
settings-change = Cambiar …
settings-line = { $title }: { $value }
settings-now = Ahora: { $value }
settings-here-only = Para el chat donde usaste /settings.
settings-kept = ✓ Guardado.
settings-write = Escribir otro valor
settings-number-hint = Un número entero del { NUMBER($least, useGrouping: 0) } al { NUMBER($most, useGrouping: 0) }
settings-not-a-number = Necesito un número entero del { NUMBER($least, useGrouping: 0) } al { NUMBER($most, useGrouping: 0) }.
settings-chat-open = 👀 Ese chat lo puede leer todo el mundo, y lo que llega ahí es solo para quienes moderan, así que no se envía nada. Elige un chat que no vean los miembros, o un grupo propio de moderación donde todos sean admins: con `/club` se une a este.
settings-refused = Ese valor no es posible aquí.
turn-on = Encender
settings-warned = Lo he leído: encender
turn-off = Apagar
back = Volver
value-on = sí
value-off = no
value-none = ninguno
value-here = Donde usaste /settings
value-gone = algo que ya no está
value-elsewhere = un chat de otro lugar

## El registro, para quien administra

history = *Quién cambió qué*
history-button = Quién cambió qué
history-line = { RELATIVE($when) }, { $by }: { $what }
history-somebody = alguien
history-empty = Todavía no se ha cambiado nada.
history-older = Más antiguos

## Clubes, para quien administra

club = { $count ->
        [one] *Este club vive en un solo espacio:*
       *[other] *Este club vive en { $count } espacios:*
    }
club-unnamed = un espacio sin nombre
club-invite = Añadir otro espacio
club-leave = Dejar el club
club-leave-sure = ¿Quieres que este espacio deje el club? Lo del club se queda en el club; aquí todo empieza de nuevo, o como estaba antes.
club-leave-yes = Sí, dejarlo
club-left = Este espacio vuelve a ir por libre.
club-alone = Este espacio ya va por libre.
club-code = Que alguien que administre el otro espacio me mande allí esto en menos de diez minutos:
    `/club { $code }`
    Funciona una sola vez.
club-joined = ¡Listo! Este espacio ya es parte del club.
club-wrong = No conozco ese código. Revísalo, o pide otro con /club en el otro espacio.
club-expired = Ese código ya caducó. Pide otro con /club en el otro espacio.
club-same = Este espacio ya es parte de ese club.
club-too-many = Fueron muchos códigos equivocados. Inténtalo de nuevo en una hora, por favor.

## Cuentas vinculadas

link-code = Desde tu otra cuenta, mándame esto en menos de diez minutos:
    `/link { $code }`
    Así sabré que las dos son tuyas. Funciona una sola vez; no se lo enseñes a nadie.
link-done = ¡Vinculadas! Desde ahora te reconozco en las dos cuentas.
link-in-private = Mejor en privado: mándame `/link { $code }` aquí, por favor.
link-wrong = No conozco ese código. Revísalo, o pide otro con /link en tu otra cuenta.
link-expired = Ese código ya caducó. Pide otro con /link en tu otra cuenta.
link-same = Esa cuenta ya eres tú. Envía el código desde tu _otra_ cuenta.
link-too-many = Fueron muchos códigos equivocados. Inténtalo de nuevo en una hora, por favor.
unlink-alone = Esta cuenta no está vinculada a ninguna otra.
unlink-sure = { $count ->
        [one] Tienes una cuenta.
       *[other] Tienes { $count } cuentas vinculadas.
    } ¿Quieres separar esta? Lo que guardo sobre ti se queda con las demás.
unlink-yes = Sí, separarla
unlink-done = Listo. Esta cuenta ya va por libre.

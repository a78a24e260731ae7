### El álbum de gatos.

cog-title = Álbum de gatos
    .description = Los gatos que su gente deja ver.

## Comandos

command-cats = gatos
    .description = Conoce a un gato de esta comunidad
    .show = ver
    .show-description = Qué gatos; si no dices nada, sorpresa
    .show-random = sorpresa
    .show-newest = nuevos
    .show-top = favoritos
    .show-mine = míos
    .number = número
    .number-description = El gato con este número
    .member = miembro
    .member-description = Los gatos de quién

## Ajustes

setting-enabled = Encendido
    .description = Si aquí hay álbum. Un gato solo entra cuando su gente lo quiere.
setting-weekly = Coronar un gato cada semana
    .description = Los lunes a las 18:00 UTC muestro el gato que recibió más corazones esa semana. Si no hubo ni gatos nuevos ni corazones, me callo.
setting-weekly-in = El gato de la semana va a
    .description = El chat donde lo muestro. Mientras no elijas ninguno, no hay gato de la semana.

## Una página

cat = 🐾 N.º { $number }, cortesía de { $name } · ❤️ { $likes } · { DATE($at) }
cat-anonymous = 🐾 N.º { $number } · ❤️ { $likes } · { DATE($at) }
alt = Un gato, el número { $number } de este álbum.
top = 🏆 *{ $rank } de { $of }*
top-line = { $rank }. N.º { $number } · ❤️ { $likes }
top-here = *{ $rank }. N.º { $number } · ❤️ { $likes }* ←
like = ❤️ { $likes }
another = Otro más
report = Reportar
reported = El gato n.º { $number } del álbum. Quien modera lo ve con /cats y su número.
take-down = Retirar

## Cuando no hay ninguno

empty = Ahora no hay ningún gato de paseo. ¡Paga con una foto y deja que la vean!
no-such-cat = No hay ningún gato con ese número. Estará durmiendo en una caja.
no-cat-of-theirs = { $name } no tiene gatos en el álbum. Qué sofá más sospechosamente limpio.
no-cat-of-yours = Todavía no tienes ningún gato en el álbum. ¡Paga con una foto y deja que la vean!
no-hearts = Ningún gato tiene corazones todavía. ¡Anda, derrítete tú primero!
no-more = Por aquí ya no hay más gatos.
like-own = ¡Claro que te gusta tu gato! Los corazones son para los gatos de otra gente.
gone-home = Este gato se fue a casa.
take-down-not-yours = Solo puede retirarlo quien lo trajo o quien modera.

## El gato de la semana

week = 👑 *¡El gato de la semana!* La central contó los corazones dos veces. Caricias en la barbilla para quien ganó, por favor.

## El registro

audit-taken-down = retiró el gato n.º { $number }

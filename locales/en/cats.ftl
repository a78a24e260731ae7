### The album of cats. Our own markup: *bold*, _italic_, `code`; what is put in is never markup.

cog-title = Album of cats
    .description = The cats whose people let others see them.

## Commands

command-cats = cats
    .description = Meet one of this community's cats
    .show = show
    .show-description = Which cats; without it, a surprise
    .show-random = surprise
    .show-newest = newest
    .show-top = top
    .show-mine = mine
    .number = number
    .number-description = The cat with this number
    .member = member
    .member-description = Whose cats

## Settings

setting-enabled = On
    .description = Whether there is an album here. A cat comes into it only when its people say so.
setting-weekly = Crown a cat each week
    .description = On Mondays at 18:00 UTC I show the cat that got the most hearts in the week. After a week with no new cat and no heart, I stay silent.
setting-weekly-in = Cat of the week goes to
    .description = The chat where I show it. Until you choose one, there is no cat of the week.

## A page

cat = 🐾 No. { $number }, shown by { $name } · ❤️ { $likes } · { DATE($at) }
cat-anonymous = 🐾 No. { $number } · ❤️ { $likes } · { DATE($at) }
alt = A cat, number { $number } of this album.
top = 🏆 *{ $rank } of { $of }*
top-line = { $rank }. No. { $number } · ❤️ { $likes }
top-here = *{ $rank }. No. { $number } · ❤️ { $likes }* ←
like = ❤️ { $likes }
another = Another one
report = Report
reported = Cat no. { $number } of the album. Moderators see it with /cats and its number.
take-down = Take it down

## When there is none

empty = No cat is out for a walk right now. Pay with a picture and let others see it!
no-such-cat = There is no cat with this number. Maybe it is asleep in a box.
no-cat-of-theirs = { $name } has no cat in the album. A suspiciously tidy sofa, then.
no-cat-of-yours = You have no cat in the album yet. Pay with a picture and let others see it!
no-hearts = No cat has a heart yet. Go on, be the first to melt!
no-more = No more cats this way.
like-own = You like your own cat, of course! Hearts are for other people's cats.
gone-home = This cat has gone home.
take-down-not-yours = Only its owner or a moderator can take it down.

## Cat of the week

week = 👑 *The cat of the week!* Headquarters has counted the hearts twice. Chin scratches for the winner, please.

## The audit list

audit-taken-down = took down cat no. { $number }

### Missions: cards, and the language clock. Our own markup: *bold*, _italic_, `code`; what is put in is never markup.
### The cards themselves are in missions.cards.ftl.

cog-title = Missions
    .description = Question cards for two, whose answers unlock each other, and the language clock.

## Commands

command-mission = mission
    .description = Draw a question card for you and whoever is on your line
command-missions = missions
    .description = For admins: your club's own question cards

## Settings

setting-enabled = On
    .description = Whether there are question cards and the language clock.
setting-ceiling = How near cards may come
    .description = Every line begins light. Personal cards open after a few answers or when both agree, sensitive ones only when both do.
    .option-light = light only
    .option-personal = up to personal
    .option-sensitive = up to sensitive

## Words

between = {", "}
tongue-zh = Chinese
level-light = light
level-personal = personal
level-sensitive = sensitive
topic-daily = Daily life
topic-food = Food
topic-school = School
topic-work = Work
topic-money = Money
topic-holidays = Holidays
topic-slang = Slang
topic-cats = Cats

## Keys

key-deal = 🃏 Draw a card
key-show = 🃏 Show me the card
key-answer = ✍️ Answer
key-change = ✍️ Change my answer
key-swap = 🔀 Another card
key-more = ⚙️ More
key-topics = Topics
key-levels = How near
key-clock = ⏳ Language clock
key-back = Back
key-another = 🔀 Another one
band-choose = Roughly…

## A card on a line

card-title = 🃏 { $topic } · { $level }
card-title-own = 🃏 From your club · { $level }
card-why = _Why I ask:_ { $why }
card-made = _(a machine translation)_
card-rule = Answer it for yourselves. Nobody sees anything until all have.
card-your-turn = { $count ->
        [one] { $names } has answered.
       *[other] { $names } have answered.
    } Your turn, and then all is shown.
card-waiting = ✔️ You have answered. Waiting for { $names }…
card-missing = Waiting for { $names }…
card-unlocked = 🔓 All have answered. Have a look below!
card-gone = This card was taken away meanwhile. How about another?
card-over = This card is over. A new one is a tap away.
no-cards = No card is left with what you chose. Let a topic in again with `/mission`.
line-over = This line is closed at the moment, so there is nothing to draw here.

answer-title = Your answer
answer-field = Nobody sees it until all have answered
answer-intro = Write whatever you like, in any language. You can change it until all have answered.
answer-empty = An empty answer says a lot, but not enough. Write a word or two?
answer-kept = ✔️ Kept. Waiting for { $names }…
answer-last = 🔓 That was the last one. Here come the answers!
reveal-title = 🔓 *Unlocked!*
reveal-mine = *You:*
reveal-of = *{ $name }:*
remind = 🃏 A card still lies here, and nobody has answered. No hurry: swap it if you like.
remind-waited = 🃏 { $names } answered your card and is curious about you. No hurry: swap it if you like.

## A mission for one

alone-title = 🃏 *A mission for one*
alone-0 = Write it in the language you learn, as if you were telling a friend.
alone-1 = Tell us in the chat! Somebody there surely has an answer too.
alone-2 = Say it aloud once in the language you learn. Cats are a patient audience.

## What can be chosen

lines = Which line do you mean?
lines-choose = Pick one
menu = 🃏 Your missions with *{ $names }*. The card lies on your line.
topics = *Topics.* Tap what you would rather leave out. Nobody is told.
topic-on = ✅ { $topic }
topic-off = ➖ { $topic }
levels = *How near may cards come?* Nobody sees your yes until all have said it.
level-open = 🔓 { $level }: open
level-yes = 🤫 { $level }: you said yes; it opens when all do
level-later = 🔒 { $level }: opens when all agree, or by itself after { $count ->
        [one] one more answered card
       *[other] { $count } more answered cards
    }
level-both = 🔒 { $level }: opens only when all agree
level-never = ✖️ { $level }: not here
level-agree = Yes to { $level }
level-close = No more { $level }
level-opened = 🔓 You all said yes: { $level } cards are in the deck from now on.
level-closed-here = That level is not open here.

## The language clock

clock = ⏳ *Language clock.* First one language for a while, then the other. Which comes first?
clock-order = { $first }, then { $second }
clock-how-long = { $first }, then { $second }: how long for each?
clock-minutes = { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
clock-asked = ⏳ Asked: { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    } of { $first }, then as much { $second }. It starts with a yes.
clock-withdraw = Never mind
clock-withdrawn = Taken back. Nobody minds.
clock-proposed = ⏳ { $name } proposes a language clock: { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    } of { $first }, then as much { $second }. Now?
clock-yes = Yes, go
clock-no = Not now
clock-agreed = ⏳ Here we go!
clock-agreed-first = ✔️ Yes from you. It starts when all agree.
clock-declined = All right, another time.
clock-not-now = ⏳ Not a good moment for a language clock. Another time!
clock-first = ⏳ *{ $language }* for { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }, from now on. Mistakes are part of it!
clock-second = ⏳ Switch! *{ $language }* for { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }.
clock-running = ⏳ The clock runs. It is time for *{ $language }*.
clock-stop = Stop the clock
clock-over = ⏳ *Time!* This is what you wrote:
clock-share-of = *{ $language }*
clock-share = • { $name }: { $count ->
        [one] { $count } letter
       *[other] { $count } letters
    } ({ $percent } %)
clock-you = you
clock-unsure = Nobody could tell
clock-silence = Not a word. Perhaps you were busy with the cat.
clock-gone = This clock is over. You can start another with `/mission`.
clock-there = There is a clock on this line already, asked or running.
clock-one-language = A language clock needs two languages, and this line has only one.

## A club's own cards

own = *Your own cards:* { $count } of { $most }
own-none = You have no cards of your own yet. Members get yours among ours, on every line; up to { $most }.
own-line = • { $words } ({ $level })
own-choose = Open a card
own-earlier = ◀
own-later = ▶
own-add = Add a card
own-title = 🃏 *Your own card* · { $level }
own-language = _{ $language }_
own-remove = Remove it
own-question = The question
own-language-field = In which language it is
own-level = How near it comes
own-why = Why you ask (may be left out)
own-other = The same in another language (or leave out)
own-other-unsure = The card is kept. I could not tell the language of the second wording, so I left that out; others get a translation.
own-empty = A card needs a question.
own-full = You have { $most } cards already. Remove one first.
own-gone = That card is gone.
audit-own-added = added a question card: { $words }
audit-own-removed = removed a question card: { $words }

privacy = *Missions*
    What you answered on a card: until seven days after it was shown, as long as it can be reported; an answer that nobody joined, 30 days. Which levels and topics you chose, and how much you wrote while a language clock ran, until the line ends. A card that you added for your club stays with the club.

### Translating. Our own markup: *bold*, _italic_, `code`; what is put in is never markup.

cog-title = Translating
    .description = Everybody writes their own language, and the conversation stays one.

## Commands

command-translate = translate
    .description = Translate something for you; admins: translate this chat
    .text = text
    .text-description = A text; or: here, off, me, reading, services
    .to = to
    .to-description = A language, or several after “here”
command-say = say
    .description = Say it in this chat's language, under your name
    .text = text
    .text-description = What you want to say, in your language
    .language = language
    .language-description = Another language than this chat's
command-glossary = glossary
    .description = The words that are always translated the same way here
menu-translate = Translate

## What /translate does: words parted by commas, typed by members

do-here = here, on
do-here-means = translate this chat into several languages (admins)
do-off = off
do-off-means = stop translating this chat (admins)
do-me = me
do-me-means = the language that you read
do-reading = reading
do-reading-means = pinyin and a gloss under what I translate for you, on or off
do-services = services
do-services-means = who may see the words: of this club (admins), or your own, in our chat
style-fitting = fitting
style-automatic = automatic, auto
style-under = under, replies
style-collected = collected
style-threads = threads, topics
style-request = request
fillers = and, to, in, into, with
better-words = better

## Settings

setting-enabled = On
    .description = Whether I translate here at all.
setting-style = Translations are shown
    .description = What `/translate here` does when it names no style. Where only a few messages a minute are allowed, “as it fits” waits until it is asked.
    .option-fitting = as it fits this chat
    .option-automatic = by themselves
    .option-under = under each message
    .option-collected = collected, one message for the last few
    .option-threads = in two linked threads
    .option-request = only on request
setting-inherit = New threads follow
    .description = A new thread or topic is translated like the chat that it was opened in.
setting-flags = Flags
    .description = A flag as a reaction translates the message into that country's language, for all to see.
setting-corrections = Better translations
    .description = Members who know both languages may put a better translation in place of mine.
setting-say = /say
    .description = Members may have something said in this chat's language, under their name.

## Switching on and off

languages-two = I need at least two different languages, like this: /translate here English, Chinese
languages-many = That is a lot of languages! I manage { $most } in one chat.
languages-unknown = I don't know the language “{ $words }”. Try its name or its code, like “Spanish” or “es”.
languages-no-service = None of my services translates from { $source } into { $target }, so I cannot offer this pair.
threads-two = Linked threads are for exactly two languages. Name two, or choose another style.
threads-none = I cannot open threads or topics here. Choose another style.
threads-refused = I may not open threads or topics here. Give me that right, or choose another style.
threads-here = This is one of two linked threads. Use the command in the chat that they were opened in.
thread-name = { $language }
off-done = I no longer translate here. What stands there stays.
off-already = I am not translating here anyway.
off-club = This chat belongs to another club now, so I no longer translate here. An admin can begin again with `/translate here`.

## The pinned notice

notice-under = 🌐 Everybody writes their own language here; I put the translation under it. The words go to: { $services }.
notice-collected = 🌐 Everybody writes their own language here; every few messages I translate the last ones. The words go to: { $services }.
notice-threads = 🌐 One conversation in two threads: pick your language, I carry everything across. The words go to: { $services }.
notice-request = 🌐 Need a translation? A flag does it, as a reaction or as an answer. For you alone: the message's menu, or /translate in answer. The words go to: { $services }.
notice-opt-out = Rather not? `/privacy translate off`, and your words stay here.

## Who may see the words

consent = Before I can translate here, an admin has to agree: what is said would go to { $services }. These are public services that belong neither to you nor to me.
between = {", "}
accept = Agreed
accepted = ✓ From now on I may ask { $services }. You can take it back with `/translate services`.
services = *Who may see what is translated here*
services-mine = *Who may see what you have translated for yourself*
services-none = No translation service has been set up for me.
services-own = { $title } ({ $host }), set up by whoever runs me
services-accepted = ✓ { $title } ({ $host }), public, accepted
services-off = { $title } ({ $host }), public, not accepted
accept-service = Accept { $title }
withdraw-service = Withdraw { $title }
consent-mine = To translate this, I would show your words to { $services }, public services. Is that all right?
accept-mine = That's fine
accepted-mine = ✓ Good! Just ask me again. You can take it back with `/translate services`, in our chat.
inline-consent = First allow me, in our chat, to ask a translation service.
inline-consent-key = Open our chat

## For one person

translate-what = What shall I translate? Write it after /translate, or answer a message with it.
me-kept = ✓ From now on I translate into { $language } for you.
me-follows = ✓ From now on I translate into the language that I speak with you.
aids-on = ✓ Under Chinese you now get pinyin, and the words one by one.
aids-off = ✓ No more reading aids.
aids-none = There is nothing here to help with reading.
aids-later = _The dictionary is not ready yet. Ask me again in a moment._
by-service = _Translated by { $service }_
gloss = _Word by word:_ { $words }
reading-key = Pinyin
withheld = They asked that their words go to no service.
withheld-own = You asked that your words go to no service. `/privacy translate on` changes that.
words-gone = I no longer have these words. I only keep them for a day.
needless = There is nothing to translate in this.
needless-same = This is in { $language } already.
needless-unsure = I can't tell which language this is. Try a longer text.

## When nothing comes

lacking-no-service = I know no service that may translate this here. Admins: /translate services.
lacking-saving = Most of today's translations are used up. Try again tomorrow.
lacking-spent = Today's translations are used up. Tomorrow there are new ones.
lacking-failed = No service has an answer right now. Try again in a while.
no-translation = Right now no service gives me translations. I keep trying.
saving = Most of today's translations are used up. Until tomorrow I only translate what somebody asks for.
word-by-word = _Not a translation, only word by word:_ { $words }
answer-word-by-word = No service has an answer right now. *Not a translation*, only word by word from the dictionary: { $words }
trouble-no-right = I may no longer write in “{ $chat }”, so nothing is translated there. Its admins can change that.
trouble-gone = “{ $chat }” is gone, or I am no longer in it; nothing is translated there any more.

## Flags

flag-which = { $flag } Which language shall it be?

## Better translations

better-title = A better translation
better-field = How would you put it?
better-pair = A word to remember (optional)
better-pair-hint = word = its translation
better-empty = Write the better translation after “better:”.
better-pair-unclear = Nothing was remembered: write it as word = its translation.
better-off = Better translations are turned off here.
better-which = Several messages stand together here, and I can't tell which one you mean.
better-language = I can't tell which of the languages this is for. Write a little more.
better-thanks = Thank you, { $name }! ✨ That is much better.
corrected-by = _✏️ { $name }_
both-asked = One thing first: do you know both { $first } and { $second }?
know-both = I know both
know-both-kept = ✓ Thank you!
term-proposed = { $name } suggests for the glossary: *{ $words }* ({ $source }) → *{ $becomes }* ({ $target }). Shall I always translate it so?
term-agree = Agree
term-refuse = No
term-agreed = ✓ In the glossary: { $words } ({ $source }) → { $becomes } ({ $target })
term-refused = Not in the glossary: { $words } ({ $source }) → { $becomes } ({ $target })

## The glossary

glossary = { $count ->
        [one] *One word in the glossary*
       *[other] *{ $count } words in the glossary*
    }
glossary-empty = The glossary is empty. Names, jokes and in-words of this club belong here.
glossary-line = { $number }. { $words } ({ $source }) → { $becomes } ({ $target })
glossary-add = Add a word
glossary-full = The glossary is full: { $most } words. Take one out first.
term-title = A word for the glossary
term-source = Its language
term-words = The word
term-target = Into which language
term-becomes = What it becomes
term-becomes-hint = The same word, for a name that stays as it is
term-incomplete = I need a word, its translation, and two different languages.

## Saying it for somebody

say-off = /say is turned off here.
say-muted = You can't write here right now, so I don't either.
say-long = That is too long for one message. { $most } characters at most, please.
say-needless = That needs no translation: just say it!
say-refused = I may not write here. An admin can change that.
say-failed = I could not say that here. Try again in a while.

## The audit list

audit-on = had this chat translated: { $languages }
audit-off = stopped the translating of a chat
audit-accepted = accepted these services: { $services }
audit-withdrawn = withdrew these services: { $services }
audit-term-added = put into the glossary: { $words } ({ $source }) → { $becomes } ({ $target })
audit-term-removed = took out of the glossary: { $words } ({ $source }) → { $becomes } ({ $target })

### Bridges. Our own markup: *bold*, _italic_, `code`; what is put in is never markup.

cog-title = Bridges
    .description = Chats that are one conversation, each in its own language.

## Commands

command-bridge = bridge
    .description = Tie this chat to another, here or on another platform
    .member = member
    .member-description = Who is meant by mute and unmute
    .words = words
    .words-description = A code from the other chat; or: me off, me on, mute 3, unmute, muted
menu-muteacross = Mute across
menu-unsend = Delete everywhere

## Settings

setting-enabled = On
    .description = Whether chats here can be tied to others.
setting-files = New bridges carry files
    .description = Pictures and other files go along. Each bridge can be changed with /bridge.
setting-reactions = Reactions on new bridges
    .description = How reactions get to the other side. Each bridge can be changed with /bridge.
    .option-nearest = the same emoji, or the nearest
    .option-line = a small line under the message
    .option-off = not at all
setting-joins = New bridges tell who comes in
    .description = A quiet line at the other ends when somebody joins. Each bridge can be changed with /bridge.
setting-originals = New bridges show originals
    .description = What was translated stands under its translation, hidden until you touch it.

## The screens of an admin

bridges = *This chat is tied to:*
bridges-none = This chat is on its own. A bridge makes it one conversation with another, here or on another platform, each in its own language.
bridges-line = 🌉 { $number }: { $chats }
bridges-line-paused = ⏸️ { $number }: { $chats }
bridge-option = { $chats }
bridge-choose = Open a bridge
new = New bridge
enter = Enter a code
back = Back
between = {", "}
chat-in = { $chat } ({ $space })
chat-unnamed = a chat without a name
bridge-title = 🌉 *Bridge { $number }*
bridge-title-paused = ⏸️ *Bridge { $number }*, taking a nap
end-line = • { $chat }: { $language }, { $way }
end-line-here = • { $chat } (this chat): { $language }, { $way }
state-on = yes
state-off = no
files-now = Files cross: { $state }
reactions-now = Reactions: { $how }
joins-now = Says who comes in: { $state }
originals-now = Original under a translation: { $state }
turn-files-on = Carry files
turn-files-off = No files
turn-joins-on = Say who comes in
turn-joins-off = Don't say who comes in
turn-originals-on = Show originals
turn-originals-off = Hide originals
turn-paused-on = Pause
turn-paused-off = Go on
languages = Language here
directions = Direction here
reactions = Reactions
invite = Add a chat
untie = Untie this chat
end = End the bridge
bridge-gone = This bridge is no longer there. /bridge shows those that are.

## Languages, directions, reactions

first-language = Which language is spoken here? What comes from the other side is translated into it.
language-choose = Language
language-none = no translation
language-other = Another one
languages-help = What comes into this chat is translated into this language. With “no translation” it comes as it was said.
language-title = Language of this chat
language-field = Which language is spoken here?
language-hint = Français, Welsh, pt-BR
language-unknown = I don't know this language. Try its English name, or its short form such as “fr”.
directions-help = Which way do messages go between this chat and the others?
direction-choose = Direction
direction-both = both ways
direction-in = only in
direction-out = only out
reactions-help = How do reactions get to the other side?
reactions-choose = Reactions
reactions-nearest = the same emoji, or the nearest
reactions-line = a small line under the message
reactions-off = not at all

## Codes

code = In the other chat, an admin sends me this within { $minutes } minutes:
    `/bridge { $code }`
    It works once.
code-title = Enter a code
code-field = The code from the other chat
codes-too-many = That was a lot of codes. Please try again in an hour.
tied = Done! { $count } chats are one conversation now.
code-wrong = I don't know this code. Look again, or make a new one with /bridge in the other chat.
code-used = This code was used already. Make a new one with /bridge in the other chat.
code-expired = This code is too old. Make a new one with /bridge in the other chat.
code-too-many = That was a lot of wrong codes. Please try again in an hour.
code-same = This code was made right here. A bridge needs another bank: enter it in the other chat.
code-twice = These two chats share a bridge already.
code-gone = I am not at the other end any more, or bridges are off there. Ask its admins.
code-no-right = Who made this code is no longer an admin over there. Another admin can make a new one.
code-full = This bridge is full: 20 chats is the most. Begin a new one with /bridge.
code-many = One of the two clubs has 50 bridges already. End one first.

## Untying

untie-sure = Shall this chat be on its own again? What was said stays where it is, and no longer follows.
untie-yes = Yes, untie it
untie-done = This chat is on its own again.
end-sure = Shall the whole bridge end, for all its chats? What was said stays where it is.
end-yes = Yes, end it
end-done = The bridge has ended.
end-not-yours = Only the club that began this bridge can end it for everybody. You can untie this chat.

## What chats are told

notice-both = 🌉 This chat is one conversation with { $chats }: what is said here also stands there, under its author's name, and the other way round.
notice-in = 🌉 What is said in { $chats } also stands here, under its author's name.
notice-out = 🌉 What is said here also stands in { $chats }, under its author's name.
notice-files = Files go along.
notice-no-files = Files stay where they are.
notice-joins = Who comes in is told on the other side.
notice-untranslated = Nothing is translated: no words go to any service.
notice-same-language = Every side speaks { $language }, so nothing is translated: no words go to any service. Admins change that with `/bridge`.
notice-services = To be translated, words go to: { $services }.
notice-opt-out = Rather not? `/privacy translate off`, and yours cross as you wrote them.
notice-no-service = An admin wanted translations, but no service may be asked yet: see `/translate services`. Until then words cross as they were written.
notice-me-off = Don't want to be carried at all? `/bridge me off`.
told-tied = 🌉 { $chat } is on the bridge now. Say hello!
told-untied = 🌉 { $chat } has left the bridge.
told-ended = 🌉 The bridge was ended from { $chat }. This chat is on its own again.
trouble-gone = 🌉 { $chat } is no longer there, so I untied it.
trouble-no-right = 🌉 I may not write in { $chat }, so nothing gets there. Its admins can change that.
trouble-plain = 🌉 I may not speak under others' names in { $chat } any more (webhooks). Messages go on as my own, with the name in front.
trouble-given-up = 🌉 { $chat } could not be reached for hours. Some messages did not get there.
trouble-uncertain = 🌉 A message may stand twice in { $chat }: the platform would not say whether it had arrived.
trouble-not-changed = 🌉 A message could not be changed or deleted in { $chat }. Please look there yourselves.
trouble-no-translation = 🌉 No service translates for { $chat } right now. Words cross as they were written.
trouble-saving = 🌉 Most of today's translations are used up. Until tomorrow words for { $chat } cross as they were written.
joined = 🐾 { $name } came in.
corrected = _(better words by { $name })_

## To one member

not-tied = This chat is not tied to any other. An admin can do that with /bridge.
me-on = Your words here cross to the other side.
me-off = Your words here stay here. Those of others still cross.
me-turn-off = Don't carry mine
me-turn-on = Carry mine again
mute-whom = Whose words? Answer one of their messages with it, or name a member.
mute-done = The words of { $name } stay on their side from now on. `/bridge unmute` lets them cross again.
mute-done-hours = The words of { $name } stay on their side for { $hours ->
        [one] an hour
       *[other] { $hours } hours
    }.
unmute-done = The words of { $name } cross again.
unmute-needless = The words of { $name } cross already.
muted = *Their words do not cross:*
muted-none = Everybody's words cross.
muted-line = • { $name } (until { $until })
muted-line-for-good = • { $name }
unmute-choose = Let somebody's words cross again
somebody = somebody
unsend-done = Gone, on every side.
unsend-unknown = I don't know this message, or it was never repeated anywhere.
unsend-not-yours = Only its author or a moderator can delete it everywhere.

## The audit list

audit-tied = tied { $chat } to bridge { $bridge }
audit-untied = untied { $chat } from bridge { $bridge }
audit-ended = ended bridge { $bridge }
audit-language = chose another language for a chat of bridge { $bridge }
audit-direction = chose another direction for a chat of bridge { $bridge }
audit-reactions = changed how reactions cross bridge { $bridge }
audit-files-on = let files cross bridge { $bridge }
audit-files-off = kept files from crossing bridge { $bridge }
audit-joins-on = has bridge { $bridge } tell who comes in
audit-joins-off = no longer has bridge { $bridge } tell who comes in
audit-originals-on = has bridge { $bridge } show originals
audit-originals-off = no longer has bridge { $bridge } show originals
audit-paused-on = paused bridge { $bridge }
audit-paused-off = opened bridge { $bridge } again
audit-muted = muted { $name } across bridges
audit-muted-hours = muted { $name } across bridges for { $hours } h
audit-unmuted = let the words of { $name } cross again
audit-unsent = deleted a message by { $name } everywhere

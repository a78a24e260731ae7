# The playground page: two make-believe chats in a browser, with the real bot in them.

## The page

page-title = Cat Tax: the playground
page-kind = Playground
bot-name = Cat Tax
page-line = A community bot for Discord and Telegram: say hello, show your cat, make a friend in another language.
page-more = Below are two make-believe communities with the real bot inside. Be anyone. Join, introduce yourself without a cat, and see who comes to ask.
page-language = Language of this page
page-needs-script = This page needs JavaScript. It loads nothing from elsewhere.
page-broken = Something on this page broke. Loading it again helps.
page-away = Connecting…
bot-here = The bot is here
bot-away = The bot is away
spy-cat-alt = A cat in sunglasses and a trench coat strikes a secret agent’s pose. What it holds up is a banana.
spy-cat-says = Hello, I am a spy. Show me your cat.
skip = Skip to the chats
sides = The two communities

## Languages

language-en = English
language-zh-Hans = 简体中文
language-zh-Hant = 繁體中文
language-es = Español

## Spaces, roles and what stood there before

space-harbour = Harbour
space-teahouse = Teahouse
like-left = works like Discord
like-right = works like Telegram
role-explorer = Brave explorer
role-cat-keeper = Keeper of cats
seed-harbour-1 = Morning, Harbour! The kettle is on and the cat has taken my chair again.
seed-harbour-2 = Mine sits on the keyboard. If I write nonsense today, that is her.
seed-teahouse-1 = Tea is ready. What is everyone reading this week?
seed-teahouse-2 = A cookbook. I am learning to make dumplings, wish me luck!
line-hello = Hi everyone! I’m new here. I like long walks and short stories, and I’d love to practise a language with someone.
line-cat = Hi everyone! I’m new here, and this is my cat. She answers to no name at all.
line-teapot = Hi everyone! I’m new here. I have no cat, but this is my teapot.

## People

you-are = You are { $name }. Be somebody else
choose-person = Who do you want to be?
new-person = New person…
new-person-name = Name
new-person-language = Language
new-person-hint = What their app is set to: the bot’s first guess.
new-person-make = Come in
who-am-i = Who am I?
about = About { $name }
this-is-you = this is you
fact-handle = Name to mention
fact-language = App’s language
fact-rank = Rank
fact-state = Here
fact-roles = Roles
rank-everyone = Member
rank-organiser = Organiser
rank-moderator = Moderator
rank-admin = Admin
state-member = member
state-outside = not in yet
state-asking = at the door
state-captcha = at the captcha
state-muted = muted
state-banned = banned
be = Be { $name }
remove = Remove
ban = Ban
pardon = Let back in
let-in = Let in
turn-away = Turn away
mute = Mute for ten minutes
unmute = Let them write again
members = Members
more = More
join = Join { $space }
leave = Leave { $space }
bot-out = Take the bot out
bot-in = Invite the bot back
ask = Ask to join { $space }
ask-back = Take it back
join-captcha = Come in through the captcha
asking-count = Waiting at the door: { $count }
door-asks = Have newcomers ask first
door-open = Let newcomers straight in
rename-chat = Rename { $chat }…
name = Name
save = Save
roles = Roles…
role-new = New role
role-make = Make
role-delete = Delete { $name }
role-give = Give the role: { $name }
role-take = Take the role away: { $name }
rush = Twelve newcomers at once
rush-hello = Twelve newcomers who say hello

## Chats

chats = Chats
private-chat = Cat Tax
private-title = Just you and Cat Tax
private-words = Nobody else reads what is written here.
start = Start
closed = closed
elsewhere = Friends, no bot
elsewhere-left = Cat Tax is not in this chat. Whoever has it along can still pick it in a message’s menu.
elsewhere-right = Cat Tax is not in this chat. Ask it all the same: write @cattax and your question.
new-chat-left = New thread…
new-chat-right = New topic…
drop-chat = Delete { $chat }
unread = New: { $count }
messages-in = Messages in { $chat }
chat-begins = This is where it begins in { $space }.
outside-title = { $name } is at the door
outside-words = Join { $space } to read, write and meet the cat.
banned-title = This door is closed
banned-words = An admin can let you back in.
ask-words = People are let in one by one here. Ask, and somebody will answer.
asking-title = You have asked, { $name }
asking-words = Somebody will answer soon. Meanwhile Cat Tax may write to you in private.
captcha-words = One thing before you write: are you a robot?
captcha-solve = I am not a robot
muted-words = You can't write right now.
muted-until = You can write again at { $time }.
muted-keys = You can still read and press buttons.
try-it = Your first words? Try one of these:
try-hello = Say hello, without a cat
try-cat = Show your cat
try-teapot = Show a teapot

## Messages

post-by = { $name }, { $time }
tag-bot = BOT
tag-speaks-as = APP
silent = Sent without a sound
edited = edited
pinned = Pinned
voice-message = Voice message
used-command = { $name } used /{ $command }
quoted-gone = The message answered is gone
go-to-quoted = Go to { $name }’s message
deleted-by = Message deleted by { $name }
only-you = Only you see this
dismiss = Put away
spoiler = Hidden: show
losses = Not shown here
loss-address = An address was left out: it was not http(s).
loss-speaker-picture = The speaker’s picture is not loaded from elsewhere.
react = React
reaction = { $emoji }: { $count }
reply = Reply
reply-to = Reply to { $name }
more-on-post = More for this message
edit = Edit
delete = Delete
of-the-bot = Cat Tax
service-joined = { $name } came in
service-left = { $name } left
service-removed = { $name } was removed
service-banned = { $name } was banned
service-renamed = { $name } renamed this chat
service-bot-came = { $name } is here now
service-bot-went = { $name } went away

## Writing

write-in = Write in { $chat }
write-to = Write to { $name }
write-not = You cannot write here now
send = Send
attach = Add a picture or file
files-to-send = To be sent
own-file = A file of your own…
sample-cat-photo = A real cat
sample-cat = Ginger cat
sample-cat-two = Sleeping cat
sample-dog = Dog
sample-teapot = Teapot
sample-cactus = Cactus
take-off = Take { $name } off
as-files = Send pictures as files
drop-here = Drop it here
inline = Write this instead:
editing = Changing your message
replying-to = Replying to { $name }

## Commands, forms and dialogues

commands = Commands
run-command = Run
pick-one = Pick one
yes = Yes
no = No
required = Required
form-send = Send
cancel = Cancel
close = Close
no-answer = No answer came.

## What the platform refuses

refused-nobody = Nobody by that name is here.
refused-name = A name has 1 to 40 letters.
refused-crowd = The playground is full.
refused-language = The playground does not know this language.
refused-banned = You are banned here.
refused-inside = You are already inside.
refused-outside = Join first.
refused-files = At most { $about } files in a message.
refused-long = Too long: at most { $about } characters.
refused-empty = Nothing to send yet.
refused-gone = That is no longer there.
refused-muted = You may not write for now.
refused-asking = You have asked already.
refused-captcha = Solve the captcha first.
refused-roles = At most { $about } roles.
refused-chats = At most { $about } chats.
refused-unstarted = Press Start first.
refused-closed = This chat is closed.
refused-file-gone = The file is gone. Add it again.
refused-not-yours = That message is not yours.
refused-reaction = That is no reaction here.
refused-rank = Your rank does not allow that.
refused-bot-away = The bot is not here to answer.
refused-form = This form is too old. Open it again.
refused-command = This command is not offered here.
refused-missing = “{ $about }” is missing.
refused-value = “{ $about }” is not right yet.
refused-large = Too large: at most { $about } MB.
refused-disk = The file could not be kept: the disk is full.

### What the house itself says. Our own markup: *bold*, _italic_, `code`; what is put in is never markup.

cog-title = Basics
    .description = The commands that are always there.

## Commands

command-start = start
    .description = Say hello and see what I do
command-help = help
    .description = See what I can do for you here
command-cancel = cancel
    .description = Stop what you are filling in
command-me = me
    .description = Your language and your time zone
    .zone = zone
    .zone-description = Where you are: a city or the hours from UTC
command-privacy = privacy
    .description = What I keep about you, and how to take it along or erase it
    .topic = topic
    .topic-description = What you want to settle
    .topic-translate = translating
    .state = state
    .state-description = Whether your words may be translated
    .state-on = on
    .state-off = off
command-report = report
    .description = Tell the moderators about a message or a member
    .member = member
    .member-description = Who it is about, or answer a message with /report
command-quiet = quiet
    .description = Silence me in this chat, or wake me again
    .state = state
    .state-description = Off wakes me again
    .state-on = on
    .state-off = off
menu-report = Report to the moderators

## Settings

setting-enabled = This part of me
    .description = Whether it works here.
setting-language = Language
    .description = In which language I speak to everyone. Each member can choose their own with /me.
    .option-auto = As the platform says
    .option-en = English
    .option-zh-hans = 简体中文
    .option-zh-hant = 繁體中文
    .option-es = Español
setting-reports = Reports go to
    .description = The chat where moderators read reports; best one that only they see.
setting-quiet = Quiet
    .description = I say nothing in this chat.

## First words

start = Hello { $name }! I am a cat with sunglasses and a few jobs: I ask newcomers for a picture of their cat, and I help people who speak different languages to become friends.
help-button = What can you do?
help = *What I can do for you*
help-elsewhere = In a server or group
bot-added = Meow! I am here. In a channel or topic called _introductions_ I ask newcomers for their cat. Admins: /settings.
bot-not-allowed = Thank you for the invitation! I only live in the clubs that my keeper chose, so I am leaving again. Bye!
cancel-nothing = There is nothing to stop. All good!

## Languages and time

language-which = Which language shall I speak with you?
language-list = Choose a language
language-auto = As my app says
language-chosen = All right, this is how I talk to you from now on.
me = *About you*
    Language: { $language }
    Time zone: { $zone }
    { $accounts ->
        [one] One account
       *[other] { $accounts } linked accounts
    }
me-language-auto = as your app says
me-zone-none = not told yet
me-zone-button = Time zone
zone-title = Your time zone
zone-field = Where are you?
zone-hint = A city, or the hours from UTC: Madrid, 北京, +8
zone-kept = Noted: { $zone }. So your clock says { $time } now.
zone-unknown = I don't know “{ $said }”. Try a larger city near you, or the hours from UTC, such as +8.

## Privacy

privacy = *What I keep*
    Your account's number and name, and your app's language. Your language and time zone, if you told me. That you reported something, and what you changed as an admin. For the cat tax: how you paid, whose cat you answered, and a fingerprint by which I know your cat's picture again. The picture itself, small, for a day; longer only if you let others see your cat. And the hearts that you give. Messages that are not for me I do not keep. What you send me waits on my desk for at most two days, so that nothing is lost if I fall asleep.
privacy-services = *Who sees what is translated*
    Where an admin turned translating or a bridge on, words go to the first of these that answers: { $services }. So that translations and bridged messages can follow your edits, I keep what you wrote there for seven days, and translations without names for as long. Where translating waits until somebody asks, I keep what was said for a day at most; and so I do with what you have translated for yourself. And what you chose: the language that you read, those that you know.
privacy-no-services = *Who sees what is translated*
    Nobody: I have no translation service. Where there is a bridge, I keep what you wrote there for seven days, so that it can follow your edits.
privacy-translate-not = Don't translate me
privacy-translate-again = Translate me again
privacy-untranslated = Your words don't go to any translation service any more. Over bridges they still travel, just as you write them.
privacy-translated = Your words may be translated again.
privacy-who = Run by: { $name }
    Contact: { $contact }
    Kept in: { $place }
privacy-unnamed = not told
privacy-export = Take it along
privacy-exported = Here is everything I keep about you.
privacy-forget = Forget me
privacy-forget-sure = Shall I really forget you? Everything I keep about you goes, on all your linked accounts. It cannot be undone.
privacy-forget-yes = Yes, forget me
privacy-forgotten = Done. I don't know you any more. It was nice to have met you!

## Reports

report-title = Report
report-field = What is wrong?
report-hint = In a few words. Only the moderators will see it.
report-what = Answer the message with /report, or name a member.
report-no-place = The moderators have not told me where they read reports. Please write to one of them directly. (Admins: /settings.)
report-sent = Thank you. The moderators have it now.
report = *Report { NUMBER($number, useGrouping: 0) }* from { $by }
    { $reason }
report-about = About: { $name }
report-pictures = { $count ->
        [one] With a file
       *[other] With { $count } files
    }
report-close = Seen to
report-open = Go there
report-closed = Report { NUMBER($number, useGrouping: 0) } was seen to by { $name }.
report-closed-already = Somebody has seen to this already.

## Quiet

quiet-on = I will be quiet here. /quiet off wakes me again.
quiet-off = I am awake again.

## Forms

form-progress = ({ $step } of { $steps })
form-now = Now: { $value }
form-skip = Skip
form-done = Done
form-cancel = Cancel
form-cancelled = Stopped. Nothing was sent.
form-skipped = left open
form-files = { $count ->
        [one] One file
       *[other] { $count } files
    }
form-send-file = { $count ->
        [0] Send me a picture or a file.
        [one] I have one. Send another, or press Done.
       *[other] I have { $count }. Send another, or press Done.
    }
form-open = Open the form
form-next-page = Go on ({ $page } of { $pages })
form-page-kept = Got it. There is a little more.
form-goes-on-in-private = I have written to you in private.
form-could-not-open = The form could not be opened. Please try again.
form-needed = I need an answer to this one.
form-file-needed = Please send a picture or a file.
form-not-an-option = Please choose one of the buttons.
form-too-long = That is { $length } characters; at most { $most }, please.
form-too-short = A little more, please: at least { $least } characters.
form-too-many-files = At most { $most }, please.
form-too-many-options = At most { $most }, please.

## Going on in private

private-invitation = { $name }, this is between the two of us. Press the button and we go on in private.
private-closed = I cannot write to you. Allow direct messages from this server's members, and press again.
private-continue = Open our chat

## When something is not right

error-apology = Sorry, I tripped over my own tail. If it happens again, tell an admin this number: { $reference }
error-stale = This button is too old. Please start again.
error-not-yours = This button is for somebody else.
error-too-fast = Easy, I only have four paws. Try again in { $seconds ->
        [one] a second
       *[other] { $seconds } seconds
    }.
error-quiet = I was asked to be quiet here.
error-cog-off = An admin has turned this off here.
error-only-in-community = Please use this in a server or group.
error-needs-organiser = This is for organisers.
error-needs-moderator = This is for moderators.
error-needs-admin = This is for admins.
error-parameter-missing = “{ $parameter }” is missing.
error-too-many-words = I don't know what to do with “{ $words }”. Try again without it.
error-member-unknown = I don't know whom you mean. Answer one of their messages with the command.
error-chat-unknown = I don't know this chat. Use the command inside it.
error-switch = “{ $parameter }” must be yes or no.
error-too-long = “{ $parameter }” may have at most { $most } characters.
error-choice = “{ $parameter }” must be one of: { $options }.
error-number = “{ $parameter }” must be a number.
error-number-range = “{ $parameter }” must be between { $least } and { $most }.

## The audit list

audit-club-joined = brought { $space } into the club
audit-club-left = took { $space } out of the club
audit-setting = set “{ $setting }” to “{ $value }” ({ $cog })
audit-report-closed = saw to report { $number }

## What a start prints

started-starting = { $platform }: still connecting.
started-connected = { $platform }: connected.
started-down = { $platform }: not connected. I keep trying.
started-playground = The playground is open: { $address }
started-web = Health and metrics: { $address }/healthz and { $address }/metrics

## What is missing, for the operator: what it is, what that turns off, and where to change it

finding-missing-right = “{ $space }” does not give me the right { $right ->
        [view-channel] View Channels
        [send-messages] Send Messages
        [send-messages-in-threads] Send Messages in Threads
        [read-message-history] Read Message History
        [embed-links] Embed Links
        [attach-files] Attach Files
        [add-reactions] Add Reactions
        [manage-roles] Manage Roles
        [manage-messages] Manage Messages
        [manage-webhooks] Manage Webhooks
        [pin-messages] Pin Messages
        [create-public-threads] Create Public Threads
        [create-private-threads] Create Private Threads
       *[other] { $right }
    }.
    .off = { $right ->
        [view-channel] I see no channel there.
        [send-messages] I cannot say anything there.
        [send-messages-in-threads] I cannot say anything in threads.
        [read-message-history] I cannot answer messages, nor read back what I missed.
        [embed-links] Cards are shown as plain text.
        [attach-files] The spy cat comes without its picture, and the album stays empty.
        [add-reactions] I do not react.
        [manage-roles] I cannot give the role of who has paid the cat tax.
        [manage-messages] I cannot take others' messages away.
        [manage-webhooks] I cannot repeat something under its author's name.
        [pin-messages] I cannot pin where words go when they are translated.
        [create-public-threads] I open no threads.
        [create-private-threads] I open no private threads for two.
       *[other] What needs it.
    }
    .mend = Discord: Server Settings › Roles › my role; or invite me again with the link from the README.
finding-discord-token = Discord does not accept the token.
    .off = Everything on Discord.
    .mend = Discord Developer Portal › your application › Bot › Reset Token; then put it into DISCORD_TOKEN.
finding-discord-message-content = The message content intent is not granted.
    .off = I cannot see cats in messages: newcomers are invited to pay by /cat instead.
    .mend = Discord Developer Portal › your application › Bot › Message Content Intent; then start me again.
finding-discord-members = The server members intent is not granted.
    .off = I do not hear who joins or leaves.
    .mend = Discord Developer Portal › your application › Bot › Server Members Intent; then start me again.
finding-discord-commands = Discord did not take my commands: { $detail }
    .off = New or changed commands are not shown.
    .mend = If this stays after another start, report it with this line.
finding-telegram-token = Telegram does not take the token.
    .off = The bot is not on Telegram.
    .mend = Ask @BotFather for the token again (/token) and put it into TELEGRAM_TOKEN.
finding-telegram-conflict = Somebody else fetches this bot's updates with the same token.
    .off = Messages get lost between the two.
    .mend = Stop the other one; or get a new token from @BotFather (/revoke) and put it into TELEGRAM_TOKEN.
finding-telegram-groups = @{ $bot } may not be added to groups.
    .off = Everything in groups.
    .mend = @BotFather › /setjoingroups › Enable.
finding-telegram-privacy = @{ $bot } runs in privacy mode.
    .off = In groups where I am not an admin I only see commands and answers to me: newcomers are invited to pay by /cat.
    .mend = @BotFather › /setprivacy › Disable, then remove me from the group and add me again; or make me an admin there.
finding-telegram-privacy-chat = In “{ $chat }” I am not an admin, and privacy mode is on.
    .off = There I only see commands and answers to me, and not who joins.
    .mend = Make @{ $bot } an admin of the group; no rights need to be ticked for that.
finding-telegram-admin = In “{ $chat }” I am not an admin.
    .off = There I do not hear of reactions, nor always of who joins or leaves.
    .mend = Make @{ $bot } an admin of the group.
finding-telegram-muted = In “{ $chat }” I may not write.
    .off = Everything I would say there.
    .mend = Let members send messages in the group's permissions, or make @{ $bot } an admin.
finding-telegram-rights = In “{ $chat }” I lack rights: { $missing }.
    .off = What needs them: deleting others' messages, restricting members, inviting, or managing topics.
    .mend = Group › Administrators › @{ $bot }.
finding-telegram-webhook = Telegram cannot reach the webhook: { $problem }
    .off = Updates come late or not at all.
    .mend = Look at TELEGRAM_WEBHOOK_URL, its certificate, and whether the port can be reached from outside.
finding-telegram-commands = Telegram did not take my command menus: { $problem }
    .off = The menus may show old commands.
    .mend = If this stays after another start, report it with this line.

## Messages that are repeated elsewhere

mirror-file-left = 📎 { $name } ({ $size } MB) was too big to come along.
mirror-file-lost = 📎 { $name } could not come along.

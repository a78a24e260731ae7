### Spies: language buddies. Our own markup: *bold*, _italic_, `code`; what is put in is never markup.
### $word is what they call a language buddy, $words several of them: no article stands before it.

cog-title = Spies
    .description = Language buddies, here or across platforms, who both said yes.

## Words

word-spy = spy
words-spy = spies
word-buddy = language buddy
words-buddy = language buddies
word-pen-pal = pen pal
words-pen-pal = pen pals
tongue-zh = Chinese

## Settings

setting-enabled = On
    .description = Whether members can find a language buddy here.
setting-theme = What a buddy is called
    .description = Every text goes by it.
    .option-spy = spy
    .option-buddy = language buddy
    .option-pen-pal = pen pal
    .option-own = a word of our own
setting-own-word = Our own word
    .description = One buddy, in the word you use. Only where "a word of our own" is chosen.
setting-desk = Moderators' chat
    .description = Where reports about lines arrive, with who reported whom. Choose one that only moderators can read.
setting-lounge = Chat for private threads
    .description = Two who showed each other who they are may open a thread under it that only they see, besides moderators of threads. None: they go on through me.
setting-minors = Lines for those under 18
    .description = They only ever meet each other. Whether that is wise and allowed where you are is yours to answer for.
    .warning = ⚠️ *Lines for those under 18.* They would only ever meet each other, never adults; but nobody can check an age, and what two people write in private no moderator reads along. Before you turn this on: somebody must read the reports every day, and you must know what the law and your platform ask of you where your members are: consent of parents, age limits, a way to reach you. You answer for it.
setting-same-gender = Offer matching within one's own gender
    .description = Members say their gender themselves, and nobody sees it.
setting-lapse-days = Days until a question lapses
    .description = Whoever has not answered by then is not asked again about this one.
setting-repeat-weeks = Weeks until the same two may meet again
    .description = Nobody gets the same buddy again sooner.
setting-round-days = Days between two rounds
    .description = In a round everybody who wants to is matched together. 0: no rounds.
setting-asks-a-day = Questions a day
    .description = How many people one member can ask in a day.
setting-hold-files = Hold back links and files at first
    .description = They wait until the third day, unless both agree.
setting-weight-levels = Matching: how much levels count
    .description = Points for somebody who grew up with what the other learns, and for two who are equally far.
setting-weight-hours = Matching: how much free time counts
    .description = Points for each hour of the week in which both have time, up to twelve hours.
setting-weight-interests = Matching: how much interests count
    .description = Points for each interest that both have, up to four.
setting-weight-answers = Matching: how much answering counts
    .description = Points for somebody who always answered when asked, fewer for others.
setting-weight-waiting = Matching: how much waiting counts
    .description = Points for each week that somebody has waited. The more, the sooner it is their turn.

## Safety

safe-report = 🚩 Report
safe-block = 🚫 Block
safe-whom = Whom do you mean?
safe-blocked = 🚫 Done. You and { $name } will not meet again, and nothing more of theirs reaches you. They only hear that the line has ended.
safe-undo = Undo
safe-lifted = Taken back. You and { $name } may meet again one day; the line stays ended.
safe-lifted-already = That block is no longer there.
safe-unnamed = somebody
safe-privacy = *Spies*
    Your file, as you filled it in. What you write on a line, for seven days, also what you edited or deleted; after that only which message was which. In which weeks you wrote there, until a week after it ends. What somebody reports, until the moderators have decided. Who blocked whom, and who is banned: for two years, as scrambled numbers of accounts that nobody can read back. These outlast “forget me”, or they would keep nobody safe.
safe-nobody = You have blocked nobody. May it stay that way.
safe-list = *Whom you have blocked:*
safe-entry = • { $name }, { $day }
safe-lift = Take one back
safe-contact = ⏳ That looks like a way to reach you elsewhere, and you have only just met. It has not gone to { $name } yet. Send it anyway?
safe-contact-send = Send anyway
safe-contact-keep = Don't send
safe-contact-sent = It is on its way to { $name }.
safe-contact-kept = It stays here, just between us.
safe-changed = ✏️ With that change your message doesn't go to { $name }: links and contact data wait at first. Say it in a new message, and I'll ask you about it.
safe-gone = That message waits no longer.
safe-files = ⏳ Links and files wait until the third day of a line, unless everybody agrees. This one reaches { $name } then.
safe-files-ask = Ask for a yes
safe-files-asked = I have asked { $name }. As soon as they say yes, what waits goes.
safe-files-wanted = { $name } would like to send links and files already. From somebody you have only just met, better say yes only if you expect something.
safe-files-yes = Yes, let them through
safe-files-no = Not yet
safe-files-free = Links and files cross to and from { $name } from now on.
safe-files-later = Fine. They wait until the third day, and nobody hears that you said so.
safe-mind-money = 💛 A word from your cat: { $name } speaks of giving or lending money. Nobody here should ask you for any.
safe-mind-investing = 💛 A word from your cat: { $name } speaks of investing or crypto. Friendly strangers with sure profits are the oldest trick there is.
safe-mind-cards = 💛 A word from your cat: { $name } speaks of gift cards. A code that you send is money that is gone.
safe-mind-jobs = 💛 A word from your cat: { $name } speaks of a job. Easy work for high pay, far away, is seldom what it says.
safe-mind-leaving = 💛 A word from your cat: { $name } wants to go on in another app. There nobody can help you; here you both stay under codenames as long as you like.
safe-mind = Maybe it is harmless. If it feels odd, these two keys are yours.
safe-alike-title = The same opening, many times
safe-alike = { $count } lines in seven days began with these words. The last one was from { $name }.
case-no-desk = Nobody here reads reports about lines yet: an admin has to choose a chat for them in /settings. You can block at once, and tell a moderator yourself.
case-gone = This report is no longer open.
case-words-gone = The words of that message are no longer kept.
case-making = *A report about { $name }.* The moderators get what you choose here, and nothing else. { $name } never hears who reported.
case-making-asked = *A report about words in a question.* The moderators get these, and nothing else. Nobody hears who reported.
case-none-chosen = No message is in it yet. You can also send it with your own words only.
case-add = Put in or take out messages
case-send = Send…
case-drop = Never mind
case-dropped = Nothing was sent.
case-title = Report
case-why = What is wrong?
case-why-hint = A few words for the moderators
case-sent = Thank you. It is with the moderators. Until they have decided, nothing crosses this line, in either direction.
case-sent-asked = Thank you. It is with the moderators.
case-number = Report { $number }
case-head = *About:* { $accused }
    {""}*From:* { $reporter }
    { $why }
case-nobody = somebody who is not here any more
case-withheld = not told: whom it is about moderates here too
case-line = { $at }
case-line-deleted = { $at }, deleted since
case-translation = Translated: { $words }
case-former = Before it was changed: { $words }
case-files = { $count ->
        [one] with a file
       *[other] with { $count } files
    }
case-nothing = Nothing wrong
case-warn = Warn
case-end = End the line
case-ban = Ban from lines
case-read = Read all
case-whole = *Report { $number }*
case-own = You are part of this yourself. Let another moderator decide.
case-closed-already = Somebody has decided already.
case-decided-nothing = ✅ Report { $number }: nothing wrong, says { $name }. Its words are deleted.
case-decided-warn = ⚠️ Report { $number }: a warning, by { $name }. Its words are deleted.
case-decided-end = ✂️ Report { $number }: { $name } ended the line. Its words are deleted.
case-decided-ban = ⛔ Report { $number }: { $name } banned them from lines here. Its words are deleted.
case-pardon = Lift the ban
case-pardoned = Report { $number }: { $name } lifted the ban.
case-told-nothing = The moderators looked at your report and found nothing against the rules. Blocking is yours whenever you want.
case-told-warn = The moderators looked at your report and gave a warning. Thank you for speaking up.
case-told-end = The moderators looked at your report and ended the line. Thank you for speaking up.
case-told-ban = The moderators looked at your report. You will not be matched with them again, and neither will anybody else here. Thank you for speaking up.
case-warned = ⚠️ The moderators of { $club } ask you to mind how you write on lines. Please be kind: at the other end is a person.
case-warned-plain = ⚠️ The moderators ask you to mind how you write on lines. Please be kind: at the other end is a person.
case-may-go-on = Your line with { $name } rested for a while. It goes on as soon as all of you want that.
case-go-on = Go on
case-goodbye = Say goodbye
case-goes-on = Your line with { $name } goes on.
case-wants-on = Noted. As soon as { $name } wants it too, it goes on.
audit-case-nothing = Closed report { $number } about a line: nothing wrong
audit-case-warn = Closed report { $number } about a line: a warning
audit-case-end = Closed report { $number } about a line: the line ended
audit-case-ban = Closed report { $number } about a line: a ban from lines
audit-case-pardoned = Lifted the ban of report { $number }

## Keeping

keep-nudge = It has been quiet between you and { $name }. A cat blinks slowly: one line is enough, and nobody owes anybody an excuse.
keep-nudge-last = Still quiet on the line with { $name }. Life gets busy. Begin again whenever you like; I shall leave you in peace now.
keep-check-in = A week with { $name } already! How is it going? Only I see your answer.
keep-well = 😺 Well
keep-new = A new { $word }, please
keep-later = Not now
keep-well-said = Lovely. Back to { $name } with you, the mission continues!
keep-later-said = All right, I did not ask. Everything stays as it is.
keep-which = No hard feelings. Would you like somebody besides { $name }, or say a kind goodbye first?
keep-besides = Besides
keep-part = Goodbye first
keep-stay = Never mind
keep-besides-said = { $name } stays, and you are on the list of those who look for { $words }. I tell you when somebody comes; or look right now.
keep-find = Look now
keep-streak = { $weeks ->
        [one] 🔥 { $weeks } week in which you wrote each other
       *[other] 🔥 { $weeks } weeks in which you wrote each other
    }
keep-streak-was = { $weeks ->
        [one] You wrote each other in { $weeks } week.
       *[other] You wrote each other in { $weeks } weeks in a row, more or less. Well done!
    }

## Line

command-line = line
    .description = Your lines: whom you write to, and how
line-greet = { $count ->
        [one] 🤝 You both said yes! Your new { $word }: *{ $name }*. One moment, I'm opening the line.
       *[other] 🤝 You all said yes! On the line with you: *{ $name }*. One moment, I'm opening the line.
    }
line-open = ☎️ The line to { $name } is open
line-how = Just write to me here: I carry it to { $name }. Pictures, voice and files too. What you edit or delete changes over there as well.
line-arrives = Whatever comes back, you read in { $language }, with the original hidden under it.
line-services = To be translated, words go to: { $services }. Rather not? `/privacy translate off`, and yours cross as you wrote them.
line-no-service = No service translates here yet, so words cross as they were written. An admin can change that: `/translate services`.
line-masked = You know each other by codename, until everybody wants more.
line-more = `/line` has all the rest: languages, off-duty hours, whom you write to.
line-moment = It takes a moment until { $name } is here. I'll tell you when you can talk.
line-wanted = ☎️ Somebody waits for you on a line. Open our private chat, and it begins.
line-open-key = Open the chat
line-elsewhere = ☎️ Your line to { $name } goes on here.
line-left-behind = 🧳 This message, which was still waiting, didn't come along to your line with { $name }. Say it once more and it arrives.
line-show = Show who I am
line-goodbye = Goodbye
line-list = *Your lines*
line-entry = ☎️ { $name }: { $tongues }, since { DATE($since) }
line-entry-chosen = ▶️ { $name }: { $tongues }, since { DATE($since) }
line-not-yet = not open yet
line-resting = resting
line-none = You have no line yet. `/spy` finds you somebody.
line-pick = Open a line
line-reads-now = You read it in { $language }.
line-duty-now = Off duty: { $hours }. `/spy` changes it.
line-word-now = Between you it's called “{ $own }”.
line-free-now = Links and files cross at once.
line-careful-now = Links and files wait until the third day, unless everybody agrees.
line-shown-now = You know who the other is.
line-move = Private thread
line-move-back = Back to our private chats
line-moved = ☎️ Your line goes on in here. I add translations under what you say. Moderators who look after threads could look in; `/line` takes you back to our private chats.
line-moved-there = ☎️ Your line to { $name } goes on in a thread of your own. I've put you in.
line-moved-back = ☎️ Your line to { $name } goes on here, in our private chat.
line-no-thread = I can't open a thread for you right now. Your line goes on through me.
line-write-to = Write to this one
line-reads = Read in
line-reads-help = In which language do you want to read this line?
line-reads-mine = As my screens
line-free = Links and files
line-word = Our own word
line-word-field = What do you two call each other?
line-word-hint = partner in crime
line-word-told = { $name } has a new word for the two of you: “{ $own }”.
line-word-usual = { $name } went back to the usual word: { $word }.
line-word-contact = That reads like a way to reach somebody, not like a word for each other. Nothing was changed.
line-back = Back
line-whom = To whom shall this go?
line-written = ▶️ What you write here goes to { $name } now. `/line` changes that; an answer to a message goes to whoever wrote it.
line-waits = 🌙 { $name } is off duty right now. Your words wait at the door and go in later.
line-rests = This line rests for now.
line-gone = This line is no longer there. /line shows yours.
line-trouble-no-translation = 🐾 No service has a translation right now, so words cross as they were written.
line-trouble-saving = 🐾 Most of today's translations are used up. Until tomorrow words cross as they were written.
line-trouble-given-up = 🐾 I couldn't get through to you for hours, and a message didn't make it. Do ask for it again.
line-trouble-not-changed = 🐾 Something was changed or deleted on the other side, and I couldn't change it here.
line-corrected = _better words by { $name }_
show-ask = 🎭 If { $name } says yes as well, you see each other's names and accounts. Until then nothing is shown.
show-yes = Yes, show me
show-wished = 🎭 { $name } would like you to show each other who you are: names and accounts. It happens only if you say yes too. No hurry, and no answer is fine.
show-waiting = 🎭 Your yes is kept. I've asked { $name }; until they say yes too nothing is shown.
show-done = 🎭 Masks off!
show-account = { $account }
show-is = *{ $codename }* is { $name }: { $accounts }
show-is-by-handle = *{ $codename }* is { $name } ({ $handle }): { $accounts }
end-title = Goodbye
end-goodbye = 👋 { $name } has said goodbye. Thank you for the time on the line!
end-left = 👋 { $name } can't be reached any more, so the line has ended.
end-plain = 👋 Your line to { $name } has ended.
end-date = { DATE($day) }
end-days = Together from { $first } to { $last }.
end-one-day = Together for a day: { $day }.
end-two-goodbye = 👋 { $name } has said goodbye to you both. { $other } and you go on, just the two of you: keep writing to me here.
end-two-left = 👋 { $name } can't be reached any more. { $other } and you go on, just the two of you: keep writing to me here.
end-new = There are other { $words } out there. Shall I look?
end-find = Find somebody new
end-said = 👋 You've said goodbye. I've told { $name } kindly.

## Asking

ask-codename-firsts = Velvet, Silent, Midnight, Copper, Honey, Marble, Silver, Misty, Sleepy, Curious, Lucky, Humming, Invisible, Double, Secret, Pepper, Cosy, Drowsy, Nimble, Sunny, Paper, Cinnamon, Moonlit, Whispering
ask-codename-seconds = Paw, Whisker, Tail, Purr, Tabby, Pounce, Trench Coat, Magnifier, Banana, Sunglasses, Windowsill, Yarn, Cushion, Sardine, Cardboard Box, Teacup, Mitten, Meow, Keyhole, Umbrella, Postcard, Footprint, Newspaper, Alley Cat
ask-codename-between = {" "}

why-languages = Speaks { $speaks }, learns { $learns }.
why-nothing = The rest is for you to find out together.
why-list = {", "}
why-between = {"; "}
why-common = { $common }.
why-hours = about { $hours } free { $hours ->
        [one] hour
       *[other] hours
    } a week in common
why-slots = both free on { $slots }
why-slot-weekday-morning = weekday mornings
why-slot-weekday-afternoon = weekday afternoons
why-slot-weekday-evening = weekday evenings
why-slot-weekday-night = weekday nights
why-slot-weekend-morning = weekend mornings
why-slot-weekend-afternoon = weekend afternoons
why-slot-weekend-evening = weekend evenings
why-slot-weekend-night = weekend nights
why-like = both like { $interests }
why-like-cats = cats
why-like-food = food
why-like-music = music
why-like-films = films
why-like-books = books
why-like-games = games
why-like-travel = travelling
why-like-sports = sports
why-like-hiking = hiking
why-like-art = art
why-like-photography = photography
why-like-technology = technology
why-like-science = science
why-like-history = history
why-like-anime = anime
why-like-fashion = fashion
why-like-cooking = cooking
why-like-plants = plants
why-want = both up for { $wants }
why-want-chat = chatting
why-want-correction = corrections
why-want-voice = voice
why-want-homework = homework help

find-which = In which club shall I look?
find-no-file = I don't know yet what you speak and learn here. Open your file: it takes a minute, and then I go looking.
find-open-file = Open my file
find-paused = Your file says *paused*, so I am not looking, and nobody is asking you. Wake it up whenever you like.
find-minors = Lines for those under 18 are off in this club, so I can't introduce you to anybody here.
find-full = You have { $count } lines here already. Say goodbye on one of them first, then I'll look again.
find-one = *{ $codename }* could be the one:
find-ask = Ask them
find-next = Next
find-not-now = Not now
find-look = Look for somebody
find-nobody = Nobody who fits is free right now. You are on the list: as soon as somebody comes, you'll hear from me.
find-seen-all = That was everybody who fits right now. I'll tell you when somebody new comes; or have another look at the same faces.
find-later = All right. You know where to find me.
find-came = Somebody has come who might be just right for you.

ask-whom = Whom? Write the command with a member, or in answer to something they said.
ask-yourself = That would be a very quiet conversation. Pick somebody else!
ask-not-now = This one isn't up for questions right now. Others are: shall I look?
ask-too-many = You have asked { $count ->
        [one] once
       *[other] { $count } times
    } today. Even the best agents rest: try again tomorrow.
ask-sent = I am asking *{ $codename }*. If it's a yes, your line opens. If I hear nothing within { $days ->
        [one] a day
       *[other] { $days } days
    }, I'll tell you.
ask-sent-to = I am asking { $name }, in private and under a codename. If it's a yes, your line opens. If I hear nothing within { $days ->
        [one] a day
       *[other] { $days } days
    }, I'll tell you.
ask-moment = It takes a moment: I can't reach them just yet. Your question is in my pocket.
ask-from = *{ $codename }* from { $club } has a question:
ask-round = This round in { $club } brings you together with *{ $codename }*, who asks:
ask-question = _Do you want to be my { $tongue } { $word }?_
ask-question-plain = _Do you want to be my { $word }?_
ask-words = In their own words: { $words }
ask-words-translated = In their own words, translated for you: { $words }
ask-until = There is time until { $until }. A no stays between you and me.
ask-yes = Yes
ask-no = No, thanks
ask-said-yes = Noted: a yes! As soon as it's mutual, your line opens.
ask-agreed = Everybody said yes! Your line opens in a moment.
ask-said-no = All right, and thanks for saying so. Nobody hears of it.
ask-lapsed = Too late by a whisker: this question has lapsed. Shall I ask them for you?
ask-anew = Ask them
ask-gone = This question isn't there any more.
ask-over = Nothing came of it with *{ $codename }* this time. That happens, and it says nothing about you. Shall I look for somebody else?
ask-over-plain = Nothing came of your last question this time. That happens, and it says nothing about you. Shall I look for somebody else?

round-left = This round had nobody who fits you. You go first in the next one.
round-none = There are no rounds here. Settings → Days between two rounds.
round-next = The next round: { $at }
round-people = { $count ->
        [one] One member takes part
       *[other] { $count } members take part
    }; { $free } can be matched now.
round-waiting = { $count ->
        [one] One is waiting for somebody
       *[other] { $count } are waiting for somebody
    }, for up to { $days ->
        [one] a day
       *[other] { $days } days
    }.
round-lately = { $at }: { $people } in, { $unmatched } without anybody.
round-fair = Each week of waiting raises somebody's chance in the next round.
round-which = Which club's rounds?
round-where = Rounds belong to a club, and its admins see them: write `/spy rounds` in a chat of yours. Here I can show those of clubs in which you are an admin and take part.
round-run = Make a round now
round-started = A round is on its way: everybody gets their question in private.
round-audit-run = had a round made now

## File

command-spy = spy
    .description = Find a language buddy: your file, and who speaks what you learn
    .what = what
    .what-description = Leave it empty to open your file
    .member = member
    .member-description = Whom it is about

file-do-open = file, open, profile
file-do-open-means = open your file
file-do-find = find, search, match
file-do-find-means = look for somebody now
file-do-ask = ask
file-do-ask-means = ask a member
file-do-rounds = rounds, round
file-do-rounds-means = when the next round is
file-do-pause = pause, stop
file-do-pause-means = nobody is matched with you for now
file-do-resume = resume, continue, unpause
file-do-resume-means = be matched again
file-do-forget = forget, delete
file-do-forget-means = erase your file
file-do-never = never, avoid, block
file-do-never-means = never be matched with a member
file-do-blocked = blocked, blocks
file-do-blocked-means = see whom you blocked, and take it back
file-do-unknown = I don't know “{ $what }”. With /spy alone you open your file; words I know: find, ask, pause, resume, forget, never.

file-begin-title = 🕵️ *Looking for: my { $word }*
file-begin =
    You speak something that somebody here is learning, and they speak what you learn. I bring you together, and nothing happens until you both say yes.
    First a small file. It takes a minute; whoever fits you sees your languages and what you like, never your name.
file-begin-key = Open my file
file-form-title = Your file
file-form-change = Your languages
file-form-intro = A few questions. Everything else can wait, and you can change or delete it at any time.
file-age = How old are you? Nobody sees this.
file-age-adult = 18 or older
file-age-minor = Under 18
file-field-speaks = What do you speak, and how well?
file-hint-speaks = English, 中文 B2
file-field-learns = What are you learning?
file-hint-learns = Chinese A2 – or without a level
file-field-zone = Where are you?
file-hint-zone = A city, or the hours from UTC: Madrid, 深圳, UTC+5:45
file-again = Correct it
file-back = Back
file-none = You have no file yet. Open one with /spy.
file-kept = Noted. ✏️

file-language-unknown = I don't know these languages: { $named }. Write each by its name, in any language, or by its code, with commas between them: “English, 中文 B2” or “en, zh”.
file-no-language = I need at least one language there. Write it by its name or its code: “English”, “中文”, “es”.
file-too-many-languages = So many languages, respect! { $most } is the most I can keep: the ones you want to use here are enough.

file-title = 🗂️ *Your file*
file-speaks = Speaks: { $languages }
file-learns = Learns: { $languages }
file-tongue = { $language } ({ $level })
file-zone = Time zone: { $zone } (it is { $time } there)
file-zone-none = Time zone: not told yet
file-free = Has time: { $slots }
file-likes = Likes: { $interests }
file-words = In your words: { $said }
file-words-contact = With a link, a number or an account in them, your own words aren't shown to whoever you ask. You can tell them on your line.
file-wants = Looks for: { $wants }
file-handle = Once known as: { $handle }
file-seeks = Seeks: { $handle }
file-off-duty = Off duty: { $start }–{ $end }
file-paused = ⏸️ Paused: nobody is matched with you, and nobody can ask you.
file-clubs = You take part in: { $clubs }
file-nowhere = You take part in no club yet: write /spy in the chat of a club, and choose there.
file-not-here = You don't take part here yet.

file-opt-in = Take part here
file-opted-in = You take part here now. With /spy find I look for somebody.
file-opt-out = Leave here
file-opted-out = You no longer take part here. Your file is still there.
file-under-age = Thank you for being honest. Lines for those under 18 are off in this club, so I can't match you here. Your file stays with me, and nobody sees it. Everything else here is open to you. When you turn 18, say so: *Limits*, *My age*.
file-pause = Pause
file-resume = Go on
file-resumed = Welcome back! You can be matched again.
file-forget = Forget
file-forget-asked = Shall I erase your file? What you told me about yourself is gone then, and lines that you have end. Your time zone stays, it belongs to /me.
file-forget-sure = Yes, erase it
file-forgotten = Erased. I never saw that file. 🐾 If you miss it one day: /spy.
file-never-whom = Whom? Write /spy never with the member, or in answer to something they said.
file-never-oneself = That is you. You will have to get along.
file-never-kept = Noted: I never match you with { $member }. They are not told.

file-key-languages = Languages
file-key-levels = Levels
file-key-zone = Time zone
file-key-slots = When
file-key-interests = Interests
file-key-wants = What I want
file-key-limits = Limits
file-key-age = My age
file-key-handle = A former name
file-key-off-duty = Off duty
file-key-words = In my own words

file-level-a1 = A1: first words
file-level-a2 = A2: simple everyday talk
file-level-b1 = B1: gets by in most situations
file-level-b2 = B2: talks freely, with mistakes
file-level-c1 = C1: fluent, also at work
file-level-c2 = C2: nearly like a native
file-level-native = grew up with it
file-levels-a1 = a1, beginner, a bit, a little
file-levels-a2 = a2, elementary, basic
file-levels-b1 = b1, intermediate
file-levels-b2 = b2, upper intermediate
file-levels-c1 = c1, advanced, fluent
file-levels-c2 = c2, proficient
file-levels-native = native, mother tongue
file-level-which = Which language?
file-level-choose = How well?
file-level-learns = How well do you know { $language } by now?
file-level-speaks = How well do you speak { $language }?
file-learning = { $language }, learning
file-speaking = { $language }, speaking

file-zone-several = There are several places called “{ $said }”. Which one is yours?
file-zone-choose = Choose a place
file-zone-other = Another place
file-zone-again = Try again
file-zone-unknown = I don't know “{ $said }”. Try a larger city near you, or the hours from UTC: “Madrid”, “深圳”, “UTC+5:45”, “+9”.
file-zone-failed = I couldn't look up “{ $said }” just now; that's on me, not on the place. Try again in a moment, or write the hours from UTC: “UTC+5:45”, “+9”.
file-zone-kept = Your time zone: { $zone }. It is { $time } there now, right? If not, press *Time zone*.

file-switch = Pick to add or remove
file-field-interests = What do you like?
file-field-slots = When do you have time?
file-field-wants = What do you look for?
file-interests-help = What do you like? Pick as many as you want; ✓ is on your list. What is not here you can say in your own words.
file-interests-cats = cats
file-interests-food = food
file-interests-music = music
file-interests-films = films
file-interests-books = books
file-interests-games = games
file-interests-travel = travel
file-interests-sports = sports
file-interests-hiking = hiking
file-interests-art = art
file-interests-photography = photography
file-interests-technology = technology
file-interests-science = science
file-interests-history = history
file-interests-anime = anime
file-interests-fashion = fashion
file-interests-cooking = cooking
file-interests-plants = plants
file-field-words = What else should your { $word } know?
file-hint-words = Whatever you like to talk about, in any language. A dash empties it.
file-slots-help = When do you usually have time, by your own clock? Pick as many as you want.
file-slots-zone = For that I need to know where you are.
file-slots-weekday-morning = weekday mornings
file-slots-weekday-afternoon = weekday afternoons
file-slots-weekday-evening = weekday evenings
file-slots-weekday-night = weekday nights
file-slots-weekend-morning = weekend mornings
file-slots-weekend-afternoon = weekend afternoons
file-slots-weekend-evening = weekend evenings
file-slots-weekend-night = weekend nights
file-wants-help = What do you look for? Pick as many as you want.
file-wants-chat = chatting
file-wants-correction = being corrected
file-wants-voice = talking by voice
file-wants-homework = help with homework

file-limits-none = Whom do you never want to meet? Write /spy never with the member, in a chat where they are. I tell nobody; but where commands are messages, others can read it.
file-limits-help = You can be matched within your own gender only. What you choose is never shown to anybody, so it does not stand here either. Whom you never want to meet: /spy never with the member. They are not told.
file-gender-choose = I am…
file-gender-woman = a woman
file-gender-man = a man
file-gender-other = neither, or something else
file-gender-unsaid = I'd rather not say
file-gender-kept = Noted, and nobody sees it.
file-gender-first = Choose first what you are yourself; nobody sees it.
file-same-on = Only my own gender
file-same-off = Anybody again
file-same-is-on = Now: only your own gender.
file-same-is-off = Now: anybody.

file-age-help = *How old are you now?* Nobody sees what you say, so it does not stand here either. Those who are 18 or older and those under 18 never meet: when you change sides, lines that no longer fit end, and the others hear only that they ended.
    That you are under 18 you can say at any time. That you have turned 18 you can say once, and 30 days after you said you had not, at the earliest.
file-age-sure-adult = So you are 18 or older now. Lines that you have with those under 18 end with that, and I can take your word for it only once. Right?
file-age-sure-minor = So you are under 18. Thank you for saying so. Lines that you have with adults end with that; the others hear only that they ended. That you have turned 18 can be said once, in 30 days at the earliest.
file-age-yes = Yes, that's right
file-age-same = So it stands already. Nothing changes.
file-age-kept = Changed. ✏️ From now on you meet only people on your side of 18.
file-age-left = In { $clubs } lines for those under 18 are off, so you no longer take part there. When you turn 18: *Limits*, *My age*.
file-age-early = You said not long ago that you are under 18, so this can be changed only after { DATE($day) }. Until then everything stays as it is.
file-age-once = That you have turned 18 can be said only once, and you have said it before. If you are 18 all the same, begin anew: *Forget* erases your file, with the lines in it.

file-handle-intro = You knew somebody from elsewhere, a pen pal from an old app? If they also left the name that you look for here, and look for yours, I tell you both. Nobody else hears of it.
file-field-handle = What were you called there?
file-hint-handle = Your name there. A dash empties it.
file-field-seeks = Whom are you looking for?
file-hint-seeks = Their name there. A dash empties it.
file-reunion = 🎉 Look who is here: { $handle }! They are { $member } here, and they are looking for you too. I can't check who they are, so ask them something that only they know. With /spy ask you can become each other's { $word }.
file-reunion-unseen = 🎉 Look who is here: { $handle }, and they are looking for you too. With /spy find I may well bring you together.

file-field-off-duty = When shall messages wait?
file-hint-off-duty = 23:00–7:30, by your clock. A dash: never.
file-off-duty-unclear = I can't read “{ $said }” as hours. Write two times, from and until: “23:00–7:30” or “11pm–7am”.

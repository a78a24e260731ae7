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
    .description = Where reports about lines arrive.
setting-minors = Lines for those under 18
    .description = They only ever meet each other. Whether that is wise and allowed where you are is yours to answer for.
setting-same-gender = Offer matching within one's own gender
    .description = Members say their gender themselves, and nobody sees it.
setting-lapse-days = Days until a question lapses
    .description = Whoever has not answered by then is not asked again about this one.
setting-repeat-weeks = Weeks until the same two may meet again
    .description = Nobody gets the same buddy again sooner.
setting-round-days = Days between two rounds
    .description = In a round everybody who wants to is matched together. 0: no rounds.
setting-asks-a-day = Questions a day
    .description = How many people one member can ask by name in a day.
setting-hold-files = Hold back links and files at first
    .description = They wait until the third day, unless both agree.

## Safety

safe-report = 🚩 Report
safe-block = 🚫 Block

## Keeping

keep-nudge = It has been quiet between you and { $name }. A cat blinks slowly: one line is enough, and nobody owes anybody an excuse.
keep-nudge-last = Still quiet on the line with { $name }. Life gets busy. Here is a way to begin again, and I shall leave you both in peace now.
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
       *[other] You wrote each other in { $weeks } weeks in a row, more or less. Well done, both of you.
    }

## Line

command-line = line
    .description = Your lines: whom you write to, and how
line-greet = 🤝 You both said yes! Your new { $word }: *{ $name }*. One moment, I'm opening the line.
line-open = ☎️ The line to { $name } is open
line-how = Just write to me here: I carry it to { $name }. Pictures, voice and files too. What you edit or delete changes over there as well.
line-arrives = Whatever comes back, you read in { $language }, with the original hidden under it.
line-masked = You know each other by codename, until both of you want more.
line-more = `/line` has all the rest: languages, off-duty hours, whom you write to.
line-moment = It takes a moment until { $name } is here. I'll tell you when you can talk.
line-wanted = ☎️ Somebody waits for you on a line. Open our private chat, and it begins.
line-open-key = Open the chat
line-elsewhere = ☎️ Your line to { $name } goes on here.
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
line-careful-now = Links and files wait until the third day, unless you both want them at once.
line-shown-now = You know who the other is.
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
line-back = Back
line-whom = To whom shall this go?
line-written = ▶️ What you write here goes to { $name } now. `/line` changes that; an answer to a message goes to whoever wrote it.
line-waits = 🌙 { $name } is off duty right now. Your words wait at the door and go in later.
line-rests = This line rests until the moderators have had a look.
line-gone = This line is no longer there. /line shows yours.
line-corrected = _better words by { $name }_
show-ask = 🎭 If { $name } says yes as well, you see each other's names and accounts. Until then nothing is shown.
show-yes = Yes, show me
show-wished = 🎭 { $name } would like both of you to show who you are: names and accounts. It happens only if you say yes too. No hurry, and no answer is fine.
show-waiting = 🎭 Your yes is kept. I've asked { $name }; until they say yes too nothing is shown.
show-done = 🎭 Masks off!
show-account = { $account }
show-is = *{ $codename }* is { $name }: { $accounts }
show-is-by-handle = *{ $codename }* is { $name } ({ $handle }): { $accounts }
end-title = Goodbye
end-goodbye = 👋 { $name } has said goodbye. Thank you for the time on the line!
end-left = 👋 { $name } can't be reached any more, so the line has ended.
end-plain = 👋 Your line to { $name } has ended.
end-days = Together from { DATE($first) } to { DATE($last) }.
end-new = There are other { $words } out there. Shall I look?
end-find = Find somebody new
end-said = 👋 You've said goodbye. I've told { $name } kindly.

## Asking

ask-codename-firsts = Velvet, Silent, Midnight, Copper, Honey, Marble, Silver, Misty, Sleepy, Curious, Lucky, Humming, Invisible, Double, Secret, Pepper, Cosy, Drowsy, Nimble, Sunny, Paper, Cinnamon, Moonlit, Whispering
ask-codename-seconds = Paw, Whisker, Tail, Purr, Tabby, Pounce, Trench Coat, Magnifier, Banana, Sunglasses, Windowsill, Yarn, Cushion, Sardine, Cardboard Box, Teacup, Mitten, Meow, Keyhole, Umbrella, Postcard, Footprint, Newspaper, Alley Cat
ask-codename-between = {" "}

why-languages = Speaks { $speaks }, learns { $learns }.
why-nothing = The rest is for the two of you to find out.
why-list = {", "}
why-between = {"; "}
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
ask-too-many = You have asked { $count } times today. Even the best agents rest: try again tomorrow.
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
round-run = Make a round now
round-started = A round is on its way: everybody gets their question in private.

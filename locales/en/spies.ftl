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

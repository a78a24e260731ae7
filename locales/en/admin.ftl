### Settings, clubs and linked accounts. Our own markup: *bold*, _italic_, `code`; what is put in is never markup.

cog-title = Keys and clubs
    .description = For admins: settings and clubs. For everyone: linking accounts.

## Commands

command-settings = settings
    .description = Change what I do here, and see who changed what
command-club = club
    .description = Make one club of spaces here and on other platforms
    .code = code
    .code-description = A one-time code from the other space
command-link = link
    .description = Be the same person to me on several accounts
    .code = code
    .code-description = The one-time code that I gave you on your other account
command-unlink = unlink
    .description = Part this account from your others

## Settings, for admins

settings = *Settings*
    Choose what you want to look at. A change is in force at once.
settings-choose = Choose
settings-change = Change …
settings-line = { $title }: { $value }
settings-now = Now: { $value }
settings-here-only = For the chat where you called /settings.
settings-kept = ✓ Kept.
settings-write = Write a new value
settings-number-hint = A whole number from { NUMBER($least, useGrouping: 0) } to { NUMBER($most, useGrouping: 0) }
settings-not-a-number = I need a whole number from { NUMBER($least, useGrouping: 0) } to { NUMBER($most, useGrouping: 0) }.
settings-chat-open = 👀 Everybody here can read that chat, and what arrives there is for moderators alone, so nothing goes there. Choose a chat that members don't see, or a moderators' group of its own, in which everybody is an admin: `/club` makes it part of this one.
settings-refused = This value is not possible here.
turn-on = Turn on
settings-warned = I have read this: turn on
turn-off = Turn off
back = Back
value-on = on
value-off = off
value-none = none
value-here = Where you called /settings
value-gone = something that is no longer there
value-elsewhere = a chat elsewhere

## The audit list, for admins

history = *Who changed what*
history-button = Who changed what
history-line = { RELATIVE($when) }, { $by }: { $what }
history-somebody = somebody
history-empty = Nothing has been changed yet.
history-older = Older

## Clubs, for admins

club = { $count ->
        [one] *This club lives in one space:*
       *[other] *This club lives in { $count } spaces:*
    }
club-unnamed = a space without a name
club-invite = Add another space
club-leave = Leave the club
club-leave-sure = Shall this space leave the club? What the club keeps stays with the club; here everything begins anew, or as it was before.
club-leave-yes = Yes, leave
club-left = This space is on its own again.
club-alone = This space is on its own already.
club-code = In the other space, an admin sends me this within ten minutes:
    `/club { $code }`
    It works once.
club-joined = Done! This space is now part of the club.
club-wrong = I don't know this code. Look again, or make a new one with /club in the other space.
club-expired = This code is too old. Make a new one with /club in the other space.
club-same = This space is part of that club already.
club-too-many = That was a lot of wrong codes. Please try again in an hour.

## Linked accounts

link-code = On your other account, send me this within ten minutes:
    `/link { $code }`
    Then I know that both are you. It works once; don't show it to anybody.
link-done = Linked! From now on I know you on both accounts.
link-in-private = Better in private: send me `/link { $code }` here, please.
link-wrong = I don't know this code. Look again, or ask for a new one with /link on your other account.
link-expired = This code is too old. Ask for a new one with /link on your other account.
link-same = That is you already. Send the code from your _other_ account.
link-too-many = That was a lot of wrong codes. Please try again in an hour.
unlink-alone = This account is not linked to any other.
unlink-sure = { $count ->
        [one] You have one account.
       *[other] You have { $count } linked accounts.
    } Shall this one be on its own again? What I keep about you stays with the others.
unlink-yes = Yes, part it
unlink-done = Done. This account is on its own again.

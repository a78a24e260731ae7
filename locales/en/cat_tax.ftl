### The cat tax. Our own markup: *bold*, _italic_, `code`; what is put in is never markup.

cog-title = Cat tax
    .description = Newcomers show their cat. It is a game, and everybody gets in.

## Where and by what introductions are told. Lists, parted by commas; names of chats count without emoji and dashes.

introduction-names = introductions, introduction, introduce, intro
introduction-tags = #intro, #introduction, #introductions
greetings = hi, hello, hey, hiya, yo, howdy, sup, hola, everyone, everybody, all, folks, guys, friends, there, you, good, morning, afternoon, evening, night, day, thanks, thx, ok, nice, to, meet, be, here, glad, happy

## Commands

command-cat = cat
    .description = Pay the cat tax with a picture
    .picture = picture
    .picture-description = Your cat, or any cat; without a picture I tell you how to pay
command-tax = tax
    .description = For moderators: how a member stands with the cat tax; without a member, the week's numbers
    .member = member
    .member-description = Whose tax; without a member, the numbers of the week
menu-stamp = Stamp this cat

## Settings

setting-ask = Ask newcomers for their cat
    .description = When off, I only thank those who show one by themselves.
setting-ask-here = Ask in this chat
    .description = When off, I ask nobody in this chat, even if the community asks elsewhere.
setting-introductions = Introductions are in
    .description = The chat where newcomers introduce themselves. Until you choose one, I go by the chat's name.
setting-vouches = Members who vouch
    .description = When I am not sure that a picture shows a cat, this many members must say that it does.
setting-door = The door
    .description = Whether newcomers wait until they have paid, skipped or owe. It opens by itself after ten minutes: nobody is kept out.
    .option-open = open, I only greet
    .option-kept = kept until the toll is behind them
setting-role = Role for who has been through
    .description = Given to everybody who has paid, skipped, owes or was let off.
setting-rush = Greet together above
    .description = When more newcomers than this come within a minute, I greet them in one message.
setting-theme = What I call myself
    .description = Instead of “a spy”, with the article: “your pen pal”, “a very official cat”. Leave it empty, and I stay a spy.
setting-reminders = Remind of promised cats
    .description = Once, a week after somebody said “I owe you one”.

## The spy asks

spy = Hello, I am { $theme }. *Show me your cat* 🐾
spy-theme = a spy
spy-welcome = Welcome, { $name }!
spy-welcome-all = Welcome, { $names }! So many of you, and I have noted down every one.
spy-all-how = Send a picture of your cat right here, or tap a button. Anybody's cat is fine!
spy-at-the-door = You knocked at { $community }. One small thing before I open:
spy-by-command = Pay with `/cat` and a picture.
pay-now = Pay now
no-cat = I have no cat
skip = Skip
back = Back
pay-with-drawing = I'll draw one
pay-with-plush = A plush one
pay-with-other = Another animal
pay-with-promise = I owe you one
how-to-pay = Send a picture of your cat right here, or reply to me with it. Anybody's cat is fine!
how-to-pay-by-command = Type /cat and add a picture of your cat. Anybody's cat is fine!
skipped = No problem at all. Welcome!
settled-already = That is settled already. All good!

## The spy thanks

compliment-0 = Tax paid, { $name }. What a face! My report will say “extremely soft”.
compliment-1 = Paid in full, { $name }! This cat clearly runs your home.
compliment-2 = { $name }, those whiskers are top secret now. Thank you, and welcome!
compliment-3 = Received, { $name }. I have seen many cats in my career, and this one made me take off my sunglasses.
compliment-4 = Thank you, { $name }! Please tell your cat that headquarters is impressed.
compliment-5 = Paid, { $name }! Ten out of ten, would spy on again.
compliment-6 = { $name }, I came for information and stayed for those eyes. Welcome!
compliment-7 = Tax accepted, { $name }. Give it a scratch behind the ears from all of us.
thanks-drawing = You'll draw one, { $name }? Art is worth double. Paid, and welcome!
thanks-plush = A plush cat never scratches the sofa, { $name }. Paid, and welcome!
thanks-other = Another animal, { $name }? In my files everybody is an honorary cat. Paid, and welcome!
thanks-promise = Noted, { $name }: one cat, to be shown some day with `/cat`. Welcome!
receipt-told = 🧾 Receipt no. { NUMBER($number, useGrouping: 0) }
paid-twice = { $name }, you have paid already! I can't be bribed. But go on, one more cat never hurts.
form-title = Cat tax
form-cat = Your cat
form-cat-hint = A picture; anybody's cat is fine
said-over-there = Done! Your receipt is in the chat where I asked you.
thanks-in-a-rush = Noted. Welcome!
reminder = Psst, your spy from { $community } here. You once promised me a cat: `/cat` with a picture, whenever you like. No hurry, and I won't ask again.

## Looking at pictures

unsure = I lowered my sunglasses, { $name }, and I am still not sure. Is this a cat? { $needed ->
    [one] One member's word is enough: tap below or react with 🐱 or ❤️.
   *[other] The word of { $needed } members is enough: tap below or react with 🐱 or ❤️.
}
unsure-alt = A picture of { $name }'s. Whether it shows a cat is the question.
vouch = It is a cat! { $vouched }/{ $needed }
stamp = Stamp (moderators)
stamp-done = Stamped: { $name } has paid.
stamp-what = Use this on a member's message with a picture.
second-chance = Lovely picture, { $name }, but I don't spot a cat in it. Send another, or tell me I need new glasses.
but-it-is = It is a cat!
vouch-not-yours = You can't vouch for your own cat. Ask somebody who has met it!
picture-gone = That picture is gone. Send it once more?
trouble-not-a-picture = That is not a picture. Send your cat as a photo, and I'll put down my banana.
trouble-broken = This picture arrived in pieces. Please send it once more.
trouble-too-large = What a big picture! Please send a smaller one, or simply as a photo.
trouble-unknown-kind = I can't open this kind of picture. Send it as a photo, or as JPEG or PNG.
known-yours = Wait, I have this very picture on file already. Still cute, though.
known-others = I know this face: somebody showed it here before. A double agent!

## Cats in answer

show-mine = Show mine back
form-mine = Your cat in answer
how-to-answer = Reply to this receipt with a picture of your cat!
answered = { $count ->
    [one] A cat for a cat! Thank you, { $name }.
   *[other] A cat for a cat! Thank you, { $name }: that makes { $count } cats that you have answered.
}
answered-again = You two have traded cats already. One more is always welcome!
answered-other = Thank you, { $name }! Not quite a cat, but in my files it counts as a friend of one.
answer-not-yours = That is your own receipt. Somebody else will have to answer it!

## The album

share = Let others see my cat
shared = Your cat is in the album now. `/cats` shows it, and there you can take it out again.
share-not-there = I no longer have that picture: I keep it for a day only. Show your cat again with `/cat`.
share-taken-down = Moderators took this cat out of the album.

## A moderator's desk

desk-bot = Bots pay no cat tax. They have no lap.
desk-gone = They are not here any more.
desk-settled = They have settled it already.
desk-stands-unknown = { $name }: was here before me. Nothing is asked of them.
desk-stands-expected = { $name }: new, and has not introduced themselves yet.
desk-stands-asked = { $name }: was asked, and has not answered yet.
desk-stands-skipped = { $name }: skipped, which is fine.
desk-stands-exempt = { $name }: was let off.
desk-stands-owes = { $name }: owes a cat.
desk-stands-paid = { $name }: has paid.
desk-stamp = Count as paid
desk-exempt = Let off
desk-ask-again = Ask now
desk-reset = Start over
week-title = *The cat tax this week*
week-joined = Newcomers: { $count }
week-asked = Asked: { $count }
week-picture = Paid with a cat: { $count }
week-drawing = Paid with a drawing: { $count }
week-plush = Paid with a plush: { $count }
week-other = Paid with another animal: { $count }
week-promise = Promised: { $count }
week-skipped = Skipped: { $count }
week-exempt = Let off: { $count }
week-answers = Cats in answer: { $count }
week-nothing = A quiet week. Not a whisker.
week-how = _For one member: this command with their name, or in reply to them._

## The audit list

audit-stamped = counted { $name } as paid
audit-exempted = let { $name } off
audit-asked-again = had { $name } asked again
audit-reset = made { $name } a newcomer again
audit-role-gone = took the role out of the settings: it no longer exists

## Drawn on the receipt

receipt-title = Cat tax receipt
receipt-number = No.
receipt-date = Date
receipt-name = Paid by
receipt-stamp = PAID
receipt-stamp-promise = IOU
receipt-footer-0 = One whisker short of perfect. No refunds, only cuddles.
receipt-footer-1 = Cat hair included at no extra charge.
receipt-footer-2 = This receipt will take a nap in five seconds.
receipt-footer-3 = Keep away from cats: they file everything under the sofa.
receipt-alt = A cat tax receipt, number { $number }, made out to { $name }, with a red stamp.
spy-alt-0 = A drawing: an orange cat in sunglasses and a trench coat, holding a banana as if it meant business. It says: { $words }
spy-alt-1 = A drawing: an orange cat in sunglasses and a trench coat, looking at you through a magnifying glass with one huge eye. It says: { $words }
spy-alt-2 = A drawing: an orange cat in sunglasses, spying through two holes cut in a newspaper. It says: { $words }
spy-alt-3 = A drawing: an orange cat in sunglasses, peeking out of a cardboard box with a fish on it. It says: { $words }

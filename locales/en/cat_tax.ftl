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
    .picture-description = Your cat, or any cat; without one I tell you how to pay

## Settings

setting-ask = Ask newcomers for their cat
    .description = When off, I only thank those who show one by themselves.
setting-introductions = Introductions are in
    .description = The chat where newcomers introduce themselves. When none is chosen, one whose name says so.

## The spy asks

spy = Hello, I am a spy. *Show me your cat* 🐾
spy-welcome = Welcome, { $name }!
spy-by-command = Pay with `/cat` and a picture.
spy-alt = A drawing: an orange cat in sunglasses and a trench coat, holding a banana as if it meant business. It says: Hello, I am a spy. Show me your cat.
pay-now = Pay now
no-cat = I have no cat
skip = Skip
back = Back
pay-with-drawing = I'll draw one
pay-with-plush = A plush one
pay-with-other = Another animal
pay-with-promise = I owe you one
how-to-pay = Send a picture of your cat right here, or answer me with it. Anybody's cat is fine!
how-to-pay-by-command = Type /cat and add a picture of your cat. Anybody's cat is fine!
skipped = No problem at all. Welcome!
settled-already = That is settled already. All good!
not-a-picture = That is not a picture. Send your cat as a photo, and I will look away from my banana.

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
paid-twice = { $name }, you have paid already! I can't be bribed. But go on, one more cat never hurts.
share = Let others see my cat
share-stop = Keep my cat to myself again
gallery-not-there = This cat has gone home already.

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

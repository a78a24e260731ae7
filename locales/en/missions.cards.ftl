### Question cards, of one's own making in each language: the same question in spirit, not word by word.
### .why is what the asker says along with it. Nothing about politics, borders or the law; nobody is made fun of.

## Cards: Daily life

card-daily-01 = What's the first thing you do in the morning, before you're really awake?
card-daily-02 = What do you see when you look out of your window right now?
card-daily-03 = How do you get around where you live: on foot, by bike, by bus, by luck?
card-daily-04 = What sound tells you that you're home?
card-daily-05 = What small thing made you smile this week?
card-daily-06 = It's raining and you have nothing to do. How does that day go?
card-daily-07 = What's always in your bag or pockets?
card-daily-08 = How late do people stay up where you live? And you?
card-daily-09 = Which corner of your neighbourhood would you show me first?
card-daily-10 = Who lives with you, and what do the walls hear most often?
    .why = Homes are so different. I'd like to picture yours.
card-daily-11 = What do you do when you've had a really bad day?
    .why = Perhaps I can borrow your trick for my next one.
card-daily-12 = How does your family say “I love you”: in words, or some other way?
    .why = In some homes it's said out loud, in others it's a plate of cut fruit. What about yours?
card-daily-13 = What would you like to have more time for?
    .why = What people miss says a lot about what they love.
card-daily-14 = Are you more yourself online or face to face?
    .why = We know each other only in writing so far, so I'm curious who I'm missing.
card-daily-15 = When did you last feel far from home, and what helped?
    .why = I know that feeling too, and everybody deals with it differently.
card-daily-16 = What did your grandparents do that you still do today?
    .why = I like seeing what travels down through a family.
card-daily-17 = Do you know your neighbours? Who would you call at three in the morning?
    .why = I often wonder how people look after each other elsewhere.
card-daily-18 = Does your family expect you to marry or to have children? How do you live with that?
    .why = I get it at every family meal, and wonder how it is for you. If it's too close, just swap the card.
card-daily-19 = How do people meet and date where you live, and how do you find it?
    .why = Films tell me one thing; I'd rather hear it from you, as much or as little as you like.
card-daily-20 = Have you ever felt lonely among many people? What was it like?
    .why = I have, and hardly anybody ever talks about it. So I'm asking.
card-daily-21 = Where you live, can people talk openly about being sad or worn out? Can you?
    .why = I'd like to be somebody you can say it to.

## Cards: Food

card-food-01 = What did you have for breakfast today? Honest answers only.
card-food-02 = If I come to visit, what do I have to eat first?
card-food-03 = What can you cook with your eyes closed?
card-food-04 = Sweet, sour, bitter, salty or hot: which one are you?
card-food-05 = What do you buy at the corner shop at midnight?
card-food-06 = Which food did you hate as a child and love today?
card-food-07 = Tea or coffee, and how exactly do you take it?
card-food-08 = What's the strangest thing people eat where you live, and is it good?
card-food-09 = What's in your fridge that has been there far too long?
card-food-10 = Which dish from far away did you love at the first bite?
card-food-11 = Make me hungry: what does the best street food near you smell like?
card-food-12 = Which dish tastes of your childhood, and who made it?
    .why = A dish like that tells more about a family than a photo.
card-food-13 = Do you eat together at home? Who sits where, and is there talking?
    .why = I like to imagine a table that isn't mine.
card-food-14 = What do you eat when nobody is looking?
    .why = I'll tell you mine, and it's worse.
card-food-15 = Is there something you don't eat, and why?
    .why = So that I never put it on your plate, and because there is often a story.
card-food-16 = Who taught you to cook, or who tried to?
    .why = The people behind our recipes interest me more than the recipes.
card-food-17 = What do you bring when you're invited to somebody's home?
    .why = I don't want to turn up at your door with the wrong thing.
card-food-18 = Which meal will you never forget?
    .why = It's rarely about the food. I'd like to hear yours.
card-food-19 = Do people remark on your weight or on what you eat? How does that feel?
    .why = In some places it's a greeting, in others it hurts. I'd like to know how it is for you.
card-food-20 = Was there ever a time when you had to save on food? How did you manage?
    .why = A lot of us have had one, and the recipes from back then are often the best stories.
card-food-21 = Is drinking expected where you live, at work or in the family? Can you say no?
    .why = I find it hard myself sometimes, and wonder how you handle it.

## Cards: School

card-school-01 = What was, or is, your favourite subject, and whose fault was that?
card-school-02 = What does a school day look like where you live, from the first bell to the last?
card-school-03 = What did you wear to school, and did you like it?
card-school-04 = What did you do in class when you were bored?
card-school-05 = Which word or poem from school do you still know by heart?
card-school-06 = What did the school lunch taste like?
card-school-07 = What would you like to learn now, just for fun?
card-school-08 = Which teacher changed something in you?
    .why = I had one too, and would like to swap stories.
card-school-09 = What were you like at school: loud, shy, somewhere at the back?
    .why = I'm trying to imagine whether we'd have been friends.
card-school-10 = How many hours a day did you, or do you, spend on school, homework included?
    .why = You hear wild stories about schools far away. I'd rather have your number.
card-school-11 = Did you choose what you studied, or was it chosen for you?
    .why = There is no right answer; I only wonder how it goes in other families.
card-school-12 = Which school friends do you still talk to?
    .why = I like hearing which friendships last, and how.
card-school-13 = What did school never teach you that you had to find out yourself?
    .why = I have a long list and would like to compare.
card-school-14 = Who helped you with homework, or who did you help?
    .why = Homework shows a family as it is.
card-school-15 = What's hard for you about learning my language, and what is lovely?
    .why = So that I can help where it is hard, and be proud where it isn't.
card-school-16 = How much did one exam decide for you, and how did you get through that time?
    .why = Such exams weigh differently in different places, and I'd like to understand yours.
card-school-17 = Did your marks ever change how people at home treated you?
    .why = I ask gently, because marks and love get mixed up in many homes.
card-school-18 = Were you ever left out or teased at school? What would have helped?
    .why = Only if you want to. I had a time like that myself.
card-school-19 = What did education cost your family, in money or in other ways?
    .why = I'd like to understand what people give up for it elsewhere.
card-school-20 = Have you ever failed at something that everybody expected of you?
    .why = I have, and it made me kinder. I wonder what it did to you.
card-school-21 = If you could start again, would you take the same path?
    .why = Not about regrets. I'd just like to hear what matters to you now.

## Cards: Work

card-work-01 = What did you say as a child when people asked what you wanted to be?
card-work-02 = Describe what you do all day as if I were five years old.
card-work-03 = What's on your desk that has nothing to do with work?
card-work-04 = Early shift or late shift: when does your head work best?
card-work-05 = What's the first thing you do when work or class is over?
card-work-06 = Which job looks easy but isn't?
card-work-07 = How did you come to do what you do?
    .why = Nobody's path is straight, and the bends are the best part.
card-work-08 = How many hours do you work on an ordinary day, counting all of it?
    .why = A working day means something else in every place.
card-work-09 = What was your first job, and what did it teach you?
    .why = First jobs are rarely glamorous, and often funny.
card-work-10 = Can you say no to your boss? How do people do it politely where you live?
    .why = I collect polite ways to say no.
card-work-11 = Who at work or in class do you look forward to seeing?
    .why = The people make it bearable, I find.
card-work-12 = What are you good at that nobody pays you for?
    .why = It's often what people are proudest of.
card-work-13 = What does real time off look like for you?
    .why = I'm asking for ideas, and to know what rest is for you.
card-work-14 = Who's the hardest-working person you know?
    .why = Tell me about somebody you admire.
card-work-15 = Do you live to work or work to live? What did you grow up believing?
    .why = I don't want to judge, I want to see where our ideas come from.
card-work-16 = Have you ever been out of work, or afraid of it? How was that?
    .why = It happens to so many, and hardly anybody says so.
card-work-17 = Do your parents understand and respect what you do?
    .why = Between generations that is often the sorest point, and I'd like to understand.
card-work-18 = Are women and men treated alike where you work or study, as you see it?
    .why = I only know my own corner. Tell me what you like, no names needed.
card-work-19 = Have you ever stayed in a place that was bad for you? Why, and what ended it?
    .why = People seldom stay for foolish reasons, and I'd like to hear yours.
card-work-20 = What would you do tomorrow if money didn't matter?
    .why = I'm asking about the dream, not about what's missing.
card-work-21 = Are you tired in a way that sleep doesn't mend? Since when?
    .why = Somebody should ask you. You don't have to answer; I'm here either way.

## Cards: Money

card-money-01 = What's the best thing you ever bought for the price of a coffee?
card-money-02 = What costs surprisingly little where you live, and what far too much?
card-money-03 = Cash, card or phone: how do you pay for things?
card-money-04 = What does a simple lunch out cost near you?
card-money-05 = Do people haggle where you live, and are you any good at it?
card-money-06 = You find money in an old coat, enough for a nice dinner. What do you do with it?
card-money-07 = What did you do with the first money you earned yourself?
    .why = First money is always a story.
card-money-08 = What do you happily spend more on, and what never?
    .why = I find it says what matters to somebody.
card-money-09 = Are you a saver or a spender, and who did you get that from?
    .why = My family explains mine completely. And yours?
card-money-10 = When friends eat out together where you live, who pays? Is it ever awkward?
    .why = I don't want to get it wrong when we eat together one day.
card-money-11 = How many simple lunches does a day of ordinary work buy where you live?
    .why = Another currency tells me nothing. A lunch tells me everything.
card-money-12 = What does it cost you to see a doctor when you have a bad cold?
    .why = I keep reading wild things about it online and would like to hear it from a person.
card-money-13 = How much of your money can you put aside in a month?
    .why = I never know whether I'm careful or hopeless, and wonder how others do.
card-money-14 = When a friend gets married, how big a gift do people give where you live?
    .why = So I don't turn up one day with too little, or far too much.
card-money-15 = What does work like yours, or that of somebody close to you, bring home in a month?
    .why = Nobody asks this out loud, so all either of us hears is rumours. A rough band is plenty.
card-money-16 = How much of what you earn goes on the place you live in?
    .why = Rent is what my friends worry about most. I wonder whether it's the same for you.
card-money-17 = How many years of ordinary pay does a small home cost where you live?
    .why = I'd like to know whether it's only my friends who sigh about it.
card-money-18 = Between you and your parents, who helps whom with money? How does that feel?
    .why = Every place takes something else for granted. I don't think there is a right way.
card-money-19 = Have you ever lent a friend money, or borrowed some? Are you still friends?
    .why = Everybody has been through it, and nobody ever mentions it.
card-money-20 = When were you most worried about money, and what helped?
    .why = Only as much as you like. I'm asking so that neither of us has to pretend.
card-money-21 = How much a month would be enough for you to sleep well?
    .why = Not what you have, but what would be enough. I find that a kinder question.

## Cards: Holidays

card-holidays-01 = Which day of the year do you look forward to most?
card-holidays-02 = What does your home smell like on your biggest holiday?
card-holidays-03 = Which holiday food would you happily never eat again?
card-holidays-04 = Which song do you hear everywhere at that time of the year?
card-holidays-05 = How do you spend the first free day after a long time?
card-holidays-06 = Which small local holiday or custom does nobody outside your area know?
card-holidays-07 = What do children get at holidays where you live, and what was your best?
card-holidays-08 = Sea, mountains, city or bed: where would you go tomorrow?
card-holidays-09 = What do you wear for luck, or do on the first day of a year?
card-holidays-10 = How do you celebrate your birthday: loud, quiet, or by hiding?
card-holidays-11 = Who has to be there for it to feel like a holiday?
    .why = It's the people, isn't it? I'd like to know yours.
card-holidays-12 = What question do your relatives ask you every single year?
    .why = I believe that aunts are the same all over the world, and I'm collecting proof.
card-holidays-13 = Which family custom would you like to keep when you're old?
    .why = I like to know what is worth carrying on.
card-holidays-14 = When was a holiday very different from what you had planned?
    .why = The ones that go wrong are the ones we still talk about.
card-holidays-15 = How far do you travel to be with your family, and what is the journey like?
    .why = For some it's one street, for others two days on a train.
card-holidays-16 = What do you do on holidays that others around you don't celebrate?
    .why = It can be lonely, or nobody notices, or it becomes a party.
card-holidays-17 = What would you show me if I came to your family for the biggest holiday of the year?
    .why = I like to imagine being your guest.
card-holidays-18 = Is there a holiday when you miss somebody?
    .why = I have one too. Tell me about them, if you like.
card-holidays-19 = Is coming home for the holidays a joy for you, a duty, or both?
    .why = For many it's both, and hardly anybody admits it.
card-holidays-20 = Was there ever a family quarrel on a holiday that everybody still remembers?
    .why = No need for names. I find it comforting that it happens in all families.
card-holidays-21 = Is there somebody you'd like to make up with before the year ends?
    .why = I can think of one. It's easier to think about it together.

## Cards: Slang

card-slang-01 = Which word do you use far too often?
card-slang-02 = How do people laugh in writing where you live?
card-slang-03 = Teach me one word that no textbook has.
card-slang-04 = Which word of my language sounds funny to you?
card-slang-05 = What do you say when something is really, really good?
card-slang-06 = What do you say when you drop something on your foot, and your grandmother can hear it?
card-slang-07 = Which emoji means something quite different among your friends?
card-slang-08 = What do young people say that their parents don't understand?
card-slang-09 = What do you call your best friend, a stranger, and somebody's mother?
card-slang-10 = How do you end a chat without saying goodbye?
card-slang-11 = Which saying of yours makes no sense at all once it's translated?
card-slang-12 = Do people from your area sound different? Write something as they say it.
card-slang-13 = Which meme has lived in your head this month?
card-slang-14 = In which language do you count, dream or grumble?
    .why = I heard that this shows which one is really yours.
card-slang-15 = When did you last say something embarrassing in another language?
    .why = I'll answer too, and then neither of us needs to be shy any more.
card-slang-16 = Which word do you have for a feeling that other languages seem to lack?
    .why = Perhaps I have the feeling, only not the word.
card-slang-17 = What did people call you as a child, and who may still do that?
    .why = Nicknames are the shortest biographies.
card-slang-18 = How do you say sorry when you really mean it?
    .why = In case I ever need to say it to you.
card-slang-19 = How do you tell somebody that you like them, without saying so?
    .why = Every language has its own way round.
card-slang-20 = Is there a word for people like you that you'd rather not hear any more?
    .why = So that I never use it by mistake.
card-slang-21 = Do you become somebody else in another language? Which of the two is braver?
    .why = I often feel smaller in the one I'm learning. Is that only me?

## Cards: Cats

card-cats-01 = Cat, dog, both, or a cactus: who lives with you?
card-cats-02 = What are cats called where you live when nobody knows their name?
card-cats-03 = What does a cat say in your language?
card-cats-04 = If you were a cat, where would you sleep all day?
card-cats-05 = Which name would you never give a cat?
card-cats-06 = What's the most expensive thing an animal has ever broken in your home?
card-cats-07 = Is there a cat in your street that everybody knows? What is its story?
card-cats-08 = A cat looks at you from the top of the wardrobe. What does it know?
card-cats-09 = Your cat becomes a spy. What is its codename, and what gives it away?
card-cats-10 = Black cat from the left: luck, bad luck, or just a cat?
card-cats-11 = Describe the face of the last cat you saw, in three words.
card-cats-12 = Who in your family would a cat choose, and why not you?
card-cats-13 = What do you say to animals when you think nobody can hear you?
card-cats-14 = Which animal do you remember from your childhood?
    .why = We all had one: a cat, a hen, a snail in a jar.
card-cats-15 = How did your pet find you, or why do you have none?
    .why = There is a story either way.
card-cats-16 = Are there many street cats where you live, and who looks after them?
    .why = I like to hear who feeds the ones that belong to nobody.
card-cats-17 = Would your family have let you keep a cat? What did you try?
    .why = Every child has tried. I'd love to hear your best argument.
card-cats-18 = What has an animal taught you about people?
    .why = I believe that they notice more than we do.
card-cats-19 = How is your cat like you, and how is it better?
    .why = A friendly way of asking who you'd like to be.
card-cats-20 = Have you had to say goodbye to an animal? What was it like, and how do you remember it?
    .why = I have, and like to hear their names once more. Leave it out if it still hurts.
card-cats-21 = Has an animal ever got you through a hard time?
    .why = Some of us would not have managed without one.

## Bands: rough answers, that nobody has to work out in another currency

bands-meal-1 = under 3 dollars (20 yuan)
bands-meal-2 = 3 to 7 dollars (20 to 50 yuan)
bands-meal-3 = 7 to 15 dollars (50 to 110 yuan)
bands-meal-4 = 15 to 30 dollars (110 to 220 yuan)
bands-meal-5 = more than 30 dollars (220 yuan)

bands-pay-1 = under 500 dollars a month (3,500 yuan)
bands-pay-2 = 500 to 1,000 dollars (3,500 to 7,000 yuan)
bands-pay-3 = 1,000 to 2,000 dollars (7,000 to 15,000 yuan)
bands-pay-4 = 2,000 to 4,000 dollars (15,000 to 30,000 yuan)
bands-pay-5 = 4,000 to 8,000 dollars (30,000 to 60,000 yuan)
bands-pay-6 = more than 8,000 dollars (60,000 yuan)

bands-cost-1 = nothing
bands-cost-2 = a coffee
bands-cost-3 = a meal out
bands-cost-4 = a day's pay
bands-cost-5 = several days' pay
bands-cost-6 = two weeks' pay or more

bands-lunches-1 = one or two
bands-lunches-2 = three to five
bands-lunches-3 = six to ten
bands-lunches-4 = eleven to twenty
bands-lunches-5 = more than twenty

bands-share-1 = nothing
bands-share-2 = less than a tenth
bands-share-3 = a tenth to a quarter
bands-share-4 = a quarter to a third
bands-share-5 = a third to a half
bands-share-6 = more than half

bands-years-1 = less than 5 years
bands-years-2 = 5 to 10 years
bands-years-3 = 10 to 20 years
bands-years-4 = 20 to 40 years
bands-years-5 = more than 40, or never

bands-hours-1 = less than 6 hours
bands-hours-2 = 6 to 8 hours
bands-hours-3 = 8 to 10 hours
bands-hours-4 = 10 to 12 hours
bands-hours-5 = more than 12 hours

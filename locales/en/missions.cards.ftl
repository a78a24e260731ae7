### Question cards, of one's own making in each language: the same question in spirit, not word by word.
### .why is what the asker says along with it. Nothing about politics, borders or the law; nobody is made fun of.

## Cards: Daily life

card-daily-01 = What is the first thing you do in the morning, before you are really awake?
card-daily-02 = What do you see when you look out of your window right now?
card-daily-03 = How do you get around where you live: on foot, by bike, by bus, by luck?
card-daily-04 = What sound tells you that you are home?
card-daily-05 = What small thing made you smile this week?
card-daily-06 = It is raining and you have nothing to do. How does that day go?
card-daily-07 = What is always in your bag or pockets?
card-daily-08 = Until when do people stay up where you live, and you?
card-daily-09 = Which corner of your neighbourhood would you show me first?
card-daily-10 = Who lives with you, and what do the walls hear most often?
    .why = Homes are so different. I would like to picture yours.
card-daily-11 = What do you do when you had a really bad day?
    .why = Perhaps I can borrow your trick for my next one.
card-daily-12 = How do your family say that they love each other: in words, or some other way?
    .why = In some homes it is said aloud, in others it is a plate of cut fruit. I wonder about yours.
card-daily-13 = What would you like to have more time for?
    .why = What somebody misses says what they love.
card-daily-14 = Are you more yourself online or face to face?
    .why = We know each other only in writing so far, so I am curious whom I am missing.
card-daily-15 = When did you last feel far from home, and what helped?
    .why = I know that feeling too, and people deal with it in such different ways.
card-daily-16 = What did your grandparents do that you still do today?
    .why = I like to see what travels through a family.
card-daily-17 = Do you know your neighbours? Whom would you call at three in the morning?
    .why = I often wonder how people look after each other elsewhere.
card-daily-18 = Does your family expect you to marry or to have children? How do you live with that?
    .why = I hear such questions at every family meal, and would like to know how it is for you. Skip it if it is too close.
card-daily-19 = How do people meet and date where you live, and how do you find it?
    .why = Films tell me one thing; I would rather hear it from you, as much or as little as you like.
card-daily-20 = Have you ever felt lonely among many people? What was it like?
    .why = I ask because I have, and because nobody talks about it.
card-daily-21 = Where you live, can people talk openly about being sad or worn out? Can you?
    .why = I would like to be somebody to whom you can say it.

## Cards: Food

card-food-01 = What did you have for breakfast today? Honest answers only.
card-food-02 = If I come to visit, what do I have to eat first?
card-food-03 = What can you cook with your eyes closed?
card-food-04 = Sweet, sour, bitter, salty or hot: which one are you?
card-food-05 = What do you buy at the corner shop at midnight?
card-food-06 = Which food did you hate as a child and love today?
card-food-07 = Tea or coffee, and exactly how?
card-food-08 = What is the strangest thing that people eat where you live, and is it good?
card-food-09 = What is in your fridge that has been there far too long?
card-food-10 = Which dish from far away did you try and like at once?
card-food-11 = Show me in words: what does the best street food near you smell like?
card-food-12 = Which dish tastes of your childhood, and who made it?
    .why = A dish like that tells more about a family than a photo.
card-food-13 = Do you eat together at home? Who sits where, and is there talking?
    .why = I like to imagine a table that is not mine.
card-food-14 = What do you eat when nobody is looking?
    .why = I will tell you mine, and it is worse.
card-food-15 = Is there something that you do not eat, and why?
    .why = So that I never put it on your plate, and because there is often a story.
card-food-16 = Who taught you to cook, or who tried to?
    .why = The people behind our recipes interest me more than the recipes.
card-food-17 = What do you bring when you are invited to somebody's home?
    .why = I would not like to arrive at your door with the wrong thing.
card-food-18 = Which meal will you never forget?
    .why = It is rarely about the food. I would like to hear yours.
card-food-19 = Do people remark on your weight or on what you eat? How does that feel?
    .why = In some places it is a greeting, in others it hurts. I would like to know how it is for you.
card-food-20 = Was there a time when you had to save on food? How did you manage?
    .why = Many of us had one, and the recipes of that time are often the best stories.
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
    .why = I try to imagine whether we would have been friends.
card-school-10 = How many hours a day did you, or do you, spend on school, homework included?
    .why = People tell each other wild stories about schools far away. I prefer your number.
card-school-11 = Did you choose what you studied, or was it chosen for you?
    .why = There is no right answer; I only wonder how it goes in other families.
card-school-12 = Which friend from school do you still talk to?
    .why = I like hearing which friendships last, and how.
card-school-13 = What did school never teach you that you had to find out yourself?
    .why = I have a long list and would like to compare.
card-school-14 = Who helped you with homework, or whom did you help?
    .why = Homework shows a family as it is.
card-school-15 = What is hard for you about learning my language, and what is lovely?
    .why = So that I can help where it is hard, and be proud where it is not.
card-school-16 = How much did one exam decide for you, and how did you get through that time?
    .why = Such exams weigh differently in different places, and I would like to understand yours.
card-school-17 = Did your marks ever change how people at home treated you?
    .why = I ask gently, because marks and love get mixed up in many homes.
card-school-18 = Were you ever left out or teased at school? What would have helped?
    .why = Only if you like to tell. I had such a time myself.
card-school-19 = What did education cost your family, in money or in other ways?
    .why = I would like to understand what people give up for it elsewhere.
card-school-20 = Have you ever failed at something that everybody expected of you?
    .why = I have, and it made me kinder to others. I wonder what it made of you.
card-school-21 = If you could start again, would you take the same path?
    .why = Not to regret anything; I like to hear what matters to you now.

## Cards: Work

card-work-01 = What would you answer as a child to "what do you want to be"?
card-work-02 = Describe what you do all day as if I were five years old.
card-work-03 = What is on your desk that has nothing to do with work?
card-work-04 = Early shift or late shift: when does your head work best?
card-work-05 = What is the first thing you do when you are off?
card-work-06 = Which job looks easy and is not?
card-work-07 = How did you come to do what you do?
    .why = Nobody's path is straight, and the bends are the best part.
card-work-08 = How many hours do you work on an ordinary day, counting all of it?
    .why = A working day means something else in every place.
card-work-09 = What was your first job, and what did it teach you?
    .why = First jobs are rarely fine, and often funny.
card-work-10 = May you say no to your boss? How do people do that politely where you live?
    .why = I collect polite ways to say no.
card-work-11 = Whom at work or in class do you look forward to seeing?
    .why = The people make it bearable, I find.
card-work-12 = What are you good at that nobody pays you for?
    .why = It is often what people are proudest of.
card-work-13 = What does a real holiday from work look like for you?
    .why = I am asking for ideas, and to know what rest is for you.
card-work-14 = Who is the hardest-working person you know?
    .why = I would like to hear of somebody whom you admire.
card-work-15 = Do you live to work or work to live? What did you grow up believing?
    .why = I do not want to judge, I want to see where our ideas come from.
card-work-16 = Have you ever been out of work, or afraid of it? How was that?
    .why = It happens to so many, and hardly anybody says so.
card-work-17 = Do your parents understand and respect what you do?
    .why = Between generations that is often the sorest point, and I would like to understand.
card-work-18 = Are women and men treated alike where you work or study, as you see it?
    .why = I only know my own corner. Tell what you like, no names needed.
card-work-19 = Have you ever stayed in a place that was bad for you? Why, and what ended it?
    .why = People seldom stay for foolish reasons, and I would like to hear yours.
card-work-20 = What would you do tomorrow if money did not matter?
    .why = It tells me what you dream of, not what you lack.
card-work-21 = Are you tired in a way that sleep does not mend? Since when?
    .why = I ask because somebody should. You need not answer, and I am here either way.

## Cards: Money

card-money-01 = What is the best thing you ever bought for the price of a coffee?
card-money-02 = What costs surprisingly little where you live, and what far too much?
card-money-03 = Cash, card or phone: how do you pay for things?
card-money-04 = What does a simple lunch out cost near you?
card-money-05 = Do people haggle where you live, and are you any good at it?
card-money-06 = You find money in an old coat, enough for a nice dinner. What becomes of it?
card-money-07 = What did you do with the first money that you earned yourself?
    .why = First money is always a story.
card-money-08 = On what do you gladly spend more, and on what never?
    .why = I find it says what matters to somebody.
card-money-09 = Do you save or do you spend, and from whom do you have it?
    .why = My family explains mine completely. And yours?
card-money-10 = When friends eat out together where you live, who pays? Is it ever awkward?
    .why = I would not like to do it wrong when we eat together one day.
card-money-11 = After one day of ordinary work where you live: how many simple lunches does that buy?
    .why = Money in another currency tells me nothing, a lunch tells me everything.
card-money-12 = What does it cost you to see a doctor when you have a bad cold?
    .why = I keep reading wild things about it online and would like to hear it from a person.
card-money-13 = How much of what you get in a month can you put aside?
    .why = I never know whether I am careful or hopeless, and wonder how others do.
card-money-14 = How big a gift do people give where you live, when a friend marries?
    .why = So that I do not come with too little one day, or with far too much.
card-money-15 = What does work like yours, or that of somebody close to you, bring home in a month?
    .why = Nobody asks this aloud, and so both of us only know rumours. A rough band is plenty.
card-money-16 = How much of what you earn goes into the place where you live?
    .why = Rent is what my friends worry about most. I wonder whether it is the same for you.
card-money-17 = How many years of ordinary pay does a small home cost where you live?
    .why = I would like to know whether my friends are alone with that sigh.
card-money-18 = Between you and your parents, who helps whom with money? How does that feel?
    .why = In every place something else is taken for granted. I do not think there is a right way.
card-money-19 = Have you ever lent a friend money, or borrowed some? Are you still friends?
    .why = It is a thing that everybody has lived through and nobody mentions.
card-money-20 = When were you most worried about money, and what helped?
    .why = Only as much as you like. I ask so that neither of us has to pretend.
card-money-21 = How much a month would be enough for you to sleep well?
    .why = Not what you have, what would be enough. I find that a kinder question.

## Cards: Holidays

card-holidays-01 = Which day of the year do you look forward to most?
card-holidays-02 = What does your home smell like on your biggest holiday?
card-holidays-03 = Which holiday food would you happily never eat again?
card-holidays-04 = Which song do you hear everywhere at that time of the year?
card-holidays-05 = How do you spend the first free day after a long time?
card-holidays-06 = Which small local feast does nobody outside your area know?
card-holidays-07 = What do children get at holidays where you live, and what was your best?
card-holidays-08 = Sea, mountains, city or bed: where would you go tomorrow?
card-holidays-09 = What do you wear for luck, or do on the first day of a year?
card-holidays-10 = How do you celebrate your birthday: loud, quiet, or by hiding?
card-holidays-11 = Who must be there for it to be a holiday for you?
    .why = It is the people, isn't it? I would like to know yours.
card-holidays-12 = What question do your relatives ask you every single year?
    .why = I believe that aunts are the same all over the world, and am collecting proof.
card-holidays-13 = Which family custom would you like to keep when you are old?
    .why = I like to know what is worth carrying on.
card-holidays-14 = When was a holiday very different from what you had planned?
    .why = The ones that go wrong are those that we tell of later.
card-holidays-15 = How far do you travel to be with your family, and what is the journey like?
    .why = For some it is a street, for others two days in a train.
card-holidays-16 = What do you do on holidays that others around you do not celebrate?
    .why = It can be lonely, or nobody notices, or it becomes a party.
card-holidays-17 = What would you show me if I came to your family for the biggest feast?
    .why = I like to imagine being a guest with you.
card-holidays-18 = Is there a holiday on which you miss somebody?
    .why = I have one too. Tell me of them, if you like.
card-holidays-19 = Is coming home for the holidays a joy for you, a duty, or both?
    .why = For many it is both, and hardly anybody admits it.
card-holidays-20 = Was there ever a quarrel at a feast that your family still remembers?
    .why = No need for names. I find it comforting that it happens in all families.
card-holidays-21 = Do you believe in luck, or in something that watches over you? How does it show?
    .why = I do not want to convince anybody. I like to know what gives people strength.

## Cards: Slang

card-slang-01 = Which word do you use far too often?
card-slang-02 = How do people laugh in writing where you live?
card-slang-03 = Teach me one word that no textbook has.
card-slang-04 = Which word of my language sounds funny to you?
card-slang-05 = What do you say when something is really, really good?
card-slang-06 = What do you say when you drop something on your foot, and your grandmother can hear it?
card-slang-07 = Which emoji means something quite different among your friends?
card-slang-08 = What do young people say that their parents do not understand?
card-slang-09 = What do you call your best friend, a stranger, and somebody's mother?
card-slang-10 = How do you end a chat without saying goodbye?
card-slang-11 = Which saying of yours makes no sense at all when it is translated?
card-slang-12 = Do people from your area sound different? Write something as they say it.
card-slang-13 = Which meme has lived in your head this month?
card-slang-14 = In which language do you count, dream or grumble?
    .why = I heard that this shows which one is really yours.
card-slang-15 = When did you last say something embarrassing in another language?
    .why = I will answer too, and then neither of us needs to be shy any more.
card-slang-16 = Which word do you have for a feeling that other languages seem to lack?
    .why = Perhaps I have the feeling, only not the word.
card-slang-17 = What did people call you as a child, and may anybody still do so?
    .why = Nicknames are the shortest biographies.
card-slang-18 = How do you say sorry so that it is really meant?
    .why = In case I ever need to say it to you.
card-slang-19 = How do you tell somebody that you like them, without saying so?
    .why = Every language has its own way round.
card-slang-20 = Which word about people like you would you rather not hear any more?
    .why = So that I never use it by mistake.
card-slang-21 = Do you become somebody else in another language? Which of the two is braver?
    .why = I often feel smaller in mine, and would like to know whether it is only me.

## Cards: Cats

card-cats-01 = Cat, dog, both, or a cactus: who lives with you?
card-cats-02 = What are cats called where you live when nobody knows their name?
card-cats-03 = What does a cat say in your language?
card-cats-04 = If you were a cat, where would you sleep all day?
card-cats-05 = Which name would you never give a cat?
card-cats-06 = What is the most expensive thing that an animal has broken in your home?
card-cats-07 = Is there a cat in your street that everybody knows? What is its story?
card-cats-08 = A cat looks at you from the top of the wardrobe. What does it know?
card-cats-09 = Your cat becomes a spy. What is its codename, and what gives it away?
card-cats-10 = Black cat from the left: luck, bad luck, or just a cat?
card-cats-11 = Describe the face of the last cat you saw, in three words.
card-cats-12 = Whom would a cat choose in your family, and why not you?
card-cats-13 = What do you say to animals when you think that nobody hears you?
card-cats-14 = Which animal do you remember from your childhood?
    .why = We all had one: a cat, a hen, a snail in a jar.
card-cats-15 = How did your pet find you, or why do you have none?
    .why = There is a story either way.
card-cats-16 = Are there many street cats where you live, and who looks after them?
    .why = I like to hear who feeds those that belong to nobody.
card-cats-17 = Would your family have let you keep a cat? What did you try?
    .why = Every child has tried, and I would like to learn your best argument.
card-cats-18 = What has an animal taught you about people?
    .why = I believe that they notice more than we do.
card-cats-19 = How is your cat like you, and how is it better?
    .why = It is a friendly way to ask what you would like to be.
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

### 任務：問題卡和語言時鐘。自己的標記：*粗體*、_斜體_、`程式碼`；填進去的內容永遠不是標記。
### 卡片的文字在 missions.cards.ftl。

cog-title = 任務
    .description = 兩個人一起答的問題卡，都答完才揭曉；還有語言時鐘。

## Commands

command-mission = 任務
    .description = 幫你和專線另一頭的人抽一張問題卡
command-missions = 自製卡
    .description = 管理員用：你們自己的問題卡

## Settings

setting-enabled = 開啟
    .description = 要不要問題卡和語言時鐘。
setting-ceiling = 卡片最多聊多深
    .description = 每條專線都從輕鬆的開始。答過幾張或雙方同意就有走心的；敏感的一定要雙方都同意。
    .option-light = 只要輕鬆的
    .option-personal = 最多到走心的
    .option-sensitive = 敏感的也可以

## Words

between = 、
tongue-zh = 中文
level-light = 輕鬆
level-personal = 走心
level-sensitive = 敏感
topic-daily = 日常
topic-food = 吃的
topic-school = 上學
topic-work = 上班
topic-money = 錢
topic-holidays = 過節
topic-slang = 流行語
topic-cats = 貓

## Keys

key-deal = 🃏 抽張卡
key-show = 🃏 看看那張卡
key-answer = ✍️ 我來答
key-change = ✍️ 改一下我的回答
key-swap = 🔀 換一張
key-more = ⚙️ 更多
key-topics = 話題
key-levels = 聊多深
key-clock = ⏳ 語言時鐘
key-back = 返回
key-another = 🔀 換一個
band-choose = 大概……

## A card on a line

card-title = 🃏 { $topic } · { $level }
card-title-own = 🃏 你們自己的卡 · { $level }
card-why = _為什麼問：_{ $why }
card-made = _（機器翻譯）_
card-rule = 各答各的，都答完才一起揭曉。
card-your-turn = { $count ->
       *[other] { $names }答好了
    }，就等你了，答完一起看。
card-waiting = ✔️ 你答好了，等{ $names }……
card-missing = 等{ $names }……
card-unlocked = 🔓 都答完了，往下看！
card-gone = 這張卡剛被撤掉了，換一張？
card-over = 這張卡已經翻頁了，再抽一張就好。
no-cards = 照你們選的，沒有卡可以抽了。用 `/mission` 放一個話題回來吧。
line-over = 這條專線現在沒開著，抽不了卡。

answer-title = 你的回答
answer-field = 都答完之前誰也看不到
answer-intro = 想寫什麼就寫什麼，用哪種語言都可以。都答完之前隨時能改。
answer-empty = 沉默是金，不過這裡還是寫兩個字吧。
answer-kept = ✔️ 收好了，等{ $names }……
answer-last = 🔓 你是最後一個，答案來了！
reveal-title = 🔓 *揭曉！*
reveal-mine = *你：*
reveal-of = *{ $name }：*
remind = 🃏 還有張卡躺在這裡沒人答。不急，不喜歡就換一張。
remind-waited = 🃏 { $names }答了你們的卡，正好奇你會怎麼說。不急，不喜歡就換一張。

## A mission for one

alone-title = 🃏 *一個人的任務*
alone-0 = 用你在學的語言寫下來，就當講給朋友聽。
alone-1 = 來群組裡說說！一定有人接得上話。
alone-2 = 用你在學的語言大聲說一遍。貓是很有耐心的聽眾。

## What can be chosen

lines = 你說的是哪條專線？
lines-choose = 選一條
menu = 🃏 你和*{ $names }*的任務。卡片就在你們的專線上。
topics = *話題。*不想聊的點掉就好，沒有人會知道。
topic-on = ✅ { $topic }
topic-off = ➖ { $topic }
levels = *可以聊多深？*大家都點頭之前，誰也看不到你點了沒。
level-open = 🔓 { $level }：開了
level-yes = 🤫 { $level }：你點頭了，都點頭就開
level-later = 🔒 { $level }：都點頭就開，或者再答 { $count ->
       *[other] { $count }
    } 張自動開
level-both = 🔒 { $level }：都點頭才開
level-never = ✖️ { $level }：這裡不聊
level-agree = 可以聊{ $level }的
level-close = 不聊{ $level }的了
level-opened = 🔓 大家都點頭了，之後會抽到{ $level }的卡。
level-closed-here = 這一檔在這裡沒開。

## The language clock

clock = ⏳ *語言時鐘。*先說一陣子這個語言，再換另一個。誰先來？
clock-order = 先{ $first }，再{ $second }
clock-how-long = 先{ $first }，再{ $second }，各說多久？
clock-minutes = { $count ->
       *[other] { $count } 分鐘
    }
clock-asked = ⏳ 問過了：{ $count ->
       *[other] { $count } 分鐘
    }{ $first }，再一樣久的{ $second }。點頭就開始。
clock-withdraw = 算了
clock-withdrawn = 收回來了，沒關係。
clock-proposed = ⏳ { $name }想開語言時鐘：{ $count ->
       *[other] { $count } 分鐘
    }{ $first }，再一樣久的{ $second }。現在來？
clock-yes = 來
clock-no = 現在不行
clock-agreed = ⏳ 開始！
clock-agreed-first = ✔️ 你這邊好了，都點頭就開始。
clock-declined = 好，下次再來。
clock-not-now = ⏳ 現在不太方便開語言時鐘，下次再約！
clock-first = ⏳ 現在開始，*{ $language }* { $count ->
       *[other] { $count } 分鐘
    }。說錯也是好玩的一部分！
clock-second = ⏳ 換！*{ $language }* { $count ->
       *[other] { $count } 分鐘
    }。
clock-running = ⏳ 時鐘在走，現在說*{ $language }*。
clock-stop = 停下時鐘
clock-over = ⏳ *時間到！*你們一共寫了：
clock-share-of = *{ $language }*
clock-share = • { $name }：{ $count ->
       *[other] { $count } 個字
    }（{ $percent }%）
clock-you = 你
clock-unsure = 看不出是什麼語言
clock-silence = 一個字都沒有，大概都在擼貓。
clock-gone = 這個時鐘已經結束了，用 `/mission` 可以再開一個。
clock-there = 這條專線上已經有一個時鐘了，在等點頭或者正在走。
clock-one-language = 語言時鐘得有兩種語言，這條專線只有一種。

## A club's own cards

own = *你們自己的卡：*{ $count } / { $most }
own-none = 你們還沒有自己的卡。加了就混在我們的卡裡，每條專線都抽得到；最多 { $most } 張。
own-line = • { $words }（{ $level }）
own-choose = 打開一張
own-earlier = ◀
own-later = ▶
own-add = 加一張卡
own-title = 🃏 *你們自己的卡* · { $level }
own-language = _{ $language }_
own-remove = 刪掉
own-question = 問題
own-language-field = 用什麼語言寫的
own-level = 聊多深
own-why = 為什麼問（可不填）
own-other = 換一種語言寫一遍（可不填）
own-other-unsure = 卡收好了。第二種寫法我看不出是什麼語言，就沒收，其他人會看到翻譯。
own-empty = 卡上得有個問題。
own-full = 已經有 { $most } 張了，先刪一張吧。
own-gone = 那張卡已經不在了。
audit-own-added = 加了一張問題卡：{ $words }
audit-own-removed = 刪了一張問題卡：{ $words }

privacy = *任務*
    你在卡片上的回答：揭曉後保存七天，好讓人能檢舉；對方一直沒答的，保存 30 天。你選的深淺和話題，還有語言時鐘走著的時候你寫了多少，專線一結束就刪。你幫俱樂部加的卡片歸俱樂部。

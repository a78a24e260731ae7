### 任务：问题卡和语言时钟。自己的标记：*粗体*、_斜体_、`代码`；填进去的内容永远不是标记。
### 卡片的文字在 missions.cards.ftl。

cog-title = 任务
    .description = 两个人一起答的问题卡，都答完才揭晓；还有语言时钟。

## Commands

command-mission = 任务
    .description = 给你和专线那头的人抽一张问题卡
command-missions = 自制卡
    .description = 管理员用：你们自己的问题卡

## Settings

setting-enabled = 开启
    .description = 要不要问题卡和语言时钟。
setting-ceiling = 卡片最多聊多深
    .description = 每条专线都从轻松的开始。答过几张或双方同意就有走心的；敏感的一定要双方都同意。
    .option-light = 只要轻松的
    .option-personal = 最多到走心的
    .option-sensitive = 敏感的也行

## Words

between = 、
tongue-zh = 中文
level-light = 轻松
level-personal = 走心
level-sensitive = 敏感
topic-daily = 日常
topic-food = 吃的
topic-school = 上学
topic-work = 上班
topic-money = 钱
topic-holidays = 过节
topic-slang = 黑话
topic-cats = 猫

## Keys

key-deal = 🃏 抽张卡
key-show = 🃏 看看那张卡
key-answer = ✍️ 我来答
key-change = ✍️ 改一下我的回答
key-swap = 🔀 换一张
key-more = ⚙️ 更多
key-topics = 话题
key-levels = 聊多深
key-clock = ⏳ 语言时钟
key-back = 返回
key-another = 🔀 换一个
band-choose = 大概……

## A card on a line

card-title = 🃏 { $topic } · { $level }
card-title-own = 🃏 你们自己的卡 · { $level }
card-why = _为什么问：_{ $why }
card-made = _（机器翻译）_
card-rule = 各答各的，都答完才一起揭晓。
card-your-turn = { $count ->
       *[other] { $names }答好了
    }，就等你了，答完一起看。
card-waiting = ✔️ 你答好了，等{ $names }……
card-missing = 等{ $names }……
card-unlocked = 🔓 都答完了，往下看！
card-gone = 这张卡刚被撤掉了，换一张？
card-over = 这张卡已经翻篇了，再抽一张就好。
no-cards = 按你们选的，没有卡可抽了。用 `/mission` 放一个话题回来吧。
line-over = 这条专线现在没开着，抽不了卡。

answer-title = 你的回答
answer-field = 都答完之前谁也看不到
answer-intro = 想写什么写什么，用哪种语言都行。都答完之前随时能改。
answer-empty = 沉默是金，但这儿得写两个字。
answer-kept = ✔️ 收好了，等{ $names }……
answer-last = 🔓 最后一个就是你，答案来了！
reveal-title = 🔓 *揭晓！*
reveal-mine = *你：*
reveal-of = *{ $name }：*
remind = 🃏 还有张卡躺在这儿没人答。不急，不喜欢就换一张。
remind-waited = 🃏 { $names }答了你们的卡，正好奇你会怎么说。不急，不喜欢就换一张。

## A mission for one

alone-title = 🃏 *一个人的任务*
alone-0 = 用你在学的语言写下来，就当讲给朋友听。
alone-1 = 来群里说说！肯定有人接得上话。
alone-2 = 用你在学的语言大声说一遍。猫是很有耐心的听众。

## What can be chosen

lines = 你说的是哪条专线？
lines-choose = 选一条
menu = 🃏 你和*{ $names }*的任务。卡片就在你们的专线上。
topics = *话题。*不想聊的点掉就好，没人会知道。
topic-on = ✅ { $topic }
topic-off = ➖ { $topic }
levels = *可以聊多深？*大家都点头之前，谁也看不到你点没点。
level-open = 🔓 { $level }：开了
level-yes = 🤫 { $level }：你点头了，都点头就开
level-later = 🔒 { $level }：都点头就开，或者再答 { $count ->
       *[other] { $count }
    } 张自动开
level-both = 🔒 { $level }：都点头才开
level-never = ✖️ { $level }：这里不聊
level-agree = 可以聊{ $level }的
level-close = 不聊{ $level }的了
level-opened = 🔓 大家都点头了，往后会抽到{ $level }的卡。
level-closed-here = 这一档在这里没开。

## The language clock

clock = ⏳ *语言时钟。*先说一阵子这个语言，再换那个。谁先来？
clock-order = 先{ $first }，再{ $second }
clock-how-long = 先{ $first }，再{ $second }，各说多久？
clock-minutes = { $count ->
       *[other] { $count } 分钟
    }
clock-asked = ⏳ 问过了：{ $count ->
       *[other] { $count } 分钟
    }{ $first }，再同样久的{ $second }。点头就开始。
clock-withdraw = 算了
clock-withdrawn = 收回来了，没事儿。
clock-proposed = ⏳ { $name }想开语言时钟：{ $count ->
       *[other] { $count } 分钟
    }{ $first }，再同样久的{ $second }。现在来？
clock-yes = 来
clock-no = 现在不行
clock-agreed = ⏳ 开始！
clock-agreed-first = ✔️ 你这边好了，都点头就开始。
clock-declined = 行，下次再来。
clock-not-now = ⏳ 这会儿不太方便开语言时钟，下次再约！
clock-first = ⏳ 现在开始，*{ $language }* { $count ->
       *[other] { $count } 分钟
    }。说错也是玩儿的一部分！
clock-second = ⏳ 换！*{ $language }* { $count ->
       *[other] { $count } 分钟
    }。
clock-running = ⏳ 时钟在走，现在说*{ $language }*。
clock-stop = 停下时钟
clock-over = ⏳ *时间到！*你们一共写了：
clock-share-of = *{ $language }*
clock-share = • { $name }：{ $count ->
       *[other] { $count } 个字
    }（{ $percent }%）
clock-you = 你
clock-unsure = 看不出是什么语言
clock-silence = 一个字都没有，大概都在撸猫。
clock-gone = 这个时钟已经结束了，用 `/mission` 可以再开一个。
clock-there = 这条专线上已经有一个时钟了，在等点头或者正在走。
clock-one-language = 语言时钟得有两种语言，这条专线只有一种。

## A club's own cards

own = *你们自己的卡：*{ $count } / { $most }
own-none = 你们还没有自己的卡。加了就混在我们的卡里，每条专线都抽得到；最多 { $most } 张。
own-line = • { $words }（{ $level }）
own-choose = 打开一张
own-earlier = ◀
own-later = ▶
own-add = 加一张卡
own-title = 🃏 *你们自己的卡* · { $level }
own-language = _{ $language }_
own-remove = 删掉
own-question = 问题
own-language-field = 用什么语言写的
own-level = 聊多深
own-why = 为什么问（可不填）
own-other = 换一种语言写一遍（可不填）
own-other-unsure = 卡收好了。第二种写法我看不出是什么语言，就没收，别人会看到翻译。
own-empty = 卡上得有个问题。
own-full = 已经有 { $most } 张了，先删一张吧。
own-gone = 那张卡已经不在了。
audit-own-added = 加了一张问题卡：{ $words }
audit-own-removed = 删了一张问题卡：{ $words }

privacy = *任务*
    你在卡片上的回答：揭晓后保存七天，好让人能举报；对方一直没答的，保存 30 天。你选的深浅和话题，还有语言时钟走着的时候你写了多少，专线一结束就删。你给俱乐部加的卡片归俱乐部。

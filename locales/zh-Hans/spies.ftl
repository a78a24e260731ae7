### 间谍:语伴。自己的标记:*粗体*、_斜体_、`代码`;填进去的内容永远不是标记。
### $word 是大家对语伴的叫法,$words 是复数。

cog-title = 间谍
    .description = 找语伴,本群或跨平台,双方都点头才算。

## Words

word-spy = 间谍
words-spy = 间谍
word-buddy = 语伴
words-buddy = 语伴
word-pen-pal = 笔友
words-pen-pal = 笔友
tongue-zh = 中文

## Settings

setting-enabled = 开启
    .description = 大家能不能在这里找语伴。
setting-theme = 语伴怎么叫
    .description = 所有文案都跟着变。
    .option-spy = 间谍
    .option-buddy = 语伴
    .option-pen-pal = 笔友
    .option-own = 用我们自己的叫法
setting-own-word = 自己的叫法
    .description = 你们平时怎么叫就怎么写。选了“用我们自己的叫法”才用得上。
setting-desk = 管理员聊天
    .description = 关于连线的举报会送到这里。
setting-minors = 给未满 18 岁的人连线
    .description = 他们只会遇到彼此。在你们那儿合不合适、允不允许,由你负责。
    .warning = ⚠️ *给未满 18 岁的人连线。*他们只会遇到彼此，绝不会遇到成年人；但年龄没人能核实，两个人私下写了什么，管理员也看不到。打开之前请想好：要有人每天看举报；你也要清楚成员所在地的法律和平台有什么要求，比如家长同意、年龄下限、怎么联系到你。这件事由你负责。
setting-same-gender = 可以只和同性别配对
    .description = 性别由成员自己填,谁也看不到。
setting-lapse-days = 邀请几天后失效
    .description = 到时没回的,这一次就不再问了。
setting-repeat-weeks = 几周内不重复配对
    .description = 没到时间,不会再配到同一个人。
setting-round-days = 两轮之间隔几天
    .description = 每一轮把想参加的人一起配对。0 就是不办。
setting-asks-a-day = 每天能问几个人
    .description = 一个成员一天最多能点名问几个人。
setting-hold-files = 一开始先扣住链接和文件
    .description = 等到第三天才放行,除非双方都同意。

## Safety

safe-report = 🚩 举报
safe-block = 🚫 拉黑

## Keeping

keep-nudge = 你和 { $name } 有几天没说话啦。猫慢慢眨了下眼：一句话就够，谁也不用解释。
keep-nudge-last = 和 { $name } 还是静悄悄的。大家都忙，懂的。给你们一个重新开口的由头，之后我就不打扰了。
keep-check-in = 和 { $name } 认识满一周啦！处得怎么样？你的回答只有我看得到。
keep-well = 😺 挺好的
keep-new = 想换个{ $word }
keep-later = 先不说
keep-well-said = 真好！那就回去找 { $name } 吧，任务继续。
keep-later-said = 好嘞，当我没问。一切照旧。
keep-which = 没事儿，不伤感情。是除了 { $name } 再找一个，还是先好好道个别？
keep-besides = 再找一个
keep-part = 先道别
keep-stay = 算了
keep-besides-said = { $name } 照旧，找新{ $words }也给你排上队了。有人来我就告诉你，也可以现在就找。
keep-find = 现在就找
keep-streak = 🔥 你们已经有 { $weeks } 周互相写过信了
keep-streak-was = 你们前前后后有 { $weeks } 周没断过联系，都辛苦啦。

## Line

command-line = 专线
    .description = 你的专线：写给谁、怎么读
line-greet = 🤝 你们都点头啦！你的新{ $word }：*{ $name }*。稍等，我来接通专线。
line-open = ☎️ 和{ $name }的专线接通了
line-how = 直接在这里写给我，我帮你送到{ $name }那边。图片、语音、文件都行；你改了或删了，那边也会跟着变。
line-arrives = 对方发来的话，你会读到{ $language }，原文藏在下面。
line-masked = 你们只知道彼此的代号，等两个人都愿意了再揭晓。
line-more = 其他的都在 `/line` 里：语言、休息时间、写给谁。
line-moment = { $name }还要一会儿才到。可以聊了我就告诉你。
line-wanted = ☎️ 有人在专线那头等你。打开我们的私聊就能开始。
line-open-key = 打开私聊
line-elsewhere = ☎️ 你和{ $name }的专线转到这里了。
line-show = 亮出我是谁
line-goodbye = 说再见
line-list = *你的专线*
line-entry = ☎️ { $name }：{ $tongues }，从 { DATE($since) } 开始
line-entry-chosen = ▶️ { $name }：{ $tongues }，从 { DATE($since) } 开始
line-not-yet = 还没接通
line-resting = 暂停中
line-none = 你还没有专线。用 `/spy` 找一位吧。
line-pick = 打开一条专线
line-reads-now = 你用{ $language }读。
line-duty-now = 休息时间：{ $hours }。用 `/spy` 改。
line-word-now = 你们之间叫“{ $own }”。
line-free-now = 链接和文件马上就能过去。
line-careful-now = 链接和文件要等到第三天，除非你们俩都想马上收。
line-shown-now = 你们已经知道对方是谁了。
line-write-to = 写给这位
line-reads = 用什么语言读
line-reads-help = 这条专线你想用什么语言读？
line-reads-mine = 跟我的界面一样
line-free = 链接和文件
line-word = 我们自己的叫法
line-word-field = 你们互相怎么称呼？
line-word-hint = 铲屎搭档
line-word-told = { $name }给你们俩起了个新叫法：“{ $own }”。
line-word-usual = { $name }换回了平常的叫法：{ $word }。
line-back = 返回
line-whom = 这条要送给谁？
line-written = ▶️ 现在你在这里写的都送给{ $name }。想换就用 `/line`；回复某条消息，就会送给写它的人。
line-waits = 🌙 { $name }正在休息。你的话先在门口等着，晚点再进去。
line-rests = 这条专线先歇一会儿。
line-gone = 这条专线已经不在了。/line 里有你的专线。
line-corrected = _{ $name }改得更好_
show-ask = 🎭 如果{ $name }也点头，你们就能看到彼此的名字和账号。在那之前什么都不会显示。
show-yes = 好，亮出来
show-wished = 🎭 { $name }想和你一起亮出身份：名字和账号。只有你也点头才会发生。不急，不回也没关系。
show-waiting = 🎭 你的点头我记下了，也问了{ $name }。对方没点头之前，什么都不会显示。
show-done = 🎭 面具摘下来啦！
show-account = { $account }
show-is = *{ $codename }*就是{ $name }：{ $accounts }
show-is-by-handle = *{ $codename }*就是{ $name }（{ $handle }）：{ $accounts }
end-title = 再见
end-goodbye = 👋 { $name }跟你说了再见。谢谢你们在专线上的这段时光！
end-left = 👋 已经联系不上{ $name }了，专线就到这里。
end-plain = 👋 你和{ $name }的专线结束了。
end-days = 从 { DATE($first) } 到 { DATE($last) }，你们都在一起。
end-new = 外面还有别的{ $words }。要我找找吗？
end-find = 再找一位
end-said = 👋 你说了再见。我已经好好告诉{ $name }了。

## Asking

ask-codename-firsts = 天鹅绒, 午夜, 蜂蜜, 薄荷, 肉桂, 月光, 雨天, 棉花糖, 隐身, 双面, 打盹, 踮脚, 好奇, 神秘, 口袋, 纸箱, 橘子, 抹茶, 焦糖, 奶茶, 芝麻, 星期天, 静音, 云朵
ask-codename-seconds = 肉垫, 胡须, 尾巴, 呼噜, 虎斑, 飞扑, 风衣, 放大镜, 香蕉, 墨镜, 窗台, 毛线球, 坐垫, 小鱼干, 脚印, 茶杯, 手套, 喵呜, 钥匙孔, 雨伞, 明信片, 铃铛, 报纸, 屋顶
ask-codename-between = {""}

why-languages = 会{ $speaks }，在学{ $learns }。
why-nothing = 剩下的，你们自己慢慢发现吧。
why-list = 、
why-between = ；
why-hours = 每周大概有 { $hours } 个小时都有空
why-slots = { $slots }都有空
why-slot-weekday-morning = 工作日早上
why-slot-weekday-afternoon = 工作日下午
why-slot-weekday-evening = 工作日晚上
why-slot-weekday-night = 工作日深夜
why-slot-weekend-morning = 周末早上
why-slot-weekend-afternoon = 周末下午
why-slot-weekend-evening = 周末晚上
why-slot-weekend-night = 周末深夜
why-like = 都喜欢{ $interests }
why-like-cats = 猫
why-like-food = 美食
why-like-music = 音乐
why-like-films = 电影
why-like-books = 看书
why-like-games = 游戏
why-like-travel = 旅行
why-like-sports = 运动
why-like-hiking = 徒步
why-like-art = 艺术
why-like-photography = 摄影
why-like-technology = 科技
why-like-science = 科学
why-like-history = 历史
why-like-anime = 动漫
why-like-fashion = 穿搭
why-like-cooking = 做饭
why-like-plants = 养植物
why-want = 都想要{ $wants }
why-want-chat = 聊天
why-want-correction = 互相纠错
why-want-voice = 语音
why-want-homework = 作业帮忙

find-which = 在哪个俱乐部里找？
find-no-file = 我还不知道你会什么、在学什么。先打开你的档案，一分钟就好，然后我就去找。
find-open-file = 打开我的档案
find-paused = 你的档案现在是*暂停*，我不会去找，也没人会来问你。想恢复随时都行。
find-minors = 这个俱乐部没有开放给未满 18 岁的人，所以在这里没法帮你介绍。
find-full = 你在这里已经有 { $count } 条连线了。先和其中一位道个别，我再继续找。
find-one = 看看*{ $codename }*怎么样：
find-ask = 问一下
find-next = 换一个
find-not-now = 先不找
find-look = 找一个
find-nobody = 现在没有合适又有空的人。你已经在名单上了，一有人来我就告诉你。
find-seen-all = 现在合适的就这些人了。有新人来我会告诉你，也可以再看一遍。
find-later = 好的，想找的时候叫我。
find-came = 来了一个人，可能正合适你。

ask-whom = 问谁？在命令后面带上那个人，或者回复 TA 说的话来用这个命令。
ask-yourself = 那会是一场很安静的对话。换个人吧！
ask-not-now = 这位现在不方便被问。别人可以，要我找找吗？
ask-too-many = 你今天已经问了 { $count } 次。再厉害的特工也要休息，明天再来吧。
ask-sent = 我去问*{ $codename }*。对方点头，连线就开。{ $days } 天没有回音的话，我会告诉你。
ask-sent-to = 我私下去问 { $name }，用代号，不提你的名字。对方点头，连线就开。{ $days } 天没有回音的话，我会告诉你。
ask-moment = 要等一会儿：我暂时联系不上对方。你的问题我先揣着。
ask-from = { $club }的*{ $codename }*有个问题：
ask-round = { $club }这一轮，你和*{ $codename }*配到了一起，对方问：
ask-question = _想当我的{ $tongue }{ $word }吗？_
ask-question-plain = _想当我的{ $word }吗？_
ask-words = TA 自己说：{ $words }
ask-until = { $until } 之前都可以回。说“不”也只有你我知道。
ask-yes = 好呀
ask-no = 不了，谢谢
ask-said-yes = 收到，你说好！等两边都点头，连线就开。
ask-agreed = 大家都点头了！连线马上就开。
ask-said-no = 好的，谢谢你直说。这事不会有人知道。
ask-lapsed = 就差一根胡须：这个问题已经过期了。要我替你去问吗？
ask-anew = 去问
ask-gone = 这个问题已经不在了。
ask-over = 这次和*{ $codename }*没有成。常有的事，不说明什么。要我再找一个吗？
ask-over-plain = 上一次问的这回没有成。常有的事，不说明什么。要我再找一个吗？

round-left = 这一轮没有适合你的人。下一轮你排最前面。
round-none = 这里没有办轮次。去设置里看“两轮之间隔几天”。
round-next = 下一轮：{ $at }
round-people = { $count } 人参加，现在能配对的有 { $free } 人。
round-waiting = { $count } 人在等，最久等了 { $days } 天。
round-lately = { $at }：{ $people } 人参加，{ $unmatched } 人没配上。
round-fair = 每多等一周，下一轮的机会就更大。
round-run = 现在办一轮
round-started = 这一轮开始了，每个人都会私下收到问题。
round-audit-run = 办了一轮配对

## File

command-spy = 间谍
    .description = 找语伴：你的档案，还有谁会说你在学的语言
    .what = 做什么
    .what-description = 不填就打开你的档案
    .member = 成员
    .member-description = 说的是谁

file-do-open = 档案, 打开, 资料
file-do-open-means = 打开你的档案
file-do-find = 找, 寻找, 匹配
file-do-find-means = 现在就找一个人
file-do-ask = 问, 邀请
file-do-ask-means = 问一位成员
file-do-rounds = 轮次, 配对轮
file-do-rounds-means = 下一轮是什么时候
file-do-pause = 暂停, 停
file-do-pause-means = 先不配对
file-do-resume = 继续, 恢复
file-do-resume-means = 重新参加配对
file-do-forget = 忘记, 删除
file-do-forget-means = 删掉你的档案
file-do-never = 永不, 避开, 拉黑
file-do-never-means = 永远不和某位成员配对
file-do-unknown = 我不认识“{ $what }”。单发 /spy 就打开你的档案；我听得懂的词：找、问、暂停、继续、忘记、永不。

file-begin-title = 🕵️ *寻找：我的{ $word }*
file-begin =
    你会说的，这里有人正在学；你在学的，对方正好会说。我来牵线，双方都点头了才算数。
    先填一份小档案，一分钟就好。合适的人只看得到你的语言和喜好，看不到你是谁。
file-begin-key = 打开我的档案
file-form-title = 你的档案
file-form-change = 你的语言
file-form-intro = 就几个问题。别的可以以后再说，随时能改，也随时能删。
file-age = 你多大了？这个谁也看不到。
file-age-adult = 满 18 岁
file-age-minor = 未满 18 岁
file-field-speaks = 你会说什么语言？水平怎么样？
file-hint-speaks = 中文, English B2
file-field-learns = 你在学什么语言？
file-hint-learns = 西班牙语 A2，不写水平也行
file-field-zone = 你在哪儿？
file-hint-zone = 城市，或者和 UTC 差几小时：深圳、Madrid、UTC+5:45
file-again = 改一下
file-back = 返回
file-none = 你还没有档案，发 /spy 就能建一份。
file-kept = 记下了。✏️

file-language-unknown = 这些语言我不认识：{ $named }。请写语言的名字（哪种语言写都行）或代码，用逗号隔开，比如“中文, English B2”或“zh, en”。
file-no-language = 这里至少要写一种语言，写名字或代码都行：“中文”“English”“es”。
file-too-many-languages = 会这么多语言，佩服！不过我最多记 { $most } 种，写你想在这儿用的就够了。

file-title = 🗂️ *你的档案*
file-speaks = 会说：{ $languages }
file-learns = 在学：{ $languages }
file-tongue = { $language }（{ $level }）
file-zone = 时区：{ $zone }（那边现在 { $time }）
file-zone-none = 时区：还没说
file-free = 有空：{ $slots }
file-likes = 喜欢：{ $interests }
file-words = 自己的话：{ $words }
file-wants = 想要：{ $wants }
file-handle = 以前叫：{ $handle }
file-seeks = 在找：{ $handle }
file-off-duty = 休息时间：{ $start }–{ $end }
file-paused = ⏸️ 已暂停：不会给你配对，也没人能问你。
file-clubs = 你参加了：{ $clubs }
file-nowhere = 你还没参加任何俱乐部：到俱乐部的聊天里发 /spy，在那儿选。
file-not-here = 你还没在这里参加。

file-opt-in = 在这里参加
file-opted-in = 你已经在这里参加了。发 /spy 找，我就去找人。
file-opt-out = 退出这里
file-opted-out = 你已经退出这里了，档案还留着。
file-under-age = 谢谢你说实话。这个俱乐部没有开放给未满 18 岁的人连线，所以我不能在这里给你配对。你的档案我收着，谁也看不到。其他的你都可以照常玩。
file-pause = 暂停
file-resume = 继续
file-resumed = 欢迎回来！又可以给你配对了。
file-forget = 忘记我
file-forget-asked = 要删掉你的档案吗？你告诉我的都会消失，正在进行的连线也会结束。时区会留着，那归 /me 管。
file-forget-sure = 对，删掉
file-forgotten = 删好了。这份档案？我从没见过。🐾 哪天想念了，发 /spy。
file-never-whom = 是谁呢？发 /spy 永不 并带上那位成员，或者回复他的一条消息再发。
file-never-oneself = 那是你自己呀，还是好好相处吧。
file-never-kept = 记下了：永远不会把你和 { $member } 配到一起，对方不会知道。

file-key-languages = 语言
file-key-levels = 水平
file-key-zone = 时区
file-key-slots = 什么时候有空
file-key-interests = 兴趣
file-key-wants = 我想要
file-key-limits = 限制
file-key-handle = 以前的名字
file-key-off-duty = 休息时间
file-key-words = 用自己的话说

file-level-a1 = A1：刚学几句
file-level-a2 = A2：简单的日常对话
file-level-b1 = B1：大多数场合能应付
file-level-b2 = B2：聊得开，偶尔出错
file-level-c1 = C1：流利，工作也能用
file-level-c2 = C2：接近母语
file-level-native = 从小就说
file-levels-a1 = a1, 初级, 入门, 一点点, 一点
file-levels-a2 = a2, 初中级, 基础
file-levels-b1 = b1, 中级
file-levels-b2 = b2, 中高级
file-levels-c1 = c1, 高级, 流利
file-levels-c2 = c2, 精通
file-levels-native = 母语
file-level-which = 哪种语言？
file-level-choose = 水平怎么样？
file-level-learns = 你的{ $language }现在学到什么程度了？
file-level-speaks = 你的{ $language }说得怎么样？
file-learning = { $language }（在学）
file-speaking = { $language }（会说）

file-zone-several = 叫“{ $said }”的地方有好几个，你在哪一个？
file-zone-choose = 选一个地方
file-zone-other = 别的地方
file-zone-again = 再试一次
file-zone-unknown = 我不认识“{ $said }”。试试附近的大城市，或者写和 UTC 差几小时：“深圳”“Madrid”“UTC+5:45”“+9”。
file-zone-kept = 记下了：{ $zone }。那边现在是 { $time }，对吧？不对就按*时区*。

file-switch = 点一下加上，再点去掉
file-interests-help = 喜欢什么？想选几个选几个，带 ✓ 的已经在你的单子上。这里没有的，用自己的话说。
file-interest-cats = 猫
file-interest-food = 美食
file-interest-music = 音乐
file-interest-films = 电影
file-interest-books = 看书
file-interest-games = 游戏
file-interest-travel = 旅行
file-interest-sports = 运动
file-interest-hiking = 徒步
file-interest-art = 艺术
file-interest-photography = 摄影
file-interest-technology = 科技
file-interest-science = 科学
file-interest-history = 历史
file-interest-anime = 动漫
file-interest-fashion = 穿搭
file-interest-cooking = 做饭
file-interest-plants = 种花种草
file-field-words = 还想让{ $word }知道什么？
file-hint-words = 爱聊什么都行，用哪种语言都行。写一个“-”就清空。
file-slots-help = 按你自己的时间，平时什么时候有空？想选几个选几个。
file-slots-zone = 这要先知道你在哪儿。
file-slot-weekday-morning = 工作日早上
file-slot-weekday-afternoon = 工作日下午
file-slot-weekday-evening = 工作日晚上
file-slot-weekday-night = 工作日深夜
file-slot-weekend-morning = 周末早上
file-slot-weekend-afternoon = 周末下午
file-slot-weekend-evening = 周末晚上
file-slot-weekend-night = 周末深夜
file-wants-help = 你想要什么？想选几个选几个。
file-want-chat = 闲聊
file-want-correction = 有人帮我纠错
file-want-voice = 语音聊
file-want-homework = 作业帮一把

file-limits-none = 有谁是你绝对不想遇到的？在有他的聊天里发 /spy 永不 并带上那位成员。对方不会知道。
file-limits-help = 可以只和自己同性别的人配对。你选的不会给任何人看，所以这里也不显示。绝对不想遇到谁：发 /spy 永不 并带上那位成员，对方不会知道。
file-gender-choose = 我是……
file-gender-woman = 女生
file-gender-man = 男生
file-gender-other = 都不是，或者别的
file-gender-unsaid = 不想说
file-gender-kept = 记下了，谁也看不到。
file-gender-first = 先选你自己的，谁也看不到。
file-same-on = 只要同性别
file-same-off = 谁都可以
file-same-is-on = 现在：只要同性别。
file-same-is-off = 现在：谁都可以。

file-handle-intro = 以前在别处认识过谁，比如某个关掉的 App 上的笔友？如果对方也在这里留下了你要找的名字，而且也在找你，我就告诉你们俩。别人都不会知道。
file-field-handle = 你在那边叫什么？
file-hint-handle = 你在那边的名字。写一个“-”就清空。
file-field-seeks = 你在找谁？
file-hint-seeks = 对方在那边的名字。写一个“-”就清空。
file-reunion = 🎉 看谁来了：{ $handle }！在这里是 { $member }，对方也在找你。我没法核实身份，先问一件只有对方才知道的事吧。发 /spy 问，就能成为彼此的{ $word }。
file-reunion-unseen = 🎉 看谁来了：{ $handle }，对方也在找你。发 /spy 找，说不定就把你们配到一起。

file-field-off-duty = 什么时候别打扰你？
file-hint-off-duty = 23:00–7:30，按你的时间。写一个“-”就是不设。
file-off-duty-unclear = “{ $said }”我看不懂是几点。请写两个时间，从几点到几点：“23:00–7:30”或“23点到7点”。

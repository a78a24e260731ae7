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
line-rests = 这条专线先暂停，等管理员看过再说。
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

why-languages = 会{ $speaks },在学{ $learns }。
why-nothing = 剩下的,你们自己慢慢发现吧。
why-list = 、
why-between = ;
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

find-which = 在哪个群里找?
find-no-file = 我还不知道你会什么、在学什么。先打开你的档案,一分钟就好,然后我就去找。
find-open-file = 打开我的档案
find-paused = 你的档案现在是*暂停*,我不会去找,也没人会来问你。想恢复随时都行。
find-minors = 这个群没有开放给未满 18 岁的人,所以在这里没法帮你介绍。
find-full = 你在这里已经有 { $count } 条连线了。先和其中一位道个别,我再继续找。
find-one = 看看*{ $codename }*怎么样:
find-ask = 问一下
find-next = 换一个
find-not-now = 先不找
find-look = 找一个
find-nobody = 现在没有合适又有空的人。你已经在名单上了,一有人来我就告诉你。
find-seen-all = 现在合适的就这些人了。有新人来我会告诉你,也可以再看一遍。
find-later = 好的,想找的时候叫我。
find-came = 来了一个人,可能正合适你。

ask-whom = 问谁?在命令后面带上那个人,或者回复 TA 说的话来用这个命令。
ask-yourself = 那会是一场很安静的对话。换个人吧!
ask-not-now = 这位现在不方便被问。别人可以,要我找找吗?
ask-too-many = 你今天已经问了 { $count } 次。再厉害的特工也要休息,明天再来吧。
ask-sent = 我去问*{ $codename }*。对方点头,连线就开。{ $days } 天没有回音的话,我会告诉你。
ask-sent-to = 我私下去问 { $name },用代号,不提你的名字。对方点头,连线就开。{ $days } 天没有回音的话,我会告诉你。
ask-moment = 要等一会儿:我暂时联系不上对方。你的问题我先揣着。
ask-from = { $club }的*{ $codename }*有个问题:
ask-round = { $club }这一轮,你和*{ $codename }*配到了一起,对方问:
ask-question = _想当我的{ $tongue }{ $word }吗?_
ask-question-plain = _想当我的{ $word }吗?_
ask-words = TA 自己说:{ $words }
ask-until = { $until } 之前都可以回。说“不”也只有你我知道。
ask-yes = 好呀
ask-no = 不了,谢谢
ask-said-yes = 收到,你说好!等两边都点头,连线就开。
ask-agreed = 大家都点头了!连线马上就开。
ask-said-no = 好的,谢谢你直说。这事不会有人知道。
ask-lapsed = 就差一根胡须:这个问题已经过期了。要我替你去问吗?
ask-anew = 去问
ask-gone = 这个问题已经不在了。
ask-over = 这次和*{ $codename }*没有成。常有的事,不说明什么。要我再找一个吗?

round-left = 这一轮没有适合你的人。下一轮你排最前面。
round-none = 这里没有办轮次。去设置里看“两轮之间隔几天”。
round-next = 下一轮:{ $at }
round-people = { $count } 人参加,现在能配对的有 { $free } 人。
round-waiting = { $count } 人在等,最久等了 { $days } 天。
round-lately = { $at }:{ $people } 人参加,{ $unmatched } 人没配上。
round-fair = 每多等一周,下一轮的机会就更大。
round-run = 现在办一轮
round-started = 这一轮开始了,每个人都会私下收到问题。

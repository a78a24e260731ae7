### 翻译。

cog-title = 翻译
    .description = 各用各的语言，照样聊到一块儿。

## 命令

command-translate = 翻译
    .description = 帮你翻译一段话；管理员：给这个聊天开翻译
    .text = 内容
    .text-description = 要翻译的话；或者：这里、关闭、我、读音、服务
    .to = 语言
    .to-description = 翻成哪种语言；“这里”后面可以写好几种
command-say = 代说
    .description = 用这里的语言替你说，挂你的名字
    .text = 内容
    .text-description = 想说的话，用你自己的语言
    .language = 语言
    .language-description = 不用这里的语言，换一种
command-glossary = 词汇表
    .description = 这里固定译法的词
menu-translate = 翻译

## /translate 能做的事：大家会打的词，用逗号隔开

do-here = 这里, 开启
do-here-means = 给这个聊天开多语言翻译（管理员）
do-off = 关闭
do-off-means = 这个聊天不再翻译（管理员）
do-me = 我
do-me-means = 你看哪种语言
do-reading = 读音
do-reading-means = 给你的翻译下面加拼音和逐词解释，开或关
do-services = 服务
do-services-means = 谁能看到这里的话（管理员）；私聊里是你自己的
style-fitting = 合适
style-automatic = 自动
style-under = 下方, 回复
style-collected = 合并
style-threads = 子区, 话题
style-request = 按需
fillers = 和, 跟, 与, 到
better-words = 更好, 改成, 应该是

## 设置

setting-enabled = 开启
    .description = 这里要不要我翻译。
setting-style = 翻译怎么显示
    .description = `/translate here` 没说样式时用哪种。每分钟只能发几条消息的地方，“看情况”会等有人问了再翻。
    .option-fitting = 看情况
    .option-automatic = 自动翻译
    .option-under = 跟在每条消息下面
    .option-collected = 最近几条合成一条
    .option-threads = 两个连在一起的子区
    .option-request = 有人问才翻
setting-inherit = 新子区照做
    .description = 新开的子区或话题，跟它所在的聊天一样翻译。
setting-flags = 国旗
    .description = 用国旗回应一条消息，就翻成那个国家的语言，大家都看得到。
setting-corrections = 更好的翻译
    .description = 两种语言都会的成员，可以换上更好的翻译。
setting-say = /say
    .description = 成员可以让我用这里的语言替他们说，挂他们的名字。

## 开和关

languages-two = 至少要两种不同的语言，比如：/translate 这里 中文、英语
languages-many = 语言太多啦！一个聊天里我最多顾得上 { $most } 种。
languages-unknown = “{ $words }”是哪种语言？写名字或代码都行，比如“英语”或 en。
languages-no-service = 我这儿没有能把{ $source }翻成{ $target }的服务，这一对开不了。
threads-two = 连在一起的子区只能是两种语言。写两种，或者换个样式吧。
threads-none = 我在这里开不了子区或话题，换个样式吧。
threads-refused = 我在这儿没权限开子区或话题。给我权限，或者换一种样式吧。
threads-here = 这是一对连着的子区之一，请到开它的那个聊天里用这个命令。
thread-name = { $language }
off-done = 这里不再翻译了。已经翻好的还留着。
off-already = 这里本来就没在翻译。
off-club = 这个聊天换了俱乐部，我先不翻译了。管理员可以用 `/translate here` 重新开。

## 置顶的说明

notice-under = 🌐 在这里用自己的语言聊就好，翻译我放在下面。大家的话会发给：{ $services }。
notice-collected = 🌐 在这里用自己的语言聊就好，攒几条我就一起翻。大家的话会发给：{ $services }。
notice-threads = 🌐 同一场聊天，两个子区：挑你的语言，我两边传话。大家的话会发给：{ $services }。
notice-request = 🌐 想看翻译？点个国旗回应，或者回复一个国旗就行。只想自己看：用消息菜单，或用 /translate 回复它。那些话会发给：{ $services }。
notice-opt-out = 不想这样？发 `/privacy translate off`，你的话就不往外发。

## 谁能看到这些话

consent = 要在这儿翻译，得先有管理员点头：大家说的话会发给 { $services }。这些是公开的网上服务，不归你也不归我。
between = 、
accept = 同意
accepted = ✓ 从现在起我可以问 { $services }。想收回就用 `/translate services`。
services = *谁能看到这里要翻译的话*
services-mine = *你单独让我翻译的，谁能看到*
services-none = 还没有人给我配翻译服务。
services-own = { $title }（{ $host }），由运营者配置
services-accepted = ✓ { $title }（{ $host }），公开服务，已同意
services-off = { $title }（{ $host }），公开服务，未同意
accept-service = 同意 { $title }
withdraw-service = 收回 { $title }
consent-mine = 要翻译这段话，得把它发给 { $services }，都是公开的网上服务。可以吗？
accept-mine = 可以
accepted-mine = ✓ 好嘞！再跟我说一遍就行。想收回就私聊我发 `/translate services`。
inline-consent = 先来我们的私聊里点个头，让我去问翻译服务。
inline-consent-key = 打开私聊

## 只给一个人看

translate-what = 翻译什么呢？写在 /translate 后面，或者用它回复一条消息。
me-kept = ✓ 以后给你翻成{ $language }。
me-follows = ✓ 以后就翻成我跟你说的这种语言。
aids-on = ✓ 中文下面会加上拼音和逐词解释。
aids-off = ✓ 不再加拼音和逐词解释了。
aids-none = 这里没有需要注音的。
aids-later = _词典还在准备，过一会儿再问我吧。_
by-service = _由 { $service } 翻译_
gloss = _逐词：_{ $words }
reading-key = 拼音
withheld = 对方不想让自己的话拿去翻译。
withheld-own = 你说过你的话不拿去翻译。想改就发 `/privacy translate on`。
words-gone = 这段话我已经没有了，我只留一天。
needless = 这里面没有要翻译的。
needless-same = 这本来就是{ $language }。
needless-unsure = 看不出这是哪种语言，换段长点的试试。

## 翻不出来的时候

lacking-no-service = 这里还没有能翻译它的服务。管理员可以用 /translate services 开。
lacking-saving = 今天的翻译快用完了，明天再来吧。
lacking-spent = 今天的翻译用完了，明天又有了。
lacking-failed = 翻译服务现在都没回应，过会儿再试试。
no-translation = 翻译服务现在都没回应，我会接着试。
saving = 今天的翻译快用完了，到明天之前，有人问我才翻。
word-by-word = _不是翻译，只是逐词解释：_{ $words }
answer-word-by-word = 翻译服务现在都没回应。*这不是翻译*，只是词典里的逐词解释：{ $words }
trouble-no-right = 我在“{ $chat }”里不能发言了，那边翻不了。那边的管理员可以改。
trouble-gone = “{ $chat }”不在了，或者我已经不在里面，那边不再翻译。

## 国旗

flag-which = { $flag } 要哪种语言？

## 更好的翻译

better-title = 更好的翻译
better-field = 你会怎么说？
better-pair = 值得记住的词（可不填）
better-pair-hint = 词 = 译法
better-empty = 把更好的翻译写在“更好：”后面吧。
better-pair-unclear = 没记下词，请写成：词 = 译法。
better-off = 这里关掉了改翻译。
better-which = 这里好几条合在一起，不知道你说的是哪条。
better-language = 看不出是给哪种语言改的，多写一点吧。
better-thanks = 谢谢 { $name }！✨ 这样好多了。
corrected-by = _✏️ { $name }_
both-asked = 先问一句：{ $first }和{ $second }你都会吗？
know-both = 两种都会
know-both-kept = ✓ 谢谢！
term-proposed = { $name } 想放进词汇表：*{ $words }*（{ $source }）→ *{ $becomes }*（{ $target }）。以后都这么翻吗？
term-agree = 同意
term-refuse = 不用
term-agreed = ✓ 已进词汇表：{ $words }（{ $source }）→ { $becomes }（{ $target }）
term-refused = 没进词汇表：{ $words }（{ $source }）→ { $becomes }（{ $target }）

## 词汇表

glossary = { $count ->
       *[other] *词汇表里有 { $count } 个词*
    }
glossary-empty = 词汇表还空着。人名、梗、自己人才懂的词，都可以放进来。
glossary-line = { $number }. { $words }（{ $source }）→ { $becomes }（{ $target }）
glossary-add = 加一个词
glossary-full = 词汇表满了（{ $most } 个词），先删一个吧。
term-title = 词汇表里的词
term-source = 它是哪种语言
term-words = 这个词
term-target = 翻成哪种语言
term-becomes = 翻成什么
term-becomes-hint = 名字不翻的话，照抄就行
term-incomplete = 要有一个词、它的译法，还有两种不同的语言。

## 替人说

say-off = 这里关掉了 /say。
say-muted = 你现在不能在这里发言，我也就不替你说啦。
say-long = 一条消息放不下，最多 { $most } 个字。
say-needless = 这句不用翻，直接说就好！
say-refused = 我在这儿不能发言，请管理员给我权限吧。
say-failed = 在这儿没说成，过会儿再试试。

## 操作记录

audit-on = 给这个聊天开了翻译：{ $languages }
audit-off = 关了一个聊天的翻译
audit-accepted = 同意了这些服务：{ $services }
audit-withdrawn = 收回了这些服务：{ $services }
audit-term-added = 放进词汇表：{ $words }（{ $source }）→ { $becomes }（{ $target }）
audit-term-removed = 移出词汇表：{ $words }（{ $source }）→ { $becomes }（{ $target }）

### 桥。

cog-title = 桥
    .description = 几个聊天连成一个，各说各的语言。

## 命令

command-bridge = 桥
    .description = 把这个聊天和别处的连起来，别的平台也行
    .member = 成员
    .member-description = mute 和 unmute 说的是谁
    .words = 内容
    .words-description = 另一边给的口令；或者：me off、me on、mute 3、unmute、muted
menu-muteacross = 不让过桥
menu-unsend = 每一边都删掉

## 设置

setting-enabled = 开启
    .description = 这里的聊天能不能和别处连起来。
setting-files = 新桥带文件
    .description = 图片和文件也一起过去。每座桥都能用 /bridge 单独改。
setting-reactions = 新桥上的表情回应
    .description = 表情回应怎么到对面。每座桥都能用 /bridge 单独改。
    .option-nearest = 一样的表情，没有就找最像的
    .option-line = 消息下面加一小行
    .option-off = 不带过去
setting-joins = 新桥会说谁来了
    .description = 有人进来时，在另一边轻轻说一句。每座桥都能用 /bridge 单独改。
setting-originals = 新桥带上原文
    .description = 译文下面藏着原文，点一下就看得到。

## 管理员的页面

bridges = *这个聊天连着：*
bridges-none = 这个聊天还没和别处连起来。搭座桥，就能和另一个聊天（别的平台也行）聊成一片，各说各的语言。
bridges-line = 🌉 { $number }：{ $chats }
bridges-line-paused = ⏸️ { $number }：{ $chats }
bridge-option = { $chats }
bridge-choose = 打开一座桥
new = 搭座新桥
enter = 填口令
back = 返回
between = 、
chat-in = { $chat }（{ $space }）
chat-unnamed = 没有名字的聊天
bridge-title = 🌉 *{ $number } 号桥*
bridge-title-paused = ⏸️ *{ $number } 号桥*，打盹中
end-line = • { $chat }：{ $language }，{ $way }
end-line-here = • { $chat }（就是这里）：{ $language }，{ $way }
state-on = 是
state-off = 否
files-now = 文件过桥：{ $state }
reactions-now = 表情回应：{ $how }
joins-now = 说谁来了：{ $state }
originals-now = 译文下带原文：{ $state }
turn-files-on = 带文件
turn-files-off = 不带文件
turn-joins-on = 说谁来了
turn-joins-off = 不说谁来了
turn-originals-on = 带上原文
turn-originals-off = 不带原文
turn-paused-on = 暂停
turn-paused-off = 继续
languages = 这里的语言
directions = 这里的方向
reactions = 表情回应
invite = 再连一个聊天
untie = 断开这个聊天
end = 拆掉整座桥
bridge-gone = 这座桥已经不在了，用 /bridge 看看现有的吧。

## 语言、方向、表情回应

first-language = 这里说什么语言？对面来的话会翻成这种语言。
language-choose = 语言
language-none = 不翻译
language-other = 别的语言
languages-help = 来到这里的话会翻成这种语言。选“不翻译”就原样过来。
language-title = 这个聊天的语言
language-field = 这里说什么语言？
language-hint = Français、威尔士语、pt-BR
language-unknown = 没听过这种语言。试试它的英文名，或者“fr”这样的缩写。
directions-help = 这里和其他聊天之间，话往哪边走？
direction-choose = 方向
direction-both = 两边都通
direction-in = 只进不出
direction-out = 只出不进
reactions-help = 表情回应怎么到对面？
reactions-choose = 表情回应
reactions-nearest = 一样的表情，没有就找最像的
reactions-line = 消息下面加一小行
reactions-off = 不带过去

## 口令

code = { $minutes } 分钟内，请管理员在另一个聊天里发给我：
    `/bridge { $code }`
    只能用一次。
code-title = 填口令
code-field = 另一边给的口令
codes-too-many = 口令要得有点多，过一个小时再来吧。
tied = 搞定！{ $count } 个聊天连成一个啦。
code-wrong = 没见过这个口令。再看看，或者在另一边用 /bridge 要个新的。
code-used = 这个口令用过了。在另一边用 /bridge 要个新的吧。
code-expired = 这个口令过期了。在另一边用 /bridge 要个新的吧。
code-too-many = 错的口令有点多，过一个小时再试吧。
code-same = 这个口令就是在这里要的。桥得有对岸：请到另一个聊天里填。
code-twice = 这两个聊天已经在同一座桥上了。
code-gone = 我已经不在对面了，或者对面把桥关了。问问那边的管理员吧。
code-no-right = 要这个口令的人已经不是对面的管理员了。请那边的管理员再要一个。
code-full = 这座桥满了，最多连 20 个聊天。用 /bridge 搭座新的吧。
code-many = 有一边的俱乐部已经有 50 座桥了，先拆一座吧。

## 断开

untie-sure = 真要断开这个聊天吗？说过的话都留在原处，只是以后不再跟着变。
untie-yes = 对，断开
untie-done = 这个聊天断开啦。
end-sure = 真要把整座桥拆了吗？所有聊天都会断开，说过的话留在原处。
end-yes = 对，拆掉
end-done = 桥拆掉啦。
end-not-yours = 只有搭桥的俱乐部能拆掉整座桥。这个聊天可以自己断开。

## 说给聊天里的人

notice-both = 🌉 这里和 { $chats } 聊成一片啦：这里说的话那边也看得到，挂说话人的名字，那边说的也一样。
notice-in = 🌉 { $chats } 里说的话，这里也看得到，挂说话人的名字。
notice-out = 🌉 这里说的话，{ $chats } 也看得到，挂说话人的名字。
notice-files = 文件也一起过去。
notice-no-files = 文件不过桥。
notice-joins = 谁来了，对面会知道。
notice-untranslated = 这里不翻译，话不会发给任何翻译服务。
notice-same-language = 各边说的都是{ $language }，所以不用翻译，话不会发给任何服务。管理员可以用 `/bridge` 改。
notice-services = 为了翻译，这些话会发给：{ $services }。
notice-opt-out = 不想这样？发 `/privacy translate off`，你的话就原样过桥。
notice-no-service = 管理员想开翻译，可还没有哪个翻译服务能用：请看 `/translate services`。在那之前，话都原样过桥。
notice-me-off = 完全不想过桥？发 `/bridge me off`。
told-tied = 🌉 { $chat } 上桥啦，打个招呼吧！
told-untied = 🌉 { $chat } 下桥了。
told-ended = 🌉 { $chat } 那边把桥拆了，这里断开啦。
trouble-gone = 🌉 { $chat } 已经不在了，我把它断开了。
trouble-no-right = 🌉 我在 { $chat } 里不能说话，什么都送不过去。那边的管理员可以改。
trouble-plain = 🌉 我在 { $chat } 里不能再用别人的名字说话了（webhook）。消息照样送到，由我来说，前面写上名字。
trouble-given-up = 🌉 好几个小时都联系不上 { $chat }，有些消息没送到。
trouble-uncertain = 🌉 有条消息在 { $chat } 里可能出现了两次：平台没说第一次到底到没到。
trouble-not-changed = 🌉 有条消息在 { $chat } 里改不了，或者删不掉，请去那边看一眼。
trouble-no-translation = 🌉 现在没有哪个服务能为 { $chat } 翻译，话都原样过桥。
trouble-saving = 🌉 今天的翻译额度快用完了。到明天为止，去 { $chat } 的话都原样过桥。
joined = 🐾 { $name } 来啦。
corrected = _（{ $name } 帮忙改过）_

## 说给一个人

not-tied = 这个聊天没有和别处连着。管理员可以用 /bridge 连。
me-on = 你在这里说的话会过桥。
me-off = 你在这里说的话就留在这里。别人的照样过桥。
me-turn-off = 我的别带过去
me-turn-on = 我的也带过去
mute-whom = 不让谁的话过桥？回复一条 TA 的消息来用，或者写上是谁。
mute-done = 从现在起，{ $name } 的话不过桥了。`/bridge unmute` 就能恢复。
mute-done-hours = { $hours } 小时内，{ $name } 的话不过桥。
unmute-done = { $name } 的话又能过桥了。
unmute-needless = { $name } 的话本来就能过桥。
muted = *这些人的话不过桥：*
muted-none = 大家的话都能过桥。
muted-line = • { $name }（到 { $until }）
muted-line-for-good = • { $name }
unmute-choose = 让谁的话重新过桥
somebody = 某人
unsend-done = 每一边都删掉啦。
unsend-unknown = 没见过这条消息，或者它从没过过桥。
unsend-not-yours = 只有作者或管理员能把它从每一边删掉。

## 操作记录

audit-tied = 把 { $chat } 连上了 { $bridge } 号桥
audit-untied = 把 { $chat } 从 { $bridge } 号桥断开了
audit-ended = 拆掉了 { $bridge } 号桥
audit-language = 给 { $bridge } 号桥的一个聊天换了语言
audit-direction = 给 { $bridge } 号桥的一个聊天换了方向
audit-reactions = 改了表情回应怎么过 { $bridge } 号桥
audit-files-on = 让文件过 { $bridge } 号桥
audit-files-off = 不让文件过 { $bridge } 号桥
audit-joins-on = 让 { $bridge } 号桥说谁来了
audit-joins-off = 让 { $bridge } 号桥不再说谁来了
audit-originals-on = 让 { $bridge } 号桥带上原文
audit-originals-off = 让 { $bridge } 号桥不带原文
audit-paused-on = 暂停了 { $bridge } 号桥
audit-paused-off = 让 { $bridge } 号桥继续
audit-muted = 不让 { $name } 的话过桥
audit-muted-hours = { $hours } 小时内不让 { $name } 的话过桥
audit-unmuted = 让 { $name } 的话重新过桥
audit-unsent = 把 { $name } 的一条消息从每一边删掉了

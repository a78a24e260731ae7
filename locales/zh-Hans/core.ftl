### 家里的话。我们自己的标记：*粗体*、_斜体_、`代码`；填进去的内容永远不是标记。

cog-title = 基本
    .description = 一直都在的命令。

## 命令

command-start = 开始
    .description = 打个招呼，看看我会做什么
command-help = 帮助
    .description = 看看我在这儿能帮你做什么
command-cancel = 取消
    .description = 不填了，停下来
command-me = 我的
    .description = 你的语言和时区
    .zone = 时区
    .zone-description = 你在哪儿：城市，或者跟 UTC 差几小时
command-privacy = 隐私
    .description = 我记了你什么，怎么带走、怎么删掉
    .topic = 事项
    .topic-description = 你想设置什么
    .topic-translate = 翻译
    .state = 状态
    .state-description = 你的话能不能拿去翻译
    .state-on = 开
    .state-off = 关
command-report = 举报
    .description = 把一条消息或一位成员告诉管理员
    .member = 成员
    .member-description = 说的是谁；也可以用 /report 回复那条消息
command-quiet = 安静
    .description = 让我在这个聊天里安静，或者再开口
    .state = 开关
    .state-description = 选“关”就把我叫醒
    .state-on = 开
    .state-off = 关
menu-report = 向管理员举报

## 设置

setting-enabled = 启用
    .description = 这部分功能在这里开不开。
setting-language = 语言
    .description = 我对大家说哪种语言。每个人可以用 /me 自己选。
    .option-auto = 跟随平台
    .option-en = English
    .option-zh-hans = 简体中文
    .option-zh-hant = 繁體中文
    .option-es = Español
setting-reports = 举报发到
    .description = 管理员看举报的聊天，最好只有他们看得到。
setting-quiet = 安静
    .description = 我在这个聊天里什么都不说。

## 初次见面

start = 你好，{ $name }！我是一只戴墨镜的猫，身兼数职：找新人讨猫片，也给语言不通的人牵线交朋友。
help-button = 你会做什么？
help = *我能帮你做的*
help-elsewhere = 在群里能用的
bot-added = 喵！我来了。只要有个叫“自我介绍”的频道或话题，我就在那儿找新人讨猫。管理员请看 /settings。
bot-not-allowed = 谢谢邀请！不过我只住在主人选好的俱乐部里，这就先走啦。拜拜！
cancel-nothing = 没什么要停的，放心！

## 语言和时间

language-which = 我跟你说哪种语言？
language-list = 选一种语言
language-auto = 跟随我的应用
language-chosen = 好嘞，以后就跟你这么说。
me = *关于你*
    语言：{ $language }
    时区：{ $zone }
    { $accounts ->
        [1] 一个账号
       *[other] { $accounts } 个关联账号
    }
me-language-auto = 跟随你的应用
me-zone-none = 还没说
me-zone-button = 时区
zone-title = 你的时区
zone-field = 你在哪儿？
zone-hint = 城市，或者跟 UTC 差几小时：北京、Madrid、+8
zone-kept = 记下了：{ $zone }，你那儿现在是 { $time }。
zone-unknown = “{ $said }”我不认识。换个附近的大城市试试，或者写跟 UTC 差几小时，比如 +8。

## 隐私

privacy = *我记了什么*
    你账号的编号和名字，还有应用的语言。你告诉过我的语言和时区。你举报过东西这件事；管理员的话，还有改过什么。猫税这边：怎么交的、给谁回过猫、一串能认出那张猫图的指纹；缩小的图只留一天，你愿意给大家看才会一直留着；还有你送出的爱心。不是说给我听的消息，我不留。你发给我的东西最多在我桌上放两天，免得我打个盹就弄丢了。
privacy-services = *翻译的内容谁看得到*
    管理员开了翻译或桥的地方，话会发给下面第一个有回应的服务：{ $services }。为了让译文和过了桥的消息跟着你的修改变，你在那里写的话我留七天；译文不带名字，也留七天。有人问才翻的地方，大家说的话我最多留一天；你单独让我翻的也是。还有你选的：看哪种语言，会哪几种语言。
privacy-no-services = *翻译的内容谁看得到*
    没有人：我没接翻译服务。有桥的地方，你写的话我留七天，这样你一改，那边也跟着改。
privacy-translate-not = 别翻译我的话
privacy-translate-again = 恢复翻译
privacy-untranslated = 好，你的话不会再发给任何翻译服务了。有桥的地方照样传过去，原文不动。
privacy-translated = 好，你的话又可以翻译了。
privacy-who = 运营者：{ $name }
    联系方式：{ $contact }
    存放在：{ $place }
privacy-unnamed = 未说明
privacy-export = 带走一份
privacy-exported = 我记着的关于你的一切，都在这儿了。
privacy-forget = 忘了我
privacy-forget-sure = 真的要我忘了你吗？所有关联账号上，我记着的都会删掉，找不回来的。
privacy-forget-yes = 对，忘了我
privacy-forgotten = 好了，我不认识你啦。很高兴曾经认识你！

## 举报

report-title = 举报
report-field = 怎么了？
report-hint = 几句话就行，只有管理员能看到。
report-what = 用 /report 回复那条消息，或者写上是哪位成员。
report-no-place = 管理员还没告诉我在哪儿看举报，请直接找其中一位。（管理员：/settings）
report-sent = 谢谢，管理员已经收到了。
report = *举报 { NUMBER($number, useGrouping: 0) }*，来自 { $by }
    { $reason }
report-about = 关于：{ $name }
report-pictures = 附有 { $count } 个文件
report-close = 已处理
report-open = 去看看
report-closed = 举报 { NUMBER($number, useGrouping: 0) } 已由 { $name } 处理。
report-closed-already = 已经有人处理过了。

## 安静

quiet-on = 我在这儿不出声了。/quiet off 可以叫醒我。
quiet-off = 我又醒啦。

## 表单

form-progress = （{ $step }/{ $steps }）
form-now = 现在：{ $value }
form-skip = 跳过
form-done = 好了
form-cancel = 取消
form-cancelled = 停了，什么都没发出去。
form-skipped = 没填
form-files = { $count } 个文件
form-send-file = { $count ->
        [0] 发一张图或一个文件给我吧。
       *[other] 收到 { $count } 个了。接着发，或者点“好了”。
    }
form-open = 打开表单
form-next-page = 继续（{ $page }/{ $pages }）
form-page-kept = 收到，还有一点点。
form-goes-on-in-private = 我私聊你了。
form-could-not-open = 表单没打开，再试一次吧。
form-needed = 这个得答一下。
form-file-needed = 请发一张图或一个文件。
form-not-an-option = 请点其中一个按钮。
form-too-long = 有 { $length } 个字了，最多 { $most } 个哦。
form-too-short = 再多写一点，至少 { $least } 个字。
form-too-many-files = 最多 { $most } 个哦。
form-too-many-options = 最多选 { $most } 个哦。

## 转到私聊

private-invitation = { $name }，这事咱俩私下说。点一下按钮，转到私聊。
private-closed = 我没法给你发私信。先在设置里允许这个服务器的成员私信你，再点一次。
private-continue = 打开私聊

## 出岔子的时候

error-apology = 对不起，我被自己的尾巴绊了一跤。要是再发生，把这个编号告诉管理员：{ $reference }
error-stale = 这个按钮过期了，从头再来一次吧。
error-not-yours = 这个按钮不是给你的哦。
error-too-fast = 慢点儿，我只有四只爪。过 { $seconds } 秒再试吧。
error-quiet = 有人让我在这儿保持安静。
error-cog-off = 管理员在这儿把它关了。
error-only-in-community = 这个请在群里用。
error-needs-organiser = 这个只有组织者能用。
error-needs-moderator = 这个只有版主和管理员能用。
error-needs-admin = 这个只有管理员能用。
error-parameter-missing = 还差“{ $parameter }”。
error-too-many-words = 没看懂“{ $words }”。去掉它再试试吧。
error-member-unknown = 不知道你说的是谁。用命令回复那个人的一条消息吧。
error-chat-unknown = 我不认识这个聊天。到那个聊天里用这个命令吧。
error-switch = “{ $parameter }”只能是“是”或“否”。
error-too-long = “{ $parameter }”最多 { $most } 个字。
error-choice = “{ $parameter }”可以是：{ $options }。
error-number = “{ $parameter }”得是数字。
error-number-range = “{ $parameter }”要在 { $least } 到 { $most } 之间。

## 操作记录

audit-club-joined = 把 { $space } 带进了俱乐部
audit-club-left = 把 { $space } 移出了俱乐部
audit-setting = 把“{ $setting }”改成“{ $value }”（{ $cog }）
audit-report-closed = 处理了举报 { $number }

## 启动时说的（给运营者）

started-starting = { $platform }：还在连接。
started-connected = { $platform }：已连接。
started-down = { $platform }：没连上，会一直重试。
started-playground = 游乐场开门了：{ $address }
started-web = 健康检查和指标：{ $address }/healthz 和 { $address }/metrics

## 缺了什么（给运营者）：缺什么、少了什么功能、去哪儿改

finding-missing-right = “{ $space }”没有给我这个权限：{ $right ->
        [view-channel] 查看频道
        [send-messages] 发送消息
        [send-messages-in-threads] 在子区内发送消息
        [read-message-history] 读取消息历史记录
        [embed-links] 嵌入链接
        [attach-files] 附加文件
        [add-reactions] 添加反应
        [manage-roles] 管理身份组
        [manage-messages] 管理消息
        [manage-webhooks] 管理 Webhook
        [pin-messages] 置顶消息
        [create-public-threads] 创建公共子区
        [create-private-threads] 创建私密子区
       *[other] { $right }
    }。
    .off = { $right ->
        [view-channel] 那里的频道我都看不到。
        [send-messages] 我在那里没法说话。
        [send-messages-in-threads] 我在子区里没法说话。
        [read-message-history] 我没法回复消息，也没法补看错过的消息。
        [embed-links] 卡片会变成纯文字。
        [attach-files] 间谍猫没有图，相册也是空的。
        [add-reactions] 我没法添加反应。
        [manage-roles] 我没法给交过猫税的人发身份组。
        [manage-messages] 我没法删别人的消息。
        [manage-webhooks] 我没法以原作者的名义转述。
        [pin-messages] 我没法把“翻译会送到哪里”的说明置顶。
        [create-public-threads] 我没法开子区。
        [create-private-threads] 我没法给两个人开私密子区。
       *[other] 需要它的功能。
    }
    .mend = Discord：服务器设置 › 身份组 › 我的身份组；或者用 README 里的链接重新邀请我。
finding-discord-token = Discord 不认这个令牌（token）。
    .off = Discord 上的一切。
    .mend = Discord Developer Portal › 你的应用 › Bot › Reset Token，再填进 DISCORD_TOKEN。
finding-discord-message-content = 没有开通 message content intent（消息内容）。
    .off = 我看不到消息里的猫，只能请新人用 /cat 交。
    .mend = Discord Developer Portal › 你的应用 › Bot › Message Content Intent，然后重新启动我。
finding-discord-members = 没有开通 server members intent（成员）。
    .off = 谁来谁走，我都不知道。
    .mend = Discord Developer Portal › 你的应用 › Bot › Server Members Intent，然后重新启动我。
finding-discord-commands = Discord 没收下我的命令：{ $detail }
    .off = 新的或改过的命令不会显示。
    .mend = 要是重启以后还这样，请带着这一行反馈。
finding-telegram-token = Telegram 不认这个令牌（token）。
    .off = 机器人连不上 Telegram。
    .mend = 找 @BotFather 发 /token 再拿一次，填到 TELEGRAM_TOKEN。
finding-telegram-conflict = 有别的程序在用同一个令牌收这个机器人的消息。
    .off = 消息会在两边之间丢失。
    .mend = 把另一个停掉；或者找 @BotFather 换个令牌（/revoke），填进 TELEGRAM_TOKEN。
finding-telegram-groups = @{ $bot } 不能被加进群。
    .off = 群里的一切。
    .mend = @BotFather › /setjoingroups › Enable。
finding-telegram-privacy = @{ $bot } 开着隐私模式。
    .off = 在我不是管理员的群里，我只看得到命令和对我的回复，只能请新人用 /cat 交。
    .mend = @BotFather › /setprivacy › Disable，再把我移出群重新加进来；或者直接让我当管理员。
finding-telegram-privacy-chat = 在“{ $chat }”里我不是管理员，隐私模式又开着。
    .off = 在那儿我只看得到命令和对我的回复，也不知道谁进来了。
    .mend = 让 @{ $bot } 当群管理员，不用勾任何权限。
finding-telegram-admin = 在“{ $chat }”里我不是管理员。
    .off = 在那儿我收不到表情回应，也不一定知道谁来谁走。
    .mend = 让 @{ $bot } 当群管理员。
finding-telegram-muted = 在“{ $chat }”里我不能发言。
    .off = 我在那儿要说的一切。
    .mend = 在群权限里允许成员发消息，或者让 @{ $bot } 当管理员。
finding-telegram-rights = 在“{ $chat }”里我缺少权限：{ $missing }。
    .off = 需要它们的功能：删别人的消息、限制成员、邀请、管理话题。
    .mend = 群 › 管理员 › @{ $bot }。
finding-telegram-webhook = Telegram 连不上 webhook：{ $problem }
    .off = 消息来得晚，或者根本不来。
    .mend = 看看 TELEGRAM_WEBHOOK_URL、它的证书，还有端口能不能从外面访问。
finding-telegram-commands = Telegram 没收下我的命令菜单：{ $problem }
    .off = 菜单里可能还是旧命令。
    .mend = 要是重启以后还这样，请带着这一行反馈。

## 在别处重复的消息

mirror-file-left = 📎 { $name }（{ $size } MB）太大了，带不过来。
mirror-file-lost = 📎 { $name } 没能带过来。

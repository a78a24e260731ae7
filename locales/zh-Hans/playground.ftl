# 试玩页：浏览器里的两个假社群，机器人是真的。

## The page

page-title = 猫税 · 试玩
page-kind = 试玩
bot-name = 猫税
page-line = Discord 和 Telegram 的社群机器人：打个招呼，晒晒猫，交个语言不通的朋友。
page-more = 下面两个社群是假的，机器人是真的。想当谁都行。先进群，自我介绍时别带猫，看看谁会找上门。
page-language = 页面语言
page-needs-script = 本页需要 JavaScript，不会从别处加载任何东西。
page-broken = 页面出了点问题，刷新一下试试。
page-away = 连接中…
bot-here = 机器人在线
bot-away = 机器人不在
spy-cat-alt = 一只戴墨镜、穿风衣的猫摆出特工的架势，手里举着的是一根香蕉。
spy-cat-says = 你好，我是间谍。交出你的猫。
skip = 直接去聊天
sides = 两个社群

## Languages

language-en = English
language-zh-Hans = 简体中文
language-zh-Hant = 繁體中文
language-es = Español

## Spaces, roles and what stood there before

space-harbour = 港湾
space-teahouse = 茶馆
like-left = 用法同 Discord
like-right = 用法同 Telegram
role-explorer = 勇敢的探险家
role-cat-keeper = 铲屎官
seed-harbour-1 = 大家早！水烧上了，椅子又被猫占了。
seed-harbour-2 = 我家这位正趴键盘上呢，今天要是打出乱码，都是她干的。
seed-teahouse-1 = 茶泡好了。这周大家在看什么书？
seed-teahouse-2 = 一本菜谱。在学包饺子，祝我好运！
line-hello = 大家好，新人报到！喜欢散步，也爱看短篇小说，想找人一起练语言。
line-cat = 大家好，新人报到！这是我家的猫，叫什么都不理人。
line-teapot = 大家好，新人报到！我没有猫，不过有个茶壶。

## People

you-are = 你现在是{ $name }。换个人
choose-person = 想当谁？
new-person = 新人物…
new-person-name = 名字
new-person-language = 语言
new-person-hint = TA 手机应用的语言，机器人先按这个猜。
new-person-make = 进来吧
who-am-i = 我是谁？
about = { $name }的资料
this-is-you = 就是你
fact-handle = @ 用的名字
fact-language = 应用语言
fact-rank = 身份
fact-state = 状态
fact-roles = 身份组
rank-everyone = 成员
rank-organiser = 组织者
rank-moderator = 协管
rank-admin = 管理员
state-member = 已进群
state-outside = 还没进群
state-asking = 在门口等着
state-captcha = 还没过验证
state-muted = 被禁言
state-banned = 被封禁
be = 变成{ $name }
remove = 移出
ban = 封禁
pardon = 解除封禁
let-in = 放行
turn-away = 婉拒
mute = 禁言十分钟
unmute = 解除禁言
members = 成员
more = 更多
join = 加入{ $space }
leave = 退出{ $space }
bot-out = 请机器人离开
bot-in = 请机器人回来
ask = 申请加入{ $space }
ask-back = 算了，不申请了
join-captcha = 先过验证再进
asking-count = 门口有 { $count } 人在等
door-asks = 新人进群要先申请
door-open = 新人直接进群
rename-chat = 给 { $chat } 改名…
name = 名称
save = 保存
roles = 身份组…
role-new = 新身份组
role-make = 新建
role-delete = 删除{ $name }
role-give = 给身份组：{ $name }
role-take = 收回身份组：{ $name }
rush = 一口气来十二个新人
rush-hello = 来十二个新人，个个打招呼

## Chats

chats = 聊天
private-chat = 猫税
private-title = 只有你和猫税
private-words = 这里写的，别人看不到。
start = 开始
closed = 已关闭
elsewhere = 朋友（没有机器人）
elsewhere-left = 猫税不在这个聊天里。带着它的人，还是可以在消息菜单里用它。
elsewhere-right = 猫税不在这个聊天里。照样可以问它：写 @cattax 加上你的问题。
new-chat-left = 新子区…
new-chat-right = 新话题…
drop-chat = 删除 { $chat }
unread = { $count } 条新消息
messages-in = { $chat } 的消息
chat-begins = { $space }的聊天从这里开始。
outside-title = { $name }到门口了
outside-words = 加入{ $space }，才能看消息、聊天、见到那只猫。
banned-title = 这扇门关上了
banned-words = 管理员可以放你回来。
ask-words = 这里进群要先申请，提交以后等人通过就好。
asking-title = { $name }，申请已经提交了
asking-words = 很快会有人回应。这期间猫税可能会私聊你。
captcha-words = 发言前先问一句：你是机器人吗？
captcha-solve = 我不是机器人
muted-words = 你暂时不能发言。
muted-until = { $time } 就能发言了。
muted-keys = 消息照看，按钮照点。
try-it = 第一句说什么？试试这些：
try-hello = 打招呼，不带猫
try-cat = 晒猫
try-teapot = 晒茶壶

## Messages

post-by = { $name }，{ $time }
tag-bot = 机器人
tag-speaks-as = APP
silent = 静音发送
edited = 已编辑
pinned = 已置顶
voice-message = 语音消息
used-command = { $name }用了 /{ $command }
quoted-gone = 被回复的消息已经不在了
go-to-quoted = 跳到{ $name }的消息
deleted-by = { $name }删除了这条消息
only-you = 只有你看得到
dismiss = 收起
spoiler = 隐藏内容：点开看
losses = 这里没能显示
loss-address = 有个链接没显示：不是 http(s) 地址。
loss-speaker-picture = 发言人的头像不会从别处加载。
react = 表情回应
reaction = { $emoji }：{ $count }
reply = 回复
reply-to = 回复{ $name }
more-on-post = 这条消息的更多操作
edit = 编辑
delete = 删除
of-the-bot = 猫税
service-joined = { $name }进来了
service-left = { $name }离开了
service-removed = { $name }被移出了
service-banned = { $name }被封禁了
service-renamed = { $name }改了这里的名字
service-bot-came = { $name }来了
service-bot-went = { $name }走了

## Writing

write-in = 在 { $chat } 里说点什么
write-to = 给{ $name }发消息
write-not = 现在不能在这里发言
send = 发送
attach = 添加图片或文件
files-to-send = 待发送
own-file = 选自己的文件…
sample-cat-photo = 真猫一只
sample-cat = 橘猫
sample-cat-two = 睡着的猫
sample-dog = 小狗
sample-teapot = 茶壶
sample-cactus = 仙人掌
take-off = 去掉{ $name }
as-files = 图片按文件发送
drop-here = 松手就好
inline = 改成发这个：
editing = 正在修改你的消息
replying-to = 回复{ $name }

## Commands, forms and dialogues

commands = 命令
run-command = 执行
pick-one = 请选择
yes = 是
no = 否
required = 必填
form-send = 提交
cancel = 取消
close = 关闭
no-answer = 没等到回应。

## What the platform refuses

refused-nobody = 这里没有这个人。
refused-name = 名字要 1 到 40 个字。
refused-crowd = 试玩区已经满员了。
refused-language = 试玩区不认识这种语言。
refused-banned = 你在这里被封禁了。
refused-inside = 你已经在里面了。
refused-outside = 先加入再说。
refused-files = 一条消息最多 { $about } 个文件。
refused-long = 太长了，最多 { $about } 个字符。
refused-empty = 还没有要发的内容。
refused-gone = 它已经不在了。
refused-muted = 你暂时不能发言。
refused-asking = 你已经申请过了。
refused-captcha = 先过一下验证吧。
refused-roles = 最多 { $about } 个身份组。
refused-chats = 最多 { $about } 个聊天。
refused-unstarted = 先点“开始”。
refused-closed = 这个聊天已关闭。
refused-file-gone = 文件不见了，请重新添加。
refused-not-yours = 这条消息不是你的。
refused-reaction = 这里不能用这个表情。
refused-rank = 你的身份不能这么做。
refused-bot-away = 机器人不在，没法回应。
refused-form = 这张表单太旧了，请重新打开。
refused-command = 这里没有这个命令。
refused-missing = 还没填“{ $about }”。
refused-value = “{ $about }”填得不对。
refused-large = 文件太大，最多 { $about } MB。
refused-disk = 文件没存下来：磁盘满了。

### 设置、俱乐部、账号关联。

cog-title = 钥匙和俱乐部
    .description = 管理员：设置和俱乐部。所有人：关联账号。

## 命令

command-settings = 设置
    .description = 改改我在这儿做什么，看看谁改过什么
command-club = 俱乐部
    .description = 把这里和别处的群（别的平台也行）连成一个俱乐部
    .code = 口令
    .code-description = 另一个群给的一次性口令
command-link = 关联
    .description = 让我认出你的几个账号是同一个人
    .code = 口令
    .code-description = 我在你另一个账号上给你的一次性口令
command-unlink = 解除关联
    .description = 让这个账号和其他账号分开

## 设置（管理员）

settings = *设置*
    想看哪一项？改完马上生效。
settings-choose = 请选择
settings-change = 修改……
settings-line = { $title }：{ $value }
settings-now = 现在：{ $value }
settings-here-only = 只管你发 /settings 的那个聊天。
settings-kept = ✓ 记下了。
settings-write = 写个新的
settings-number-hint = { NUMBER($least, useGrouping: 0) } 到 { NUMBER($most, useGrouping: 0) } 的整数
settings-not-a-number = 得是 { NUMBER($least, useGrouping: 0) } 到 { NUMBER($most, useGrouping: 0) } 的整数哦。
settings-chat-open = 👀 那个聊天人人都看得到，而发到那里的只该给管理员看，所以不会往那里发。请选一个成员看不到的聊天，或者一个人人都是管理员的管理群，用 `/club` 把它并进来。
settings-refused = 这里用不了这个值。
turn-on = 打开
settings-warned = 我看过了，打开
turn-off = 关掉
back = 返回
value-on = 开
value-off = 关
value-none = 无
value-here = 发 /settings 的那个聊天
value-gone = （已经不在了）
value-elsewhere = 别处的聊天

## 操作记录（管理员）

history = *谁改过什么*
history-button = 谁改过什么
history-line = { RELATIVE($when) }，{ $by }：{ $what }
history-somebody = 某人
history-empty = 还没人改过什么。
history-older = 更早的

## 俱乐部（管理员）

club = *这个俱乐部有 { $count } 个群：*
club-unnamed = 没有名字的群
club-invite = 再加一个群
club-leave = 退出俱乐部
club-leave-sure = 真要让这个群退出俱乐部吗？俱乐部的东西留在俱乐部；这里重新开始，或者回到加入之前的样子。
club-leave-yes = 对，退出
club-left = 这个群又单飞啦。
club-alone = 这个群本来就没和别的群连在一起。
club-code = 十分钟内，请管理员在另一个群里发给我：
    `/club { $code }`
    只能用一次。
club-joined = 搞定！这个群加入俱乐部啦。
club-wrong = 没见过这个口令。再看看，或者在另一个群里用 /club 要个新的。
club-expired = 这个口令过期了。在另一个群里用 /club 要个新的吧。
club-same = 这个群已经在那个俱乐部里了。
club-too-many = 错的口令有点多，过一个小时再试吧。

## 关联账号

link-code = 十分钟内，用你的另一个账号发给我：
    `/link { $code }`
    这样我就知道两边都是你。只能用一次，别给别人看。
link-done = 关联好啦！两个账号上我都认得你了。
link-in-private = 还是私聊说吧：请在这里发 `/link { $code }`。
link-wrong = 没见过这个口令。再看看，或者在另一个账号上用 /link 要个新的。
link-expired = 这个口令过期了。在另一个账号上用 /link 要个新的吧。
link-same = 这本来就是你呀。请用你的_另一个_账号发口令。
link-too-many = 错的口令有点多，过一个小时再试吧。
unlink-alone = 这个账号没有和别的账号关联。
unlink-sure = 你关联了 { $count } 个账号。要把这个账号分出来吗？我记着的东西会留在其他账号那边。
unlink-yes = 对，分开
unlink-done = 好了，这个账号分出来了。

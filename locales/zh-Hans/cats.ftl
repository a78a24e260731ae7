### 猫相册。

cog-title = 猫相册
    .description = 主人愿意给大家看的猫，都在这里。

## 命令

command-cats = 看猫
    .description = 看看这里的猫
    .show = 看哪些
    .show-description = 想看哪些猫；不填就随机来一只
    .show-random = 随机
    .show-newest = 最新
    .show-top = 人气
    .show-mine = 我的
    .number = 编号
    .number-description = 看这个编号的猫
    .member = 成员
    .member-description = 看谁家的猫

## 设置

setting-enabled = 开启
    .description = 这里要不要有相册。只有主人点了头的猫才会进来。
setting-weekly = 评选本周之猫
    .description = 每周一 18:00（UTC），把这周收到最多爱心的猫晒出来。没有新猫也没有爱心的话，我就不出声。
setting-weekly-in = 本周之猫发在
    .description = 发在哪个聊天。没选的话就不发。

## 一页

cat = 🐾 { $number } 号，{ $name } 家的 · ❤️ { $likes } · { DATE($at) }
cat-anonymous = 🐾 { $number } 号 · ❤️ { $likes } · { DATE($at) }
alt = 相册里的 { $number } 号猫。
top = 🏆 *第 { $rank } 名，共 { $of } 名*
top-line = { $rank }. { $number } 号 · ❤️ { $likes }
top-here = *{ $rank }. { $number } 号 · ❤️ { $likes }* ←
like = ❤️ { $likes }
another = 再来一只
report = 举报
reported = 相册里的 { $number } 号猫。管理员用 /cats 加编号就能看到。
take-down = 撤下

## 没有猫的时候

empty = 这会儿没有猫出来散步。用猫图交个税，再让大家看看吧！
no-such-cat = 没有这个编号的猫，多半是钻进哪个纸箱睡着了。
no-cat-of-theirs = { $name } 在相册里还没有猫。难怪沙发那么完好，可疑。
no-cat-of-yours = 你在相册里还没有猫。用猫图交个税，再让大家看看吧！
no-hearts = 还没有猫收到爱心。来，第一个被萌化的就是你了！
no-more = 这边没有猫了。
like-own = 自家的猫当然喜欢啦！爱心留给别人家的吧。
gone-home = 这只猫已经回家了。
take-down-not-yours = 只有主人或管理员可以撤下它。

## 本周之猫

week = 👑 *本周之猫就是它！* 总部把爱心数了两遍，没错。请主人代大家挠挠它的下巴。

## 操作记录

audit-taken-down = 撤下了 { $number } 号猫

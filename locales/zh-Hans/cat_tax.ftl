### 猫税。

cog-title = 猫税
    .description = 新人晒猫，交个“税”。只是玩儿，人人都能进门。

## 凭什么认出自我介绍：逗号隔开的清单。

introduction-names = 自我介绍, 新人报到, 新人介绍, 新人区
introduction-tags = #自我介绍, #新人报到
greetings = 你好, 您好, 大家好, 嗨, 哈喽, 哈啰, 嘿, 早, 早安, 早上好, 上午好, 中午好, 下午好, 晚上好, 晚安, 各位好, 各位, 大家, 在吗, 谢谢, 来了, 我来了, 新人, 新人报到, 报到, 请多关照, 多多关照

## 命令

command-cat = 交猫税
    .description = 用一张猫图交猫税
    .picture = 图片
    .picture-description = 你的猫，别人的猫也行；不带图我就告诉你怎么交
command-tax = 查猫税
    .description = 管理员用：看一个人的猫税；不填人就看本周数字
    .member = 成员
    .member-description = 看谁的；不填就看本周数字
menu-stamp = 给这只猫盖章

## 设置

setting-ask = 找新人讨猫
    .description = 关掉后，只谢谢那些自己晒猫的人。
setting-ask-here = 在这个聊天里讨猫
    .description = 在这里关掉，只有这个聊天不讨，别处照旧。
setting-introductions = 自我介绍的地方
    .description = 新人在哪儿做自我介绍。没选的话，我就看聊天的名字认。
setting-vouches = 几个人作证才算
    .description = 我拿不准图里是不是猫的时候，要有这么多人说是。
setting-door = 大门
    .description = 要不要等新人交了、跳过了或先欠着了再放行。十分钟后门自己会开，谁都不会被关在外面。
    .option-open = 敞开，我只打招呼
    .option-kept = 过了猫税再放行
setting-role = 过关身份组
    .description = 交了、跳过、先欠着或免交的人都会拿到。
setting-rush = 超过几人一起欢迎
    .description = 一分钟里来的新人比这还多，我就用一条消息一起欢迎。
setting-theme = 我怎么自称
    .description = 不叫“间谍”，换成你们自己的：“笔友”“正经猫”。留空就还是间谍。
setting-reminders = 提醒欠着的猫
    .description = 说了“先欠着”，一周后提醒一次，只一次。

## 间谍猫开口

spy = 你好，我是{ $theme }。*交出你的猫* 🐾
spy-theme = 间谍
spy-welcome = 欢迎 { $name }！
spy-welcome-all = 欢迎 { $names }！来了这么多人，一个都没漏，全记下了。
spy-all-how = 直接在这儿发张猫图，或者点个按钮。谁家的猫都算！
spy-at-the-door = 你敲了 { $community } 的门。开门前有件小事：
spy-by-command = 用 `/cat` 带上一张猫图就能交。
pay-now = 马上交
no-cat = 我没有猫
skip = 跳过
back = 返回
pay-with-drawing = 画一只
pay-with-plush = 毛绒玩偶
pay-with-other = 别的动物
pay-with-promise = 先欠着
how-to-pay = 直接在这儿发张猫图，或者带图回复我。谁家的猫都算！
how-to-pay-by-command = 输入 /cat 再附上一张猫图。谁家的猫都算！
skipped = 没事儿，欢迎你！
settled-already = 这笔已经两清啦！

## 间谍猫道谢

compliment-0 = 税已收到，{ $name }！这小脸，报告里我只写三个字：太萌了。
compliment-1 = { $name } 交齐啦！一看就知道，家里是它说了算。
compliment-2 = { $name }，这几根胡子已列为机密。谢谢，欢迎欢迎！
compliment-3 = 收到，{ $name }。干这行这么久，这是头一只让我摘下墨镜的猫。
compliment-4 = 谢啦，{ $name }！请转告你家主子：总部很满意。
compliment-5 = 收讫，{ $name }！满分，还想再盯梢一次。
compliment-6 = { $name }，我本来是来打探情报的，结果被这双眼睛收买了。欢迎！
compliment-7 = 猫税到账，{ $name }。替大伙儿挠挠它的下巴。
thanks-drawing = { $name } 要亲手画一只？艺术品算双份。交齐啦，欢迎！
thanks-plush = 玩偶猫从不抓沙发，{ $name } 真会挑。交齐啦，欢迎！
thanks-other = { $name } 家是别的动物？在我的档案里，统统算名誉猫咪。交齐啦，欢迎！
thanks-promise = 记下了，{ $name }：欠猫一只，改天用 `/cat` 补上。欢迎！
receipt-told = 🧾 第 { NUMBER($number, useGrouping: 0) } 号收据
paid-twice = { $name }，你已经交过啦！本间谍不收贿赂……不过多看一只也无妨。
form-title = 交猫税
form-cat = 你的猫
form-cat-hint = 一张图，谁家的猫都算
said-over-there = 好啦！收据贴在我问你的那个聊天里了。
thanks-in-a-rush = 记下啦，欢迎！
reminder = 咳，我是 { $community } 的间谍猫。你还欠我一只猫呢：什么时候方便，用 `/cat` 带张猫图就行。不急，我不会再催。

## 看图

unsure = { $name }，我把墨镜都摘了，还是没看准：这是猫吗？只要 { $needed } 个人作证就算，点下面，或者回个 🐱 ❤️ 都行。
unsure-alt = { $name } 发的图片。是不是猫，就等大家来说。
vouch = 是猫！{ $vouched }/{ $needed }
stamp = 盖章（管理员）
stamp-done = 盖好了：{ $name } 交齐啦。
stamp-what = 要对着别人带图的消息用哦。
second-chance = 图真好看，{ $name }，就是没找着猫。再来一张？要不就说我该换眼镜了。
but-it-is = 这就是猫！
vouch-not-yours = 自家的猫不能自己作证，找个见过它的人吧！
picture-gone = 图不见了，再发一次？
trouble-not-a-picture = 这好像不是图片。发张猫图过来吧，我先放下香蕉。
trouble-broken = 这张图传坏了，再发一次吧。
trouble-too-large = 这图也太大了！发张小点的，或者直接当照片发。
trouble-unknown-kind = 这种图我打不开。当照片发，或者换成 JPEG、PNG 吧。
known-yours = 等等，这张我档案里有。不过还是好可爱。
known-others = 这张脸我见过，之前有人晒过。双面间谍！

## 晒猫回礼

show-mine = 我也晒一只
form-mine = 你的回礼猫
how-to-answer = 带上你家猫的图，回复这张收据就行！
answered = 一猫换一猫，谢谢 { $name }！你已经回了 { $count } 只。
answered-again = 你俩已经换过猫啦，再来一只也欢迎！
answered-other = 谢谢 { $name }！不太像猫，不过档案里先记成猫的朋友。
answer-not-yours = 这是你自己的收据，得等别人来回礼！

## 猫相册

share = 让大家也看看我家猫
shared = 你家猫进相册啦！用 `/cats` 就能看到，想拿走也在那儿。
share-not-there = 图已经不在了：我只留一天。用 `/cat` 再晒一次吧。
share-taken-down = 这只猫被管理员从相册里撤下了。

## 管理员的桌子

desk-bot = 机器人不用交猫税，它们没有大腿给猫躺。
desk-gone = 人已经不在这儿了。
desk-settled = 这笔已经两清啦。
desk-stands-unknown = { $name }：比我来得早，不用交。
desk-stands-expected = { $name }：新来的，还没自我介绍。
desk-stands-asked = { $name }：问过了，还没回。
desk-stands-skipped = { $name }：跳过了，没事儿。
desk-stands-exempt = { $name }：免交。
desk-stands-owes = { $name }：欠着一只猫。
desk-stands-paid = { $name }：交齐了。
desk-stamp = 算交过
desk-exempt = 免交
desk-ask-again = 现在问
desk-reset = 重新来过
week-title = *本周猫税*
week-joined = 新人：{ $count }
week-asked = 问过：{ $count }
week-picture = 用猫交的：{ $count }
week-drawing = 用画交的：{ $count }
week-plush = 用玩偶交的：{ $count }
week-other = 用别的动物交的：{ $count }
week-promise = 先欠着：{ $count }
week-skipped = 跳过：{ $count }
week-exempt = 免交：{ $count }
week-answers = 回礼的猫：{ $count }
week-nothing = 这周很安静，连根胡子都没有。
week-how = _想看某个人：命令后面加上 TA 的名字，或者回复 TA 的消息。_

## 操作记录

audit-stamped = 把 { $name } 算作交过
audit-exempted = 让 { $name } 免交
audit-asked-again = 让我再问 { $name } 一次
audit-reset = 让 { $name } 重新来过
audit-role-gone = 把身份组从设置里去掉了：它已经不在了

## 画在收据上的字

receipt-title = 猫税收据
receipt-number = 编号
receipt-date = 日期
receipt-name = 交税人
receipt-stamp = 收讫
receipt-stamp-promise = 先欠着
receipt-footer-0 = 概不退换，只管撸猫。
receipt-footer-1 = 附赠猫毛若干，不另收费。
receipt-footer-2 = 本收据将在五秒后睡着。
receipt-footer-3 = 请妥善保管，猫会把它藏到沙发底下。
receipt-alt = 一张猫税收据：第 { $number } 号，交税人 { $name }，盖着红章。
spy-alt-0 = 一张画：戴墨镜、穿风衣的橘猫，举着一根香蕉，一脸严肃。它说：{ $words }
spy-alt-1 = 一张画：戴墨镜、穿风衣的橘猫，举着放大镜盯着你，一只眼睛被放得老大。它说：{ $words }
spy-alt-2 = 一张画：戴墨镜的橘猫，躲在一张挖了两个洞的报纸后面偷看。它说：{ $words }
spy-alt-3 = 一张画：戴墨镜的橘猫，从画着鱼的纸箱里探出头来。它说：{ $words }

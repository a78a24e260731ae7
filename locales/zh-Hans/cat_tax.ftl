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

## 设置

setting-ask = 找新人讨猫
    .description = 关掉后，只谢谢那些自己晒猫的人。
setting-introductions = 自我介绍的地方
    .description = 新人在哪儿做自我介绍。没选的话，就认名字像的那个聊天。

## 间谍猫开口

spy = 你好，我是间谍。*交出你的猫* 🐾
spy-welcome = 欢迎 { $name }！
spy-by-command = 用 `/cat` 带上一张图就行。
spy-alt = 一张画：戴墨镜、穿风衣的橘猫，举着一根香蕉，一脸严肃。它说：你好，我是间谍。交出你的猫。
pay-now = 马上交
no-cat = 我没有猫
skip = 跳过
back = 返回
pay-with-drawing = 画一只
pay-with-plush = 毛绒的
pay-with-other = 别的动物
pay-with-promise = 先欠着
how-to-pay = 直接在这儿发张猫图，或者带图回复我。谁家的猫都算！
how-to-pay-by-command = 输入 /cat 再附上一张猫图。谁家的猫都算！
skipped = 没事儿，欢迎你！
settled-already = 这事儿已经两清啦！
not-a-picture = 这好像不是图片。发张猫片过来吧，我先放下香蕉。

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
thanks-plush = 毛绒猫从不抓沙发，{ $name } 真会挑。交齐啦，欢迎！
thanks-other = 别的动物？在我的档案里都算名誉猫咪，{ $name }。交齐啦，欢迎！
thanks-promise = 记下了，{ $name }：欠猫一只，改天用 `/cat` 补上。欢迎！
paid-twice = { $name }，你已经交过啦！本间谍不收贿赂……不过多看一只也无妨。
share = 让大家也看看我家猫
share-stop = 还是自己留着看
gallery-not-there = 这只猫已经回家啦。

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

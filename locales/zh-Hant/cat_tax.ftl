### 貓稅。

cog-title = 貓稅
    .description = 新朋友曬貓，繳個「稅」。純粹好玩，人人都能進門。

## 憑什麼認出自我介紹：逗號隔開的清單。

introduction-names = 自我介紹, 新人報到, 新人介紹, 新人區
introduction-tags = #自我介紹, #新人報到
greetings = 你好, 您好, 大家好, 嗨, 哈囉, 哈嘍, 嘿, 安安, 早, 早安, 午安, 晚安, 早上好, 下午好, 晚上好, 各位好, 各位, 大家, 在嗎, 謝謝, 來了, 我來了, 新人, 新人報到, 報到, 請多指教, 多多指教, 請多關照

## 指令

command-cat = 繳貓稅
    .description = 用一張貓照繳貓稅
    .picture = 圖片
    .picture-description = 你的貓，別人的貓也可以；沒附圖我就跟你說怎麼繳
command-tax = 查貓稅
    .description = 管理員用：看一個人的貓稅；不填人就看本週數字
    .member = 成員
    .member-description = 看誰的；不填就看本週數字
menu-stamp = 幫這隻貓蓋章

## 設定

setting-ask = 找新人討貓
    .description = 關掉之後，只謝謝自己曬貓的人。
setting-ask-here = 在這個聊天室討貓
    .description = 在這裡關掉，只有這個聊天室不討，別處照舊。
setting-introductions = 自我介紹的地方
    .description = 新人在哪裡自我介紹。沒選的話，我就看聊天室的名稱認。
setting-vouches = 幾個人作證才算
    .description = 我不確定圖裡是不是貓的時候，要有這麼多人說是。
setting-door = 大門
    .description = 要不要等新人繳了、略過了或先欠著再放行。十分鐘後門會自己開，誰都不會被關在外面。
    .option-open = 敞開，我只打招呼
    .option-kept = 過了貓稅再放行
setting-role = 過關身分組
    .description = 繳了、略過、先欠著或免繳的人都會拿到。
setting-rush = 超過幾人一起歡迎
    .description = 一分鐘裡來的新人比這還多，我就用一則訊息一起歡迎。
setting-theme = 我怎麼自稱
    .description = 不叫「間諜」，換成你們自己的：「筆友」「正經貓」。留空就還是間諜。
setting-reminders = 提醒欠著的貓
    .description = 說了「先欠著」，一週後提醒一次，就一次。

## 間諜貓開口

spy = 你好，我是{ $theme }。*交出你的貓* 🐾
spy-theme = 間諜
spy-welcome = 歡迎 { $name }！
spy-welcome-all = 歡迎 { $names }！來了這麼多人，一個都沒漏，全記下了。
spy-all-how = 直接在這裡傳張貓照，或點個按鈕。誰家的貓都算！
spy-at-the-door = 你敲了 { $community } 的門。開門前有件小事：
spy-by-command = 用 `/cat` 附上一張貓照就能繳。
pay-now = 馬上繳
no-cat = 我沒有貓
skip = 略過
back = 返回
pay-with-drawing = 畫一隻
pay-with-plush = 絨毛玩偶
pay-with-other = 別的動物
pay-with-promise = 先欠著
how-to-pay = 直接在這裡傳一張貓照，或是附圖回覆我。誰家的貓都算喔！
how-to-pay-by-command = 輸入 /cat 再附上一張貓照。誰家的貓都算喔！
skipped = 沒關係，歡迎你！
settled-already = 這筆已經結清囉！

## 間諜貓道謝

compliment-0 = 稅收到了，{ $name }！這張臉，報告裡我只寫三個字：超療癒。
compliment-1 = { $name } 繳清囉！一看就知道，家裡是牠當家。
compliment-2 = { $name }，這幾根鬍鬚已列為最高機密。謝謝，歡迎歡迎！
compliment-3 = 收到，{ $name }。幹這行這麼久，這是第一隻讓我摘下墨鏡的貓。
compliment-4 = 謝啦，{ $name }！請轉告你家主子：總部非常滿意。
compliment-5 = 收訖，{ $name }！滿分，好想再偷看一次。
compliment-6 = { $name }，我本來是來打聽消息的，結果被這雙眼睛收服了。歡迎！
compliment-7 = 貓稅入帳，{ $name }。幫我們大家搔搔牠的下巴。
thanks-drawing = { $name } 要親手畫一隻？藝術品算雙份。繳清囉，歡迎！
thanks-plush = 玩偶貓從來不抓沙發，{ $name } 真內行。繳清囉，歡迎！
thanks-other = { $name } 家是別的動物？在我的檔案裡，通通算榮譽貓咪。繳清囉，歡迎！
thanks-promise = 記下來了，{ $name }：欠貓一隻，改天用 `/cat` 補上。歡迎！
receipt-told = 🧾 第 { NUMBER($number, useGrouping: 0) } 號收據
paid-twice = { $name }，你已經繳過囉！本間諜不收賄……不過多看一隻貓也不錯啦。
form-title = 繳貓稅
form-cat = 你的貓
form-cat-hint = 一張圖，誰家的貓都算
said-over-there = 好啦！收據貼在我問你的那個聊天室了。
thanks-in-a-rush = 記下啦，歡迎！
reminder = 咳，我是 { $community } 的間諜貓。你還欠我一隻貓喔：什麼時候方便，用 `/cat` 附張貓照就好。不急，我不會再催。

## 看圖

unsure = { $name }，我把墨鏡都拿下來了，還是不太確定：這是貓嗎？只要 { $needed } 個人作證就算，按下面，或回個 🐱 ❤️ 都可以。
unsure-alt = { $name } 發的圖片。是不是貓，就等大家來說。
vouch = 是貓！{ $vouched }/{ $needed }
stamp = 蓋章（管理員）
stamp-done = 蓋好了：{ $name } 繳清囉。
stamp-what = 要對著別人附圖的訊息用喔。
second-chance = 照片真好看，{ $name }，就是沒找到貓。再來一張？不然就說我該換眼鏡了。
but-it-is = 這就是貓！
vouch-not-yours = 自家的貓不能自己作證，找個見過牠的人吧！
picture-gone = 圖不見了，再傳一次？
trouble-not-a-picture = 這好像不是圖片。傳張貓照過來吧，我先放下香蕉。
trouble-broken = 這張圖好像壞掉了，再傳一次吧。
trouble-too-large = 這圖也太大了！傳張小一點的，或直接當照片傳。
trouble-unknown-kind = 這種圖我打不開。當照片傳，或換成 JPEG、PNG 吧。
known-yours = 等等，這張我檔案裡有。不過還是好可愛。
known-others = 這張臉我見過，之前有人曬過。雙面間諜！

## 曬貓回禮

show-mine = 我也曬一隻
form-mine = 你的回禮貓
how-to-answer = 附上你家貓的照片，回覆這張收據就可以！
answered = 一貓換一貓，謝謝 { $name }！你已經回了 { $count } 隻。
answered-again = 你們兩個已經換過貓啦，再來一隻也歡迎！
answered-other = 謝謝 { $name }！不太像貓，不過檔案裡先記成貓的朋友。
answer-not-yours = 這是你自己的收據，得等別人來回禮！

## 貓相簿

share = 讓大家也看看我家貓
shared = 你家貓進相簿囉！用 `/cats` 就看得到，想拿走也在那裡。
share-not-there = 圖已經不在了：我只留一天。用 `/cat` 再曬一次吧。
share-taken-down = 這隻貓被管理員從相簿裡撤下了。

## 管理員的桌子

desk-bot = 機器人不用繳貓稅，它們沒有大腿給貓躺。
desk-gone = 人已經不在這裡了。
desk-settled = 這筆已經結清囉。
desk-stands-unknown = { $name }：比我來得早，不用繳。
desk-stands-expected = { $name }：新來的，還沒自我介紹。
desk-stands-asked = { $name }：問過了，還沒回。
desk-stands-skipped = { $name }：略過了，沒關係。
desk-stands-exempt = { $name }：免繳。
desk-stands-owes = { $name }：欠著一隻貓。
desk-stands-paid = { $name }：繳清了。
desk-stamp = 算繳過
desk-exempt = 免繳
desk-ask-again = 現在問
desk-reset = 重新來過
week-title = *本週貓稅*
week-joined = 新人：{ $count }
week-asked = 問過：{ $count }
week-picture = 用貓繳的：{ $count }
week-drawing = 用畫繳的：{ $count }
week-plush = 用玩偶繳的：{ $count }
week-other = 用別的動物繳的：{ $count }
week-promise = 先欠著：{ $count }
week-skipped = 略過：{ $count }
week-exempt = 免繳：{ $count }
week-answers = 回禮的貓：{ $count }
week-nothing = 這週很安靜，連根鬍鬚都沒有。
week-how = _想看某個人：指令後面加上對方的名字，或回覆對方的訊息。_

## 操作紀錄

audit-stamped = 把 { $name } 算作繳過
audit-exempted = 讓 { $name } 免繳
audit-asked-again = 讓我再問 { $name } 一次
audit-reset = 讓 { $name } 重新來過
audit-role-gone = 把身分組從設定裡拿掉了：它已經不在了

## 畫在收據上的字

receipt-title = 貓稅收據
receipt-number = 編號
receipt-date = 日期
receipt-name = 繳稅人
receipt-stamp = 收訖
receipt-stamp-promise = 先欠著
receipt-footer-0 = 恕不退換，歡迎吸貓。
receipt-footer-1 = 附贈貓毛若干，不另收費。
receipt-footer-2 = 本收據將在五秒後睡著。
receipt-footer-3 = 請妥善保管，貓會把它藏到沙發底下。
receipt-alt = 一張貓稅收據：第 { $number } 號，繳稅人 { $name }，蓋著紅章。
spy-alt-0 = 一張畫：戴墨鏡、穿風衣的橘貓，舉著一根香蕉，表情超認真。牠說：{ $words }
spy-alt-1 = 一張畫：戴墨鏡、穿風衣的橘貓，舉著放大鏡盯著你，一隻眼睛被放得超大。牠說：{ $words }
spy-alt-2 = 一張畫：戴墨鏡的橘貓，躲在一張挖了兩個洞的報紙後面偷看。牠說：{ $words }
spy-alt-3 = 一張畫：戴墨鏡的橘貓，從畫著魚的紙箱裡探出頭來。牠說：{ $words }

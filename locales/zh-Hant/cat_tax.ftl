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

## 設定

setting-ask = 跟新朋友討貓
    .description = 關掉之後，只謝謝主動曬貓的人。
setting-introductions = 自我介紹的地方
    .description = 新朋友在哪裡自我介紹。沒選的話，就認名字像的那個聊天室。

## 間諜貓開口

spy = 你好，我是間諜。*交出你的貓* 🐾
spy-welcome = 歡迎 { $name }！
spy-by-command = 用 `/cat` 附上一張圖就可以了。
spy-alt = 一張畫：戴墨鏡、穿風衣的橘貓，舉著一根香蕉，表情超認真。牠說：你好，我是間諜。交出你的貓。
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
settled-already = 這件事已經兩清囉！
not-a-picture = 這好像不是圖片耶。把貓用照片傳過來吧，我先放下香蕉。

## 間諜貓道謝

compliment-0 = 稅收到了，{ $name }！這張臉，報告裡我只寫三個字：超療癒。
compliment-1 = { $name } 繳清囉！一看就知道，家裡是牠當家。
compliment-2 = { $name }，這幾根鬍鬚已列為最高機密。謝謝，歡迎歡迎！
compliment-3 = 收到，{ $name }。幹這行這麼久，這是第一隻讓我摘下墨鏡的貓。
compliment-4 = 謝啦，{ $name }！請轉告你家主子：總部非常滿意。
compliment-5 = 已繳，{ $name }！滿分，好想再偷看一次。
compliment-6 = { $name }，我本來是來打聽消息的，結果被這雙眼睛收服了。歡迎！
compliment-7 = 貓稅收訖，{ $name }。幫我們大家搔搔牠的下巴。
thanks-drawing = { $name } 要親手畫一隻？藝術品算雙份。繳清囉，歡迎！
thanks-plush = 玩偶貓從來不抓沙發，{ $name } 真內行。繳清囉，歡迎！
thanks-other = 別的動物？在我的檔案裡通通算榮譽貓咪，{ $name }。繳清囉，歡迎！
thanks-promise = 記下來了，{ $name }：欠貓一隻，改天用 `/cat` 補上。歡迎！
paid-twice = { $name }，你已經繳過囉！本間諜不收賄……不過多看一隻貓也不錯啦。
share = 讓大家也看看我家貓
share-stop = 還是自己留著看
gallery-not-there = 這隻貓已經回家囉。

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

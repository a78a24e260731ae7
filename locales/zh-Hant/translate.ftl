### 翻譯。

cog-title = 翻譯
    .description = 各用各的語言，照樣聊在一起。

## 指令

command-translate = 翻譯
    .description = 幫你翻譯一段話；管理員：讓這個聊天室有翻譯
    .text = 內容
    .text-description = 要翻譯的話；或者：這裡、關閉、我、讀音、服務
    .to = 語言
    .to-description = 翻成哪種語言；「這裡」後面可以寫好幾種
command-say = 代說
    .description = 用這裡的語言替你說，掛你的名字
    .text = 內容
    .text-description = 想說的話，用你自己的語言
    .language = 語言
    .language-description = 不用這裡的語言，換一種
command-glossary = 詞彙表
    .description = 這裡固定譯法的詞
menu-translate = 翻譯

## /translate 能做的事：大家會打的詞，用逗號隔開

do-here = 這裡, 開啟
do-here-means = 讓這個聊天室有多語言翻譯（管理員）
do-off = 關閉
do-off-means = 這個聊天室不再翻譯（管理員）
do-me = 我
do-me-means = 你看哪種語言
do-reading = 讀音
do-reading-means = 給你的翻譯下面加拼音和逐詞解釋，開或關
do-services = 服務
do-services-means = 誰能看到這裡的話（管理員）；私訊裡是你自己的
style-fitting = 合適
style-automatic = 自動
style-under = 下方, 回覆
style-collected = 合併
style-threads = 討論串, 主題, 話題
style-request = 需要時
fillers = 和, 跟, 與, 到
better-words = 更好, 改成, 應該是

## 設定

setting-enabled = 開啟
    .description = 這裡要不要我翻譯。
setting-style = 翻譯怎麼顯示
    .description = `/translate here` 沒說樣式時用哪種。每分鐘只能發幾則訊息的地方，「看情況」會等有人問了再翻。
    .option-fitting = 看情況
    .option-automatic = 自動翻譯
    .option-under = 跟在每則訊息下面
    .option-collected = 最近幾則合成一則
    .option-threads = 兩個連在一起的討論串
    .option-request = 有人問才翻
setting-inherit = 新討論串照做
    .description = 新開的討論串或話題，跟它所在的聊天室一樣翻譯。
setting-flags = 國旗
    .description = 用國旗回應一則訊息，就翻成那個國家的語言，大家都看得到。
setting-corrections = 更好的翻譯
    .description = 兩種語言都會的成員，可以換上更好的翻譯。
setting-say = /say
    .description = 成員可以讓我用這裡的語言替他們說，掛他們的名字。

## 開和關

languages-two = 至少要兩種不同的語言，比如：/translate 這裡 中文、英語
languages-many = 語言太多啦！一個聊天室裡我最多顧得來 { $most } 種。
languages-unknown = 「{ $words }」是哪種語言？寫名字或代碼都行，比如「英語」或 en。
languages-no-service = 我這裡沒有能把{ $source }翻成{ $target }的服務，這一對開不了。
threads-two = 連在一起的討論串只能是兩種語言。寫兩種，或是換個樣式吧。
threads-none = 我在這裡沒辦法開討論串或話題，換個樣式吧。
threads-refused = 我在這裡沒權限開討論串或話題。給我權限，或是換個樣式吧。
threads-here = 這是一對連著的討論串之一，請到開它的那個聊天室用這個指令。
thread-name = { $language }
off-done = 這裡不再翻譯了。已經翻好的還留著。
off-already = 這裡本來就沒在翻譯。
off-club = 這個聊天室換了俱樂部，我先不翻譯了。管理員可以用 `/translate here` 重新開。

## 置頂的說明

notice-under = 🌐 在這裡用自己的語言聊就好，翻譯我放在下面。大家的話會傳給：{ $services }。
notice-collected = 🌐 在這裡用自己的語言聊就好，累積幾則我就一起翻。大家的話會傳給：{ $services }。
notice-threads = 🌐 同一場聊天，兩個討論串：挑你的語言，我兩邊傳話。大家的話會傳給：{ $services }。
notice-request = 🌐 想看翻譯？按個國旗回應，或是回覆一個國旗就行。只想自己看：用訊息選單，或用 /translate 回覆它。那些話會傳給：{ $services }。
notice-opt-out = 不想這樣？傳 `/privacy translate off`，你的話就不會往外傳。

## 誰能看到這些話

consent = 要在這裡翻譯，得先有管理員點頭：大家說的話會傳給 { $services }。這些是公開的線上服務，不歸你也不歸我。
between = 、
accept = 同意
accepted = ✓ 從現在起我可以問 { $services }。想收回就用 `/translate services`。
services = *誰能看到這裡要翻譯的話*
services-mine = *你單獨請我翻譯的，誰能看到*
services-none = 還沒有人幫我設定翻譯服務。
services-own = { $title }（{ $host }），由營運者設定
services-accepted = ✓ { $title }（{ $host }），公開服務，已同意
services-off = { $title }（{ $host }），公開服務，未同意
accept-service = 同意 { $title }
withdraw-service = 收回 { $title }
consent-mine = 要翻譯這段話，得把它傳給 { $services }，都是公開的線上服務。可以嗎？
accept-mine = 可以
accepted-mine = ✓ 好喔！再跟我說一次就行。想收回就私訊我 `/translate services`。
inline-consent = 先來我們的私訊裡點個頭，讓我去問翻譯服務。
inline-consent-key = 打開私訊

## 只給一個人看

translate-what = 要翻譯什麼呢？寫在 /translate 後面，或者用它回覆一則訊息。
me-kept = ✓ 以後幫你翻成{ $language }。
me-follows = ✓ 以後就翻成我跟你說的這種語言。
aids-on = ✓ 中文下面會加上拼音和逐詞解釋。
aids-off = ✓ 不再加拼音和逐詞解釋了。
aids-none = 這裡沒有需要注音的。
aids-later = _辭典還在準備，等一下再問我吧。_
by-service = _由 { $service } 翻譯_
gloss = _逐詞：_{ $words }
reading-key = 拼音
withheld = 對方不想讓自己的話拿去翻譯。
withheld-own = 你說過你的話不拿去翻譯。想改就傳 `/privacy translate on`。
words-gone = 這段話我已經沒有了，我只留一天。
needless = 這裡面沒有要翻譯的。
needless-same = 這本來就是{ $language }。
needless-unsure = 看不出這是哪種語言，換段長一點的試試。

## 翻不出來的時候

lacking-no-service = 這裡還沒有能翻譯它的服務。管理員可以用 /translate services 開。
lacking-saving = 今天的翻譯快用完了，明天再來吧。
lacking-spent = 今天的翻譯用完了，明天又有了。
lacking-failed = 翻譯服務現在都沒回應，等等再試試。
no-translation = 翻譯服務現在都沒回應，我會繼續試。
saving = 今天的翻譯快用完了，到明天之前，有人問我才翻。
word-by-word = _不是翻譯，只是逐詞解釋：_{ $words }
answer-word-by-word = 翻譯服務現在都沒回應。*這不是翻譯*，只是字典裡的逐詞解釋：{ $words }
trouble-no-right = 我在「{ $chat }」裡不能發言了，那邊翻不了。那邊的管理員可以調整。
trouble-gone = 「{ $chat }」不在了，或是我已經不在裡面，那邊不再翻譯。

## 國旗

flag-which = { $flag } 要哪種語言？

## 更好的翻譯

better-title = 更好的翻譯
better-field = 你會怎麼說？
better-pair = 值得記住的詞（可不填）
better-pair-hint = 詞 = 譯法
better-empty = 把更好的翻譯寫在「更好：」後面吧。
better-pair-unclear = 沒記下詞，請寫成：詞 = 譯法。
better-off = 這裡關掉了改翻譯。
better-which = 這裡好幾則合在一起，不知道你說的是哪則。
better-language = 看不出是給哪種語言改的，多寫一點吧。
better-thanks = 謝謝 { $name }！✨ 這樣好多了。
corrected-by = _✏️ { $name }_
both-asked = 先問一句：{ $first }和{ $second }你都會嗎？
know-both = 兩種都會
know-both-kept = ✓ 謝謝！
term-proposed = { $name } 想放進詞彙表：*{ $words }*（{ $source }）→ *{ $becomes }*（{ $target }）。以後都這麼翻嗎？
term-agree = 同意
term-refuse = 不用
term-agreed = ✓ 已進詞彙表：{ $words }（{ $source }）→ { $becomes }（{ $target }）
term-refused = 沒進詞彙表：{ $words }（{ $source }）→ { $becomes }（{ $target }）

## 詞彙表

glossary = { $count ->
       *[other] *詞彙表裡有 { $count } 個詞*
    }
glossary-empty = 詞彙表還空著。人名、哏、自己人才懂的詞，都可以放進來。
glossary-line = { $number }. { $words }（{ $source }）→ { $becomes }（{ $target }）
glossary-add = 加一個詞
glossary-full = 詞彙表滿了（{ $most } 個詞），先刪一個吧。
term-title = 詞彙表裡的詞
term-source = 它是哪種語言
term-words = 這個詞
term-target = 翻成哪種語言
term-becomes = 翻成什麼
term-becomes-hint = 名字不翻的話，照抄就行
term-incomplete = 要有一個詞、它的譯法，還有兩種不同的語言。

## 替人說

say-off = 這裡關掉了 /say。
say-muted = 你現在不能在這裡發言，我也就不替你說囉。
say-long = 一則訊息放不下，最多 { $most } 個字。
say-needless = 這句不用翻，直接說就好！
say-refused = 我在這裡不能發言，請管理員給我權限吧。
say-failed = 在這裡沒說成，等等再試試。

## 操作紀錄

audit-on = 讓這個聊天室有了翻譯：{ $languages }
audit-off = 關掉了一個聊天室的翻譯
audit-accepted = 同意了這些服務：{ $services }
audit-withdrawn = 收回了這些服務：{ $services }
audit-term-added = 放進詞彙表：{ $words }（{ $source }）→ { $becomes }（{ $target }）
audit-term-removed = 移出詞彙表：{ $words }（{ $source }）→ { $becomes }（{ $target }）

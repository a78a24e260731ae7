### 橋。

cog-title = 橋
    .description = 幾個聊天室連成一個，各說各的語言。

## 指令

command-bridge = 橋
    .description = 把這個聊天室和別處的連起來，別的平台也行
    .member = 成員
    .member-description = mute 和 unmute 說的是誰
    .words = 內容
    .words-description = 另一邊給的代碼；或者：me off、me on、mute 3、unmute、muted
menu-muteacross = 不讓過橋
menu-unsend = 每一邊都刪掉

## 設定

setting-enabled = 開啟
    .description = 這裡的聊天室能不能和別處連起來。
setting-files = 新的橋帶檔案
    .description = 圖片和檔案也一起過去。每座橋都能用 /bridge 個別調整。
setting-reactions = 新的橋怎麼帶表情回應
    .description = 表情回應怎麼到對面。每座橋都能用 /bridge 個別調整。
    .option-nearest = 一樣的表情，沒有就找最像的
    .option-line = 在訊息下面加一小行
    .option-off = 不帶過去
setting-joins = 新的橋會說誰來了
    .description = 有人進來時，在另一邊輕輕說一聲。每座橋都能用 /bridge 個別調整。
setting-originals = 新的橋帶上原文
    .description = 譯文下面藏著原文，點一下就看得到。

## 管理員的頁面

bridges = *這個聊天室連著：*
bridges-none = 這個聊天室還沒和別處連起來。搭座橋，就能和另一個聊天室（別的平台也行）聊成一片，各說各的語言。
bridges-line = 🌉 { $number }：{ $chats }
bridges-line-paused = ⏸️ { $number }：{ $chats }
bridge-option = { $chats }
bridge-choose = 打開一座橋
new = 搭座新橋
enter = 輸入代碼
back = 返回
between = 、
chat-in = { $chat }（{ $space }）
chat-unnamed = 沒有名字的聊天室
bridge-title = 🌉 *{ $number } 號橋*
bridge-title-paused = ⏸️ *{ $number } 號橋*，打盹中
end-line = • { $chat }：{ $language }，{ $way }
end-line-here = • { $chat }（就是這裡）：{ $language }，{ $way }
state-on = 是
state-off = 否
files-now = 檔案過橋：{ $state }
reactions-now = 表情回應：{ $how }
joins-now = 說誰來了：{ $state }
originals-now = 譯文下帶原文：{ $state }
turn-files-on = 帶檔案
turn-files-off = 不帶檔案
turn-joins-on = 說誰來了
turn-joins-off = 不說誰來了
turn-originals-on = 帶上原文
turn-originals-off = 不帶原文
turn-paused-on = 暫停
turn-paused-off = 繼續
languages = 這裡的語言
directions = 這裡的方向
reactions = 表情回應
invite = 再連一個聊天室
untie = 斷開這個聊天室
end = 拆掉整座橋
bridge-gone = 這座橋已經不在了，用 /bridge 看看現有的吧。

## 語言、方向、表情回應

first-language = 這裡說什麼語言？對面來的話會翻成這種語言。
language-choose = 語言
language-none = 不翻譯
language-other = 別的語言
languages-help = 來到這裡的話會翻成這種語言。選「不翻譯」就原樣過來。
language-title = 這個聊天室的語言
language-field = 這裡說什麼語言？
language-hint = Français、威爾斯語、pt-BR
language-unknown = 沒聽過這種語言。試試它的英文名稱，或是「fr」這樣的縮寫。
directions-help = 這裡和其他聊天室之間，話往哪邊走？
direction-choose = 方向
direction-both = 兩邊都通
direction-in = 只進不出
direction-out = 只出不進
reactions-help = 表情回應怎麼到對面？
reactions-choose = 表情回應
reactions-nearest = 一樣的表情，沒有就找最像的
reactions-line = 在訊息下面加一小行
reactions-off = 不帶過去

## 代碼

code = { $minutes } 分鐘內，請管理員在另一個聊天室傳給我：
    `/bridge { $code }`
    只能用一次。
code-title = 輸入代碼
code-field = 另一邊給的代碼
codes-too-many = 代碼要得有點多，過一個小時再來吧。
tied = 搞定！{ $count } 個聊天室連成一個囉。
code-wrong = 沒看過這個代碼。再確認一下，或是在另一邊用 /bridge 要個新的。
code-used = 這個代碼用過了。在另一邊用 /bridge 要個新的吧。
code-expired = 這個代碼過期了。在另一邊用 /bridge 要個新的吧。
code-too-many = 錯的代碼有點多，過一個小時再試吧。
code-same = 這個代碼就是在這裡要的。橋得有對岸：請到另一個聊天室輸入。
code-twice = 這兩個聊天室已經在同一座橋上了。
code-gone = 我已經不在對面了，或是對面把橋關了。問問那邊的管理員吧。
code-no-right = 要這個代碼的人已經不是對面的管理員了。請那邊的管理員再要一個。
code-full = 這座橋滿了，最多連 20 個聊天室。用 /bridge 搭座新的吧。
code-many = 有一邊的俱樂部已經有 50 座橋了，先拆一座吧。

## 斷開

untie-sure = 真的要斷開這個聊天室嗎？說過的話都留在原處，只是以後不再跟著變。
untie-yes = 對，斷開
untie-done = 這個聊天室斷開囉。
end-sure = 真的要把整座橋拆了嗎？所有聊天室都會斷開，說過的話留在原處。
end-yes = 對，拆掉
end-done = 橋拆掉囉。
end-not-yours = 只有搭橋的俱樂部能拆掉整座橋。這個聊天室可以自己斷開。

## 說給聊天室裡的人

notice-both = 🌉 這裡和 { $chats } 聊成一片囉：這裡說的話那邊也看得到，掛說話的人的名字，那邊說的也一樣。
notice-in = 🌉 { $chats } 裡說的話，這裡也看得到，掛說話的人的名字。
notice-out = 🌉 這裡說的話，{ $chats } 也看得到，掛說話的人的名字。
notice-files = 檔案也一起過去。
notice-no-files = 檔案不過橋。
notice-joins = 誰來了，對面會知道。
notice-untranslated = 這裡不翻譯，話不會傳給任何翻譯服務。
notice-same-language = 各邊說的都是{ $language }，所以不用翻譯，話不會傳給任何服務。管理員可以用 `/bridge` 改。
notice-services = 為了翻譯，這些話會傳給：{ $services }。
notice-opt-out = 不想這樣？傳 `/privacy translate off`，你的話就原樣過橋。
notice-no-service = 管理員想開翻譯，但還沒有哪個翻譯服務能用：請看 `/translate services`。在那之前，話都原樣過橋。
notice-me-off = 完全不想過橋？傳 `/bridge me off`。
told-tied = 🌉 { $chat } 上橋囉，打個招呼吧！
told-untied = 🌉 { $chat } 下橋了。
told-ended = 🌉 { $chat } 那邊把橋拆了，這裡斷開囉。
trouble-gone = 🌉 { $chat } 已經不在了，我把它斷開了。
trouble-no-right = 🌉 我在 { $chat } 裡不能說話，什麼都送不過去。那邊的管理員可以調整。
trouble-plain = 🌉 我在 { $chat } 裡不能再用別人的名字說話了（webhook）。訊息照樣送到，由我來說，前面寫上名字。
trouble-given-up = 🌉 好幾個小時都聯絡不上 { $chat }，有些訊息沒送到。
trouble-uncertain = 🌉 有則訊息在 { $chat } 裡可能出現了兩次：平台沒說第一次到底到了沒。
trouble-not-changed = 🌉 有則訊息在 { $chat } 裡改不了，或是刪不掉，請去那邊看一下。
trouble-no-translation = 🌉 現在沒有哪個服務能替 { $chat } 翻譯，話都原樣過橋。
trouble-saving = 🌉 今天的翻譯額度快用完了。到明天為止，去 { $chat } 的話都原樣過橋。
joined = 🐾 { $name } 來囉。
corrected = _（{ $name } 幫忙改過）_

## 說給一個人

not-tied = 這個聊天室沒有和別處連著。管理員可以用 /bridge 連。
me-on = 你在這裡說的話會過橋。
me-off = 你在這裡說的話就留在這裡。別人的照樣過橋。
me-turn-off = 我的別帶過去
me-turn-on = 我的也帶過去
mute-whom = 不讓誰的話過橋？回覆一則對方的訊息來用，或是寫上是誰。
mute-done = 從現在起，{ $name } 的話不過橋了。`/bridge unmute` 就能恢復。
mute-done-hours = { $hours } 小時內，{ $name } 的話不過橋。
unmute-done = { $name } 的話又能過橋了。
unmute-needless = { $name } 的話本來就能過橋。
muted = *這些人的話不過橋：*
muted-none = 大家的話都能過橋。
muted-line = • { $name }（到 { $until }）
muted-line-for-good = • { $name }
unmute-choose = 讓誰的話重新過橋
somebody = 某人
unsend-done = 每一邊都刪掉囉。
unsend-unknown = 沒看過這則訊息，或是它從沒過過橋。
unsend-not-yours = 只有作者或管理員能把它從每一邊刪掉。

## 操作紀錄

audit-tied = 把 { $chat } 連上了 { $bridge } 號橋
audit-untied = 把 { $chat } 從 { $bridge } 號橋斷開了
audit-ended = 拆掉了 { $bridge } 號橋
audit-language = 幫 { $bridge } 號橋的一個聊天室換了語言
audit-direction = 幫 { $bridge } 號橋的一個聊天室換了方向
audit-reactions = 改了表情回應怎麼過 { $bridge } 號橋
audit-files-on = 讓檔案過 { $bridge } 號橋
audit-files-off = 不讓檔案過 { $bridge } 號橋
audit-joins-on = 讓 { $bridge } 號橋說誰來了
audit-joins-off = 讓 { $bridge } 號橋不再說誰來了
audit-originals-on = 讓 { $bridge } 號橋帶上原文
audit-originals-off = 讓 { $bridge } 號橋不帶原文
audit-paused-on = 暫停了 { $bridge } 號橋
audit-paused-off = 讓 { $bridge } 號橋繼續
audit-muted = 不讓 { $name } 的話過橋
audit-muted-hours = { $hours } 小時內不讓 { $name } 的話過橋
audit-unmuted = 讓 { $name } 的話重新過橋
audit-unsent = 把 { $name } 的一則訊息從每一邊刪掉了

# 試玩頁：瀏覽器裡的兩個假社群，機器人是真的。

## The page

page-title = 貓稅 · 試玩
page-kind = 試玩
bot-name = 貓稅
page-line = Discord 和 Telegram 的社群機器人：打聲招呼、曬曬貓，交個語言不通的朋友。
page-more = 下面兩個社群是假的，機器人是真的。想當誰都行。先加入，自我介紹時別帶貓，看看誰會找上門。
page-language = 頁面語言
page-needs-script = 本頁需要 JavaScript，不會從別處載入任何東西。
page-broken = 頁面出了點狀況，重新整理看看。
page-away = 連線中…
bot-here = 機器人在線上
bot-away = 機器人不在
spy-cat-alt = 一隻戴墨鏡、穿風衣的貓擺出特務的架式，手裡舉著的是一根香蕉。
spy-cat-says = 你好，我是間諜。交出你的貓。
skip = 直接去聊天
sides = 兩個社群

## Languages

language-en = English
language-zh-Hans = 简体中文
language-zh-Hant = 繁體中文
language-es = Español

## Spaces, roles and what stood there before

space-harbour = 港灣
space-teahouse = 茶館
like-left = 用法同 Discord
like-right = 用法同 Telegram
role-explorer = 勇敢的探險家
role-cat-keeper = 貓奴
seed-harbour-1 = 大家早安！水在燒了，椅子又被貓佔走了。
seed-harbour-2 = 我家那隻正趴在鍵盤上，今天要是打出亂碼都是她的傑作。
seed-teahouse-1 = 茶泡好了。這禮拜大家在看什麼書？
seed-teahouse-2 = 一本食譜。我在學包水餃，祝我好運！
line-hello = 大家好，我是新來的！喜歡散步，也愛看短篇小說，想找人一起練語言。
line-cat = 大家好，我是新來的！這是我家的貓，叫什麼都不理人。
line-teapot = 大家好，我是新來的！我沒有貓，不過有個茶壺。

## People

you-are = 你現在是{ $name }。換個人
choose-person = 想當誰？
new-person = 新人物…
new-person-name = 名字
new-person-language = 語言
new-person-hint = 對方 App 的語言，機器人會先照這個猜。
new-person-make = 進來吧
who-am-i = 我是誰？
about = { $name }的資料
this-is-you = 就是你
fact-handle = 被標記的名字
fact-language = App 語言
fact-rank = 身分
fact-state = 狀態
fact-roles = 身分組
rank-everyone = 成員
rank-organiser = 主辦人
rank-moderator = 版主
rank-admin = 管理員
state-member = 已加入
state-outside = 還沒加入
state-asking = 在門口等著
state-captcha = 還沒過驗證
state-muted = 被禁言
state-banned = 被封鎖
be = 變成{ $name }
remove = 移出
ban = 封鎖
pardon = 解除封鎖
let-in = 放行
turn-away = 婉拒
mute = 禁言十分鐘
unmute = 解除禁言
members = 成員
more = 更多
join = 加入{ $space }
leave = 離開{ $space }
bot-out = 請機器人離開
bot-in = 請機器人回來
ask = 申請加入{ $space }
ask-back = 算了，不申請了
join-captcha = 先過驗證再進來
asking-count = 門口有 { $count } 人在等
door-asks = 新人要先申請才能進來
door-open = 新人可以直接進來
rename-chat = 幫 { $chat } 改名…
name = 名稱
save = 儲存
roles = 身分組…
role-new = 新身分組
role-make = 新增
role-delete = 刪除{ $name }
role-give = 給身分組：{ $name }
role-take = 收回身分組：{ $name }
rush = 一口氣來十二個新人
rush-hello = 來十二個新人，每個都打招呼

## Chats

chats = 聊天
private-chat = 貓稅
private-title = 只有你和貓稅
private-words = 在這裡寫的，別人看不到。
start = 開始
closed = 已關閉
elsewhere = 朋友（沒有機器人）
elsewhere-left = 貓稅不在這個聊天裡。帶著它的人，還是可以在訊息選單裡用它。
elsewhere-right = 貓稅不在這個聊天裡。照樣可以問它：寫 @cattax 加上你的問題。
new-chat-left = 新討論串…
new-chat-right = 新話題…
drop-chat = 刪除 { $chat }
unread = { $count } 則新訊息
messages-in = { $chat } 的訊息
chat-begins = { $space }的聊天從這裡開始。
outside-title = { $name }到門口了
outside-words = 加入{ $space }，就能看訊息、聊天、見到那隻貓。
banned-title = 這扇門關上了
banned-words = 管理員可以讓你回來。
ask-words = 這裡要先申請才能進來，送出後等人通過就好。
asking-title = { $name }，申請已經送出囉
asking-words = 很快會有人回覆。這段時間貓稅可能會私訊你。
captcha-words = 發言前先問一下：你是機器人嗎？
captcha-solve = 我不是機器人
muted-words = 你暫時不能發言。
muted-until = { $time } 就能發言了。
muted-keys = 訊息照看，按鈕照按。
try-it = 第一句說什麼？試試這些：
try-hello = 打招呼，不帶貓
try-cat = 曬貓
try-teapot = 曬茶壺

## Messages

post-by = { $name }，{ $time }
tag-bot = 機器人
tag-speaks-as = APP
silent = 靜音傳送
edited = 已編輯
pinned = 已釘選
voice-message = 語音訊息
used-command = { $name }用了 /{ $command }
quoted-gone = 被回覆的訊息已經不在了
go-to-quoted = 跳到{ $name }的訊息
deleted-by = { $name }刪除了這則訊息
only-you = 只有你看得到
dismiss = 收起
spoiler = 隱藏內容：點開看
losses = 這裡沒能顯示
loss-address = 有個連結沒顯示：不是 http(s) 網址。
loss-speaker-picture = 發言者的頭像不會從別處載入。
react = 表情回應
reaction = { $emoji }：{ $count }
reply = 回覆
reply-to = 回覆{ $name }
more-on-post = 這則訊息的更多操作
edit = 編輯
delete = 刪除
of-the-bot = 貓稅
service-joined = { $name }進來了
service-left = { $name }離開了
service-removed = { $name }被移出了
service-banned = { $name }被封鎖了
service-renamed = { $name }改了這裡的名稱
service-bot-came = { $name }來了
service-bot-went = { $name }走了

## Writing

write-in = 在 { $chat } 說點什麼
write-to = 傳訊息給{ $name }
write-not = 現在不能在這裡發言
send = 傳送
attach = 加入圖片或檔案
files-to-send = 準備傳送
own-file = 選自己的檔案…
sample-cat-photo = 真貓一隻
sample-cat = 橘貓
sample-cat-two = 睡著的貓
sample-dog = 小狗
sample-teapot = 茶壺
sample-cactus = 仙人掌
take-off = 拿掉{ $name }
as-files = 圖片以檔案傳送
drop-here = 放開就好
inline = 改成傳這個：
editing = 正在修改你的訊息
replying-to = 回覆{ $name }

## Commands, forms and dialogues

commands = 指令
run-command = 執行
pick-one = 請選擇
yes = 是
no = 否
required = 必填
form-send = 送出
cancel = 取消
close = 關閉
no-answer = 沒等到回應。

## What the platform refuses

refused-nobody = 這裡沒有這個人。
refused-name = 名字要 1 到 40 個字。
refused-crowd = 試玩區已經客滿了。
refused-language = 試玩區不認得這種語言。
refused-banned = 你在這裡被封鎖了。
refused-inside = 你已經在裡面了。
refused-outside = 先加入再說。
refused-files = 一則訊息最多 { $about } 個檔案。
refused-long = 太長了，最多 { $about } 個字元。
refused-empty = 還沒有要傳的內容。
refused-gone = 它已經不在了。
refused-muted = 你暫時不能發言。
refused-asking = 你已經申請過了。
refused-captcha = 先通過驗證吧。
refused-roles = 最多 { $about } 個身分組。
refused-chats = 最多 { $about } 個聊天室。
refused-unstarted = 先按「開始」。
refused-closed = 這個聊天室已關閉。
refused-file-gone = 檔案不見了，請重新加入。
refused-not-yours = 這則訊息不是你的。
refused-reaction = 這裡不能用這個表情。
refused-rank = 你的身分不能這麼做。
refused-bot-away = 機器人不在，沒辦法回應。
refused-form = 這張表單太舊了，請重新打開。
refused-command = 這裡沒有這個指令。
refused-missing = 還沒填「{ $about }」。
refused-value = 「{ $about }」填得不對。
refused-large = 檔案太大，最多 { $about } MB。
refused-disk = 檔案沒存起來：磁碟滿了。

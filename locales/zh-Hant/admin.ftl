### 設定、俱樂部、帳號連結。

cog-title = 鑰匙與俱樂部
    .description = 管理員：設定與俱樂部。所有人：連結帳號。

## 指令

command-settings = 設定
    .description = 調整我在這裡做什麼，看看誰改過什麼
command-club = 俱樂部
    .description = 把這裡和別處的群組（別的平台也行）連成一個俱樂部
    .code = 代碼
    .code-description = 另一個群組給的一次性代碼
command-link = 連結帳號
    .description = 讓我認得你的幾個帳號是同一個人
    .code = 代碼
    .code-description = 我在你另一個帳號給你的一次性代碼
command-unlink = 取消連結
    .description = 讓這個帳號和其他帳號分開

## 設定（管理員）

settings = *設定*
    想看哪一項？改了馬上生效。
settings-choose = 請選擇
settings-change = 修改…
settings-line = { $title }：{ $value }
settings-now = 目前：{ $value }
settings-here-only = 只對你使用 /settings 的那個聊天室有效。
settings-kept = ✓ 記好了。
settings-write = 寫一個新的
settings-number-hint = { NUMBER($least, useGrouping: 0) } 到 { NUMBER($most, useGrouping: 0) } 的整數
settings-not-a-number = 要是 { NUMBER($least, useGrouping: 0) } 到 { NUMBER($most, useGrouping: 0) } 的整數喔。
settings-chat-open = 👀 那個聊天室人人都看得到，而送到那裡的只該給管理員看，所以不會往那裡送。請選一個成員看不到的聊天室，或一個人人都是管理員的管理群，用 `/club` 把它併進來。
settings-refused = 這裡不能用這個值。
turn-on = 打開
settings-warned = 我看過了，打開
turn-off = 關掉
back = 返回
value-on = 開
value-off = 關
value-none = 無
value-here = 用 /settings 的那個聊天室
value-gone = （已經不在了）
value-elsewhere = 別處的聊天室

## 操作紀錄（管理員）

history = *誰改過什麼*
history-button = 誰改過什麼
history-line = { RELATIVE($when) }，{ $by }：{ $what }
history-somebody = 某人
history-empty = 還沒有人改過什麼。
history-older = 更早的

## 俱樂部（管理員）

club = *這個俱樂部有 { $count } 個群組：*
club-unnamed = 沒有名字的群組
club-invite = 再加一個群組
club-leave = 退出俱樂部
club-leave-sure = 真的要讓這個群組退出俱樂部嗎？俱樂部的東西會留在俱樂部；這裡重新開始，或是回到加入之前的樣子。
club-leave-yes = 對，退出
club-left = 這個群組又單飛囉。
club-alone = 這個群組本來就沒和別的群組連在一起。
club-code = 十分鐘內，請管理員在另一個群組傳給我：
    `/club { $code }`
    只能用一次。
club-joined = 搞定！這個群組加入俱樂部囉。
club-wrong = 沒看過這個代碼。再確認一下，或是在另一個群組用 /club 要個新的。
club-expired = 這個代碼過期了。在另一個群組用 /club 要個新的吧。
club-same = 這個群組已經在那個俱樂部裡了。
club-too-many = 錯的代碼有點多，過一個小時再試吧。

## 連結帳號

link-code = 十分鐘內，用你的另一個帳號傳給我：
    `/link { $code }`
    這樣我就知道兩邊都是你。只能用一次，別給別人看喔。
link-done = 連結好囉！兩個帳號我都認得你了。
link-in-private = 還是私訊說吧：請在這裡傳 `/link { $code }`。
link-wrong = 沒看過這個代碼。再確認一下，或是在另一個帳號用 /link 要個新的。
link-expired = 這個代碼過期了。在另一個帳號用 /link 要個新的吧。
link-same = 這本來就是你啊。請用你的_另一個_帳號傳代碼。
link-too-many = 錯的代碼有點多，過一個小時再試吧。
unlink-alone = 這個帳號沒有和其他帳號連結。
unlink-sure = 你連結了 { $count } 個帳號。要把這個帳號分出來嗎？我記得的東西會留在其他帳號那邊。
unlink-yes = 對，分開
unlink-done = 好了，這個帳號分出來了。

### 家裡的話。我們自己的標記：*粗體*、_斜體_、`程式碼`；填進去的內容永遠不是標記。

cog-title = 基本
    .description = 一直都在的指令。

## 指令

command-start = 開始
    .description = 打個招呼，看看我會做什麼
command-help = 說明
    .description = 看看我在這裡能幫你做什麼
command-cancel = 取消
    .description = 不填了，停下來
command-me = 我的
    .description = 你的語言和時區
    .zone = 時區
    .zone-description = 你在哪裡：城市，或和 UTC 差幾小時
command-privacy = 隱私
    .description = 我記了你什麼，怎麼帶走、怎麼刪掉
    .topic = 事項
    .topic-description = 你想設定什麼
    .topic-translate = 翻譯
    .state = 狀態
    .state-description = 你的話可不可以拿去翻譯
    .state-on = 開
    .state-off = 關
command-report = 檢舉
    .description = 把一則訊息或一位成員告訴管理員
    .member = 成員
    .member-description = 說的是誰；也可以用 /report 回覆那則訊息
command-quiet = 安靜
    .description = 讓我在這個聊天室安靜，或是再開口
    .state = 開關
    .state-description = 選「關」就把我叫醒
    .state-on = 開
    .state-off = 關
menu-report = 向管理員檢舉

## 設定

setting-enabled = 啟用
    .description = 這部分功能在這裡開不開。
setting-language = 語言
    .description = 我對大家說哪種語言。每個人可以用 /me 自己選。
    .option-auto = 跟著平台
    .option-en = English
    .option-zh-hans = 简体中文
    .option-zh-hant = 繁體中文
    .option-es = Español
setting-reports = 檢舉送到
    .description = 管理員看檢舉的聊天室，最好只有他們看得到。
setting-quiet = 安靜
    .description = 我在這個聊天室什麼都不說。

## 初次見面

start = 你好，{ $name }！我是一隻戴墨鏡的貓，身兼數職：跟新朋友討貓照，也幫語言不通的人牽線交朋友。
help-button = 你會做什麼？
help = *我能幫你做的*
help-elsewhere = 在群組裡可以用的
bot-added = 喵！我來了。只要有個叫「自我介紹」的頻道或話題，我就會在那裡跟新朋友討貓。管理員請看 /settings。
bot-not-allowed = 謝謝邀請！不過我只住在主人選好的俱樂部裡，這就先走囉。掰掰！
cancel-nothing = 沒有什麼要停的，放心！

## 語言和時間

language-which = 我跟你說哪種語言？
language-list = 選一種語言
language-auto = 跟著我的 App
language-chosen = 好喔，以後就這樣跟你說。
me = *關於你*
    語言：{ $language }
    時區：{ $zone }
    { $accounts ->
        [1] 一個帳號
       *[other] { $accounts } 個連結的帳號
    }
me-language-auto = 跟著你的 App
me-zone-none = 還沒說
me-zone-button = 時區
zone-title = 你的時區
zone-field = 你在哪裡？
zone-hint = 城市，或是和 UTC 差幾小時：台北、Madrid、+8
zone-kept = 記下來了：{ $zone }，你那邊現在是 { $time }。
zone-unknown = 我不認得「{ $said }」。換個附近的大城市試試，或是寫和 UTC 差幾小時，例如 +8。

## 隱私

privacy = *我記了什麼*
    你帳號的編號和名字，還有 App 的語言。你跟我說過的語言和時區。你檢舉過東西這件事；管理員的話，還有改過什麼。貓稅這邊：怎麼繳的、給誰回過貓、一串能認出那張貓照的指紋；縮小的圖只留一天，你願意給大家看才會一直留著；還有你送出的愛心。不是說給我聽的訊息，我不留。你傳給我的東西最多在我桌上放兩天，免得我打個盹就弄丟了。
privacy-services = *翻譯的內容誰看得到*
    管理員開了翻譯或橋的地方，話會傳給下面第一個有回應的服務：{ $services }。為了讓譯文和過了橋的訊息跟著你的修改變，你在那裡寫的話我留七天；譯文不帶名字，也留七天。有人問才翻的地方，大家說的話我最多留一天；你單獨讓我翻的也是。還有你選的：看哪種語言，會哪幾種語言。
privacy-no-services = *翻譯的內容誰看得到*
    沒有人：我沒接翻譯服務。有橋的地方，你寫的話我留七天，這樣你一改，那邊也會跟著改。
privacy-translate-not = 別翻譯我的話
privacy-translate-again = 恢復翻譯
privacy-untranslated = 好，你的話不會再傳給任何翻譯服務了。有橋的地方照樣傳過去，原文不動。
privacy-translated = 好，你的話又可以翻譯了。
privacy-who = 營運者：{ $name }
    聯絡方式：{ $contact }
    存放在：{ $place }
privacy-unnamed = 未說明
privacy-export = 帶走一份
privacy-exported = 我記得的關於你的一切，都在這裡了。
privacy-forget = 忘了我
privacy-forget-sure = 真的要我忘了你嗎？所有連結帳號上，我記得的都會刪掉，救不回來喔。
privacy-forget-yes = 對，忘了我
privacy-forgotten = 好了，我不認識你囉。很高興認識過你！

## 檢舉

report-title = 檢舉
report-field = 怎麼了？
report-hint = 幾句話就好，只有管理員看得到。
report-what = 用 /report 回覆那則訊息，或是寫上是哪位成員。
report-no-place = 管理員還沒跟我說在哪裡看檢舉，請直接找其中一位。（管理員：/settings）
report-sent = 謝謝，管理員已經收到了。
report = *檢舉 { NUMBER($number, useGrouping: 0) }*，來自 { $by }
    { $reason }
report-about = 關於：{ $name }
report-pictures = 附有 { $count } 個檔案
report-close = 已處理
report-open = 去看看
report-closed = 檢舉 { NUMBER($number, useGrouping: 0) } 已由 { $name } 處理。
report-closed-already = 已經有人處理過了。

## 安靜

quiet-on = 我在這裡不出聲囉。/quiet off 可以叫醒我。
quiet-off = 我又醒來囉。

## 表單

form-progress = （{ $step }/{ $steps }）
form-now = 目前：{ $value }
form-skip = 略過
form-done = 好了
form-cancel = 取消
form-cancelled = 停了，什麼都沒送出去。
form-skipped = 沒填
form-files = { $count } 個檔案
form-send-file = { $count ->
        [0] 傳一張圖或一個檔案給我吧。
       *[other] 收到 { $count } 個了。繼續傳，或是按「好了」。
    }
form-open = 打開表單
form-next-page = 繼續（{ $page }/{ $pages }）
form-page-kept = 收到，還有一點點。
form-goes-on-in-private = 我私訊你了。
form-could-not-open = 表單沒打開，再試一次吧。
form-needed = 這題要回答一下喔。
form-file-needed = 請傳一張圖或一個檔案。
form-not-an-option = 請按其中一個按鈕。
form-too-long = 有 { $length } 個字了，最多 { $most } 個喔。
form-too-short = 再多寫一點，至少 { $least } 個字。
form-too-many-files = 最多 { $most } 個喔。
form-too-many-options = 最多選 { $most } 個喔。

## 轉到私訊

private-invitation = { $name }，這件事我們私下說。按一下按鈕，改用私訊聊。
private-closed = 我沒辦法私訊你。先在設定裡允許這個伺服器的成員私訊，再按一次。
private-continue = 打開私訊

## 出狀況的時候

error-apology = 對不起，我被自己的尾巴絆倒了。如果再發生，把這個編號告訴管理員：{ $reference }
error-stale = 這個按鈕過期了，從頭再來一次吧。
error-not-yours = 這個按鈕不是給你的喔。
error-too-fast = 慢一點，我只有四隻腳。過 { $seconds } 秒再試吧。
error-quiet = 有人請我在這裡保持安靜。
error-cog-off = 管理員在這裡把它關了。
error-only-in-community = 這個請在群組裡用。
error-needs-organiser = 這個只有主辦人能用。
error-needs-moderator = 這個只有版主和管理員能用。
error-needs-admin = 這個只有管理員能用。
error-parameter-missing = 還差「{ $parameter }」。
error-too-many-words = 看不懂「{ $words }」。拿掉再試試吧。
error-member-unknown = 不知道你說的是誰。用指令回覆對方的一則訊息吧。
error-chat-unknown = 我不認得這個聊天室。請在那個聊天室裡用這個指令。
error-switch = 「{ $parameter }」只能是「是」或「否」。
error-too-long = 「{ $parameter }」最多 { $most } 個字。
error-choice = 「{ $parameter }」可以是：{ $options }。
error-number = 「{ $parameter }」要是數字。
error-number-range = 「{ $parameter }」要在 { $least } 到 { $most } 之間。

## 操作紀錄

audit-club-joined = 把 { $space } 帶進了俱樂部
audit-club-left = 把 { $space } 移出了俱樂部
audit-setting = 把「{ $setting }」改成「{ $value }」（{ $cog }）
audit-report-closed = 處理了檢舉 { $number }

## 啟動時說的（給營運者）

started-starting = { $platform }：還在連線。
started-connected = { $platform }：已連線。
started-down = { $platform }：沒連上，會一直重試。
started-playground = 遊樂場開門囉：{ $address }
started-web = 健康檢查和指標：{ $address }/healthz 和 { $address }/metrics

## 缺了什麼（給營運者）：缺什麼、少了什麼功能、去哪裡改

finding-missing-right = 「{ $space }」沒有給我這個權限：{ $right ->
        [view-channel] 檢視頻道
        [send-messages] 傳送訊息
        [send-messages-in-threads] 在討論串中傳送訊息
        [read-message-history] 讀取訊息歷史
        [embed-links] 嵌入連結
        [attach-files] 附加檔案
        [add-reactions] 新增反應
        [manage-roles] 管理身分組
        [manage-messages] 管理訊息
        [manage-webhooks] 管理 Webhook
        [pin-messages] 釘選訊息
        [create-public-threads] 建立公開討論串
        [create-private-threads] 建立私人討論串
       *[other] { $right }
    }。
    .off = { $right ->
        [view-channel] 那裡的頻道我都看不到。
        [send-messages] 我在那裡沒辦法說話。
        [send-messages-in-threads] 我在討論串裡沒辦法說話。
        [read-message-history] 我沒辦法回覆訊息，也沒辦法補看錯過的訊息。
        [embed-links] 卡片會變成純文字。
        [attach-files] 間諜貓沒有圖，相簿也是空的。
        [add-reactions] 我沒辦法新增反應。
        [manage-roles] 我沒辦法發身分組給繳過貓稅的人。
        [manage-messages] 我沒辦法刪別人的訊息。
        [manage-webhooks] 我沒辦法用原作者的名字轉述。
        [pin-messages] 我沒辦法把「翻譯會送到哪裡」的說明釘選起來。
        [create-public-threads] 我沒辦法開討論串。
        [create-private-threads] 我沒辦法幫兩個人開私人討論串。
       *[other] 需要它的功能。
    }
    .mend = Discord：伺服器設定 › 身分組 › 我的身分組；或是用 README 裡的連結重新邀請我。
finding-discord-token = Discord 不認這個權杖（token）。
    .off = Discord 上的一切。
    .mend = Discord Developer Portal › 你的應用程式 › Bot › Reset Token，再填進 DISCORD_TOKEN。
finding-discord-message-content = 沒有開通 message content intent（訊息內容）。
    .off = 我看不到訊息裡的貓，只能請新朋友用 /cat 繳。
    .mend = Discord Developer Portal › 你的應用程式 › Bot › Message Content Intent，然後重新啟動我。
finding-discord-members = 沒有開通 server members intent（成員）。
    .off = 誰來誰走，我都不知道。
    .mend = Discord Developer Portal › 你的應用程式 › Bot › Server Members Intent，然後重新啟動我。
finding-discord-commands = Discord 沒收下我的指令：{ $detail }
    .off = 新的或改過的指令不會顯示。
    .mend = 如果重新啟動後還是這樣，請附上這一行回報。
finding-telegram-token = Telegram 不認這個權杖（token）。
    .off = 機器人連不上 Telegram。
    .mend = 找 @BotFather 傳 /token 再拿一次，填進 TELEGRAM_TOKEN。
finding-telegram-conflict = 有別的程式用同一個權杖在收這個機器人的訊息。
    .off = 訊息會在兩邊之間遺失。
    .mend = 把另一個停掉；或是找 @BotFather 換個權杖（/revoke），填進 TELEGRAM_TOKEN。
finding-telegram-groups = @{ $bot } 不能被加進群組。
    .off = 群組裡的一切。
    .mend = @BotFather › /setjoingroups › Enable。
finding-telegram-privacy = @{ $bot } 開著隱私模式。
    .off = 在我不是管理員的群組裡，我只看得到指令和對我的回覆，只能請新朋友用 /cat 繳。
    .mend = @BotFather › /setprivacy › Disable，再把我移出群組重新加進來；或是直接讓我當管理員。
finding-telegram-privacy-chat = 在「{ $chat }」裡我不是管理員，隱私模式又開著。
    .off = 在那裡我只看得到指令和對我的回覆，也不知道誰進來了。
    .mend = 讓 @{ $bot } 當群組管理員，不用勾任何權限。
finding-telegram-admin = 在「{ $chat }」裡我不是管理員。
    .off = 在那裡我收不到表情回應，也不一定知道誰來誰走。
    .mend = 讓 @{ $bot } 當群組管理員。
finding-telegram-muted = 在「{ $chat }」裡我不能發言。
    .off = 我在那裡要說的一切。
    .mend = 在群組權限裡允許成員傳送訊息，或是讓 @{ $bot } 當管理員。
finding-telegram-rights = 在「{ $chat }」裡我缺少權限：{ $missing }。
    .off = 需要它們的功能：刪別人的訊息、限制成員、邀請、管理話題。
    .mend = 群組 › 管理員 › @{ $bot }。
finding-telegram-webhook = Telegram 連不上 webhook：{ $problem }
    .off = 訊息會晚到，或是根本不來。
    .mend = 看看 TELEGRAM_WEBHOOK_URL、它的憑證，還有連接埠能不能從外面連進來。
finding-telegram-commands = Telegram 沒收下我的指令選單：{ $problem }
    .off = 選單裡可能還是舊指令。
    .mend = 如果重新啟動後還是這樣，請附上這一行回報。

## 在別處重複的訊息

mirror-file-left = 📎 { $name }（{ $size } MB）太大了，帶不過來。
mirror-file-lost = 📎 { $name } 沒能帶過來。

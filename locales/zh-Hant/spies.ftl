### 間諜:語伴。自己的標記:*粗體*、_斜體_、`程式碼`;填進去的內容永遠不是標記。
### $word 是大家對語伴的叫法,$words 是複數。

cog-title = 間諜
    .description = 找語伴,本群或跨平台,雙方都點頭才算。

## Words

word-spy = 間諜
words-spy = 間諜
word-buddy = 語伴
words-buddy = 語伴
word-pen-pal = 筆友
words-pen-pal = 筆友
tongue-zh = 中文

## Settings

setting-enabled = 開啟
    .description = 大家能不能在這裡找語伴。
setting-theme = 語伴怎麼叫
    .description = 所有文案都跟著變。
    .option-spy = 間諜
    .option-buddy = 語伴
    .option-pen-pal = 筆友
    .option-own = 用我們自己的叫法
setting-own-word = 自己的叫法
    .description = 你們平常怎麼叫就怎麼寫。選了「用我們自己的叫法」才用得上。
setting-desk = 管理員聊天室
    .description = 關於連線的檢舉會送到這裡。
setting-minors = 給未滿 18 歲的人連線
    .description = 他們只會遇到彼此。在你們那邊合不合適、允不允許,由你負責。
    .warning = ⚠️ *給未滿 18 歲的人連線。*他們只會遇到彼此，絕不會遇到成年人；但年齡沒人能核實，兩個人私下寫了什麼，管理員也看不到。打開之前請想好：要有人每天看檢舉；你也要清楚成員所在地的法律和平台有什麼要求，比如家長同意、年齡下限、怎麼聯絡到你。這件事由你負責。
setting-same-gender = 可以只和同性別配對
    .description = 性別由成員自己填,誰也看不到。
setting-lapse-days = 邀請幾天後失效
    .description = 到時沒回的,這一次就不再問了。
setting-repeat-weeks = 幾週內不重複配對
    .description = 沒到時間,不會再配到同一個人。
setting-round-days = 兩輪之間隔幾天
    .description = 每一輪把想參加的人一起配對。0 就是不辦。
setting-asks-a-day = 每天能問幾個人
    .description = 一個成員一天最多能點名問幾個人。
setting-hold-files = 一開始先扣住連結和檔案
    .description = 等到第三天才放行,除非雙方都同意。

## Safety

safe-report = 🚩 檢舉
safe-block = 🚫 封鎖

## Keeping

keep-nudge = 你和 { $name } 好幾天沒說話囉。貓慢慢眨了一下眼：一句話就夠，誰都不用解釋。
keep-nudge-last = 和 { $name } 還是靜悄悄的。大家都忙，懂的。給你們一個重新開口的理由，之後我就不吵了。
keep-check-in = 和 { $name } 認識滿一週囉！相處得怎麼樣？你的回答只有我看得到。
keep-well = 😺 還不錯
keep-new = 想換個{ $word }
keep-later = 先不說
keep-well-said = 真好！那就回去找 { $name } 吧，任務繼續。
keep-later-said = 好喔，當我沒問。一切照舊。
keep-which = 沒關係，不傷感情。是除了 { $name } 再找一個，還是先好好道別？
keep-besides = 再找一個
keep-part = 先道別
keep-stay = 算了
keep-besides-said = { $name } 照舊，找新{ $words }也幫你排進去了。有人來我就跟你說，也可以現在就找。
keep-find = 現在就找
keep-streak = 🔥 你們已經有 { $weeks } 週互相寫過訊息了
keep-streak-was = 你們前前後後有 { $weeks } 週沒斷過聯絡，辛苦囉。

## Line

command-line = 專線
    .description = 你的專線：寫給誰、怎麼讀
line-greet = 🤝 你們都點頭啦！你的新{ $word }：*{ $name }*。等一下，我來接通專線。
line-open = ☎️ 和{ $name }的專線接通了
line-how = 直接在這裡寫給我，我幫你送到{ $name }那邊。圖片、語音、檔案都行；你改了或刪了，那邊也會跟著變。
line-arrives = 對方傳來的話，你會讀到{ $language }，原文藏在下面。
line-masked = 你們只知道彼此的代號，等兩個人都願意了再揭曉。
line-more = 其他的都在 `/line` 裡：語言、休息時間、寫給誰。
line-moment = { $name }還要一下子才到。可以聊了我就告訴你。
line-wanted = ☎️ 有人在專線那頭等你。打開我們的私訊就能開始。
line-open-key = 打開私訊
line-elsewhere = ☎️ 你和{ $name }的專線轉到這裡了。
line-show = 亮出我是誰
line-goodbye = 說再見
line-list = *你的專線*
line-entry = ☎️ { $name }：{ $tongues }，從 { DATE($since) } 開始
line-entry-chosen = ▶️ { $name }：{ $tongues }，從 { DATE($since) } 開始
line-not-yet = 還沒接通
line-resting = 暫停中
line-none = 你還沒有專線。用 `/spy` 找一位吧。
line-pick = 打開一條專線
line-reads-now = 你用{ $language }讀。
line-duty-now = 休息時間：{ $hours }。用 `/spy` 改。
line-word-now = 你們之間叫「{ $own }」。
line-free-now = 連結和檔案馬上就能過去。
line-careful-now = 連結和檔案要等到第三天，除非你們倆都想馬上收。
line-shown-now = 你們已經知道對方是誰了。
line-write-to = 寫給這位
line-reads = 用什麼語言讀
line-reads-help = 這條專線你想用什麼語言讀？
line-reads-mine = 跟我的介面一樣
line-free = 連結和檔案
line-word = 我們自己的叫法
line-word-field = 你們互相怎麼稱呼？
line-word-hint = 鏟屎搭檔
line-word-told = { $name }給你們倆取了個新叫法：「{ $own }」。
line-word-usual = { $name }換回了平常的叫法：{ $word }。
line-back = 返回
line-whom = 這則要送給誰？
line-written = ▶️ 現在你在這裡寫的都送給{ $name }。想換就用 `/line`；回覆某則訊息，就會送給寫它的人。
line-waits = 🌙 { $name }正在休息。你的話先在門口等著，晚點再進去。
line-rests = 這條專線先歇一會兒。
line-gone = 這條專線已經不在了。/line 裡有你的專線。
line-corrected = _{ $name }改得更好_
show-ask = 🎭 如果{ $name }也點頭，你們就能看到彼此的名字和帳號。在那之前什麼都不會顯示。
show-yes = 好，亮出來
show-wished = 🎭 { $name }想和你一起亮出身分：名字和帳號。只有你也點頭才會發生。不急，不回也沒關係。
show-waiting = 🎭 你的點頭我記下了，也問了{ $name }。對方沒點頭之前，什麼都不會顯示。
show-done = 🎭 面具摘下來啦！
show-account = { $account }
show-is = *{ $codename }*就是{ $name }：{ $accounts }
show-is-by-handle = *{ $codename }*就是{ $name }（{ $handle }）：{ $accounts }
end-title = 再見
end-goodbye = 👋 { $name }跟你說了再見。謝謝你們在專線上的這段時光！
end-left = 👋 已經聯絡不上{ $name }了，專線就到這裡。
end-plain = 👋 你和{ $name }的專線結束了。
end-days = 從 { DATE($first) } 到 { DATE($last) }，你們都在一起。
end-new = 外面還有別的{ $words }。要我找找嗎？
end-find = 再找一位
end-said = 👋 你說了再見。我已經好好告訴{ $name }了。

## Asking

ask-codename-firsts = 天鵝絨, 午夜, 蜂蜜, 薄荷, 肉桂, 月光, 雨天, 棉花糖, 隱形, 雙面, 打盹, 踮腳, 好奇, 神祕, 口袋, 紙箱, 橘子, 抹茶, 焦糖, 奶茶, 芝麻, 星期天, 靜音, 雲朵
ask-codename-seconds = 肉球, 鬍鬚, 尾巴, 呼嚕, 虎斑, 飛撲, 風衣, 放大鏡, 香蕉, 墨鏡, 窗台, 毛線球, 坐墊, 小魚乾, 腳印, 茶杯, 手套, 喵嗚, 鑰匙孔, 雨傘, 明信片, 鈴鐺, 報紙, 屋頂
ask-codename-between = {""}

why-languages = 會{ $speaks }，在學{ $learns }。
why-nothing = 剩下的，你們自己慢慢發現吧。
why-list = 、
why-between = ；
why-hours = 每週大概有 { $hours } 個小時都有空
why-slots = { $slots }都有空
why-slot-weekday-morning = 平日早上
why-slot-weekday-afternoon = 平日下午
why-slot-weekday-evening = 平日晚上
why-slot-weekday-night = 平日深夜
why-slot-weekend-morning = 週末早上
why-slot-weekend-afternoon = 週末下午
why-slot-weekend-evening = 週末晚上
why-slot-weekend-night = 週末深夜
why-like = 都喜歡{ $interests }
why-like-cats = 貓
why-like-food = 美食
why-like-music = 音樂
why-like-films = 電影
why-like-books = 看書
why-like-games = 遊戲
why-like-travel = 旅行
why-like-sports = 運動
why-like-hiking = 健行
why-like-art = 藝術
why-like-photography = 攝影
why-like-technology = 科技
why-like-science = 科學
why-like-history = 歷史
why-like-anime = 動漫
why-like-fashion = 穿搭
why-like-cooking = 下廚
why-like-plants = 種花草
why-want = 都想要{ $wants }
why-want-chat = 聊天
why-want-correction = 互相糾正
why-want-voice = 語音
why-want-homework = 作業幫忙

find-which = 要在哪個俱樂部裡找？
find-no-file = 我還不知道你會什麼、在學什麼。先打開你的檔案，一分鐘就好，然後我就去找。
find-open-file = 打開我的檔案
find-paused = 你的檔案現在是*暫停*，我不會去找，也沒人會來問你。想恢復隨時都行。
find-minors = 這個俱樂部沒有開放給未滿 18 歲的人，所以在這裡沒辦法幫你介紹。
find-full = 你在這裡已經有 { $count } 條連線了。先和其中一位道個別，我再繼續找。
find-one = 看看*{ $codename }*怎麼樣：
find-ask = 問問看
find-next = 換一個
find-not-now = 先不找
find-look = 找一個
find-nobody = 現在沒有合適又有空的人。你已經在名單上了，一有人來我就跟你說。
find-seen-all = 現在合適的就這些人了。有新人來我會跟你說，也可以再看一遍。
find-later = 好的，想找的時候叫我。
find-came = 來了一個人，可能剛好適合你。

ask-whom = 要問誰？在指令後面帶上那個人，或是回覆對方說的話來用這個指令。
ask-yourself = 那會是一場很安靜的對話。換個人吧！
ask-not-now = 這位現在不方便被問。別人可以，要我找找看嗎？
ask-too-many = 你今天已經問了 { $count } 次。再厲害的特務也要休息，明天再來吧。
ask-sent = 我去問*{ $codename }*。對方點頭，連線就開。{ $days } 天沒有回音的話，我會跟你說。
ask-sent-to = 我私下去問 { $name }，用代號，不提你的名字。對方點頭，連線就開。{ $days } 天沒有回音的話，我會跟你說。
ask-moment = 要等一下：我暫時聯絡不上對方。你的問題我先揣著。
ask-from = { $club }的*{ $codename }*有個問題：
ask-round = { $club }這一輪，你和*{ $codename }*配到了一起，對方問：
ask-question = _想當我的{ $tongue }{ $word }嗎？_
ask-question-plain = _想當我的{ $word }嗎？_
ask-words = 對方自己說：{ $words }
ask-until = { $until } 之前都可以回。說「不」也只有你我知道。
ask-yes = 好啊
ask-no = 不了，謝謝
ask-said-yes = 收到，你說好！等兩邊都點頭，連線就開。
ask-agreed = 大家都點頭了！連線馬上就開。
ask-said-no = 好的，謝謝你直說。這件事不會有人知道。
ask-lapsed = 就差一根鬍鬚：這個問題已經過期了。要我替你去問嗎？
ask-anew = 去問
ask-gone = 這個問題已經不在了。
ask-over = 這次和*{ $codename }*沒有成。常有的事，不代表什麼。要我再找一個嗎？
ask-over-plain = 上一次問的這回沒有成。常有的事，不代表什麼。要我再找一個嗎？

round-left = 這一輪沒有適合你的人。下一輪你排最前面。
round-none = 這裡沒有辦輪次。到設定裡看「兩輪之間隔幾天」。
round-next = 下一輪：{ $at }
round-people = { $count } 人參加，現在能配對的有 { $free } 人。
round-waiting = { $count } 人在等，最久等了 { $days } 天。
round-lately = { $at }：{ $people } 人參加，{ $unmatched } 人沒配上。
round-fair = 每多等一週，下一輪的機會就更大。
round-run = 現在辦一輪
round-started = 這一輪開始了，每個人都會私下收到問題。
round-audit-run = 辦了一輪配對

## File

command-spy = 間諜
    .description = 找語伴：你的檔案，還有誰會說你在學的語言
    .what = 做什麼
    .what-description = 不填就打開你的檔案
    .member = 成員
    .member-description = 說的是誰

file-do-open = 檔案, 打開, 開啟, 資料
file-do-open-means = 打開你的檔案
file-do-find = 找, 尋找, 媒合
file-do-find-means = 現在就找一個人
file-do-ask = 問, 邀請
file-do-ask-means = 問一位成員
file-do-rounds = 輪次, 配對輪
file-do-rounds-means = 下一輪是什麼時候
file-do-pause = 暫停, 停
file-do-pause-means = 先不配對
file-do-resume = 繼續, 恢復
file-do-resume-means = 重新參加配對
file-do-forget = 忘記, 刪除
file-do-forget-means = 刪掉你的檔案
file-do-never = 永不, 避開, 封鎖
file-do-never-means = 永遠不和某位成員配對
file-do-unknown = 我不認識「{ $what }」。只傳 /spy 就打開你的檔案；我聽得懂的詞：找、問、暫停、繼續、忘記、永不。

file-begin-title = 🕵️ *尋找：我的{ $word }*
file-begin =
    你會說的，這裡有人正在學；你在學的，對方正好會說。我來牽線，雙方都點頭了才算數。
    先填一份小檔案，一分鐘就好。合適的人只看得到你的語言和喜好，看不到你是誰。
file-begin-key = 打開我的檔案
file-form-title = 你的檔案
file-form-change = 你的語言
file-form-intro = 就幾個問題。別的可以以後再說，隨時能改，也隨時能刪。
file-age = 你多大了？這個誰也看不到。
file-age-adult = 滿 18 歲
file-age-minor = 未滿 18 歲
file-field-speaks = 你會說什麼語言？程度怎麼樣？
file-hint-speaks = 中文, English B2
file-field-learns = 你在學什麼語言？
file-hint-learns = 西班牙語 A2，不寫程度也行
file-field-zone = 你在哪裡？
file-hint-zone = 城市，或者和 UTC 差幾小時：深圳、Madrid、UTC+5:45
file-again = 改一下
file-back = 返回
file-none = 你還沒有檔案，傳 /spy 就能建一份。
file-kept = 記下了。✏️

file-language-unknown = 這些語言我不認識：{ $named }。請寫語言的名字（哪種語言寫都行）或代碼，用逗號隔開，比如「中文, English B2」或「zh, en」。
file-no-language = 這裡至少要寫一種語言，寫名字或代碼都行：「中文」「English」「es」。
file-too-many-languages = 會這麼多語言，佩服！不過我最多記 { $most } 種，寫你想在這裡用的就夠了。

file-title = 🗂️ *你的檔案*
file-speaks = 會說：{ $languages }
file-learns = 在學：{ $languages }
file-tongue = { $language }（{ $level }）
file-zone = 時區：{ $zone }（那邊現在 { $time }）
file-zone-none = 時區：還沒說
file-free = 有空：{ $slots }
file-likes = 喜歡：{ $interests }
file-words = 自己的話：{ $words }
file-wants = 想要：{ $wants }
file-handle = 以前叫：{ $handle }
file-seeks = 在找：{ $handle }
file-off-duty = 休息時間：{ $start }–{ $end }
file-paused = ⏸️ 已暫停：不會給你配對，也沒人能問你。
file-clubs = 你參加了：{ $clubs }
file-nowhere = 你還沒參加任何俱樂部：到俱樂部的聊天室裡傳 /spy，在那裡選。
file-not-here = 你還沒在這裡參加。

file-opt-in = 在這裡參加
file-opted-in = 你已經在這裡參加了。傳 /spy 找，我就去找人。
file-opt-out = 退出這裡
file-opted-out = 你已經退出這裡了，檔案還留著。
file-under-age = 謝謝你說實話。這個俱樂部沒有開放給未滿 18 歲的人連線，所以我不能在這裡給你配對。你的檔案我收著，誰也看不到。其他的你都可以照常玩。
file-pause = 暫停
file-resume = 繼續
file-resumed = 歡迎回來！又可以給你配對了。
file-forget = 忘記我
file-forget-asked = 要刪掉你的檔案嗎？你告訴我的都會消失，正在進行的連線也會結束。時區會留著，那歸 /me 管。
file-forget-sure = 對，刪掉
file-forgotten = 刪好了。這份檔案？我從沒見過。🐾 哪天想念了，傳 /spy。
file-never-whom = 是誰呢？傳 /spy 永不 並帶上那位成員，或者回覆他的一條訊息再發。
file-never-oneself = 那是你自己呀，還是好好相處吧。
file-never-kept = 記下了：永遠不會把你和 { $member } 配到一起，對方不會知道。

file-key-languages = 語言
file-key-levels = 程度
file-key-zone = 時區
file-key-slots = 什麼時候有空
file-key-interests = 興趣
file-key-wants = 我想要
file-key-limits = 限制
file-key-handle = 以前的名字
file-key-off-duty = 休息時間
file-key-words = 用自己的話說

file-level-a1 = A1：剛學幾句
file-level-a2 = A2：簡單的日常對話
file-level-b1 = B1：大多數場合能應付
file-level-b2 = B2：聊得開，偶爾出錯
file-level-c1 = C1：流利，工作也能用
file-level-c2 = C2：接近母語
file-level-native = 從小就說
file-levels-a1 = a1, 初級, 入門, 一點點, 一點
file-levels-a2 = a2, 初中級, 基礎
file-levels-b1 = b1, 中級
file-levels-b2 = b2, 中高級
file-levels-c1 = c1, 高級, 流利
file-levels-c2 = c2, 精通
file-levels-native = 母語
file-level-which = 哪種語言？
file-level-choose = 程度怎麼樣？
file-level-learns = 你的{ $language }現在學到什麼程度了？
file-level-speaks = 你的{ $language }說得怎麼樣？
file-learning = { $language }（在學）
file-speaking = { $language }（會說）

file-zone-several = 叫「{ $said }」的地方有好幾個，你在哪一個？
file-zone-choose = 選一個地方
file-zone-other = 別的地方
file-zone-again = 再試一次
file-zone-unknown = 我不認識「{ $said }」。試試附近的大城市，或者寫和 UTC 差幾小時：「深圳」「Madrid」「UTC+5:45」「+9」。
file-zone-kept = 記下了：{ $zone }。那邊現在是 { $time }，對吧？不對就按*時區*。

file-switch = 點一下加上，再點去掉
file-interests-help = 喜歡什麼？想選幾個選幾個，帶 ✓ 的已經在你的單子上。這裡沒有的，用自己的話說。
file-interest-cats = 貓
file-interest-food = 美食
file-interest-music = 音樂
file-interest-films = 電影
file-interest-books = 看書
file-interest-games = 遊戲
file-interest-travel = 旅行
file-interest-sports = 運動
file-interest-hiking = 健行
file-interest-art = 藝術
file-interest-photography = 攝影
file-interest-technology = 科技
file-interest-science = 科學
file-interest-history = 歷史
file-interest-anime = 動漫
file-interest-fashion = 穿搭
file-interest-cooking = 下廚
file-interest-plants = 植物
file-field-words = 還想讓{ $word }知道什麼？
file-hint-words = 愛聊什麼都行，用哪種語言都行。寫一個「-」就清空。
file-slots-help = 按你自己的時間，平時什麼時候有空？想選幾個選幾個。
file-slots-zone = 這要先知道你在哪裡。
file-slot-weekday-morning = 工作日早上
file-slot-weekday-afternoon = 工作日下午
file-slot-weekday-evening = 工作日晚上
file-slot-weekday-night = 工作日深夜
file-slot-weekend-morning = 週末早上
file-slot-weekend-afternoon = 週末下午
file-slot-weekend-evening = 週末晚上
file-slot-weekend-night = 週末深夜
file-wants-help = 你想要什麼？想選幾個選幾個。
file-want-chat = 閒聊
file-want-correction = 有人幫我糾正
file-want-voice = 語音聊
file-want-homework = 作業幫一把

file-limits-none = 有誰是你絕對不想遇到的？在有他的聊天室裡傳 /spy 永不 並帶上那位成員。對方不會知道。
file-limits-help = 可以只和自己同性別的人配對。你選的不會給任何人看，所以這裡也不顯示。絕對不想遇到誰：傳 /spy 永不 並帶上那位成員，對方不會知道。
file-gender-choose = 我是……
file-gender-woman = 女生
file-gender-man = 男生
file-gender-other = 都不是，或者別的
file-gender-unsaid = 不想說
file-gender-kept = 記下了，誰也看不到。
file-gender-first = 先選你自己的，誰也看不到。
file-same-on = 只要同性別
file-same-off = 誰都可以
file-same-is-on = 現在：只要同性別。
file-same-is-off = 現在：誰都可以。

file-handle-intro = 以前在別處認識過誰，比如某個關掉的 App 上的筆友？如果對方也在這裡留下了你要找的名字，而且也在找你，我就告訴你們倆。別人都不會知道。
file-field-handle = 你在那邊叫什麼？
file-hint-handle = 你在那邊的名字。寫一個「-」就清空。
file-field-seeks = 你在找誰？
file-hint-seeks = 對方在那邊的名字。寫一個「-」就清空。
file-reunion = 🎉 看誰來了：{ $handle }！在這裡是 { $member }，對方也在找你。我沒法核實身分，先問一件只有對方才知道的事吧。傳 /spy 問，就能成為彼此的{ $word }。
file-reunion-unseen = 🎉 看誰來了：{ $handle }，對方也在找你。傳 /spy 找，說不定就把你們配到一起。

file-field-off-duty = 什麼時候別打擾你？
file-hint-off-duty = 23:00–7:30，按你的時間。寫一個「-」就是不設。
file-off-duty-unclear = 「{ $said }」我看不懂是幾點。請寫兩個時間，從幾點到幾點：「23:00–7:30」或「23點到7點」。

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

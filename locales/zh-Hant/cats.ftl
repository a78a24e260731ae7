### 貓相簿。

cog-title = 貓相簿
    .description = 主人願意給大家看的貓，都在這裡。

## 指令

command-cats = 看貓
    .description = 看看這裡的貓
    .show = 看哪些
    .show-description = 想看哪些貓；不填就隨機來一隻
    .show-random = 隨機
    .show-newest = 最新
    .show-top = 人氣
    .show-mine = 我的
    .number = 編號
    .number-description = 看這個編號的貓
    .member = 成員
    .member-description = 看誰家的貓

## 設定

setting-enabled = 開啟
    .description = 這裡要不要有相簿。只有主人點頭的貓才會進來。
setting-weekly = 評選本週之貓
    .description = 每週一 18:00（UTC），把這週收到最多愛心的貓曬出來。沒有新貓也沒有愛心的話，我就不出聲。
setting-weekly-in = 本週之貓發在
    .description = 發在哪個聊天室。沒選的話就不發。

## 一頁

cat = 🐾 { $number } 號，{ $name } 家的 · ❤️ { $likes } · { DATE($at) }
cat-anonymous = 🐾 { $number } 號 · ❤️ { $likes } · { DATE($at) }
alt = 相簿裡的 { $number } 號貓。
top = 🏆 *第 { $rank } 名，共 { $of } 名*
top-line = { $rank }. { $number } 號 · ❤️ { $likes }
top-here = *{ $rank }. { $number } 號 · ❤️ { $likes }* ←
like = ❤️ { $likes }
another = 再來一隻
report = 檢舉
reported = 相簿裡的 { $number } 號貓。管理員用 /cats 加編號就看得到。
take-down = 撤下

## 沒有貓的時候

empty = 現在沒有貓出來散步。用貓照繳個稅，再讓大家看看吧！
no-such-cat = 沒有這個編號的貓，八成是鑽進哪個紙箱睡著了。
no-cat-of-theirs = { $name } 在相簿裡還沒有貓。難怪沙發那麼完好，可疑喔。
no-cat-of-yours = 你在相簿裡還沒有貓。用貓照繳個稅，再讓大家看看吧！
no-hearts = 還沒有貓收到愛心。來，第一個被萌翻的就是你！
no-more = 這邊沒有貓囉。
like-own = 自家的貓當然喜歡啦！愛心留給別人家的吧。
gone-home = 這隻貓已經回家囉。
take-down-not-yours = 只有主人或管理員可以撤下牠。

## 本週之貓

week = 👑 *本週之貓就是牠！* 總部把愛心數了兩遍，沒錯。請主人代大家搔搔牠的下巴。

## 操作紀錄

audit-taken-down = 撤下了 { $number } 號貓

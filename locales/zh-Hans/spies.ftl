### 间谍:语伴。自己的标记:*粗体*、_斜体_、`代码`;填进去的内容永远不是标记。
### $word 是大家对语伴的叫法,$words 是复数。

cog-title = 间谍
    .description = 找语伴,本群或跨平台,双方都点头才算。

## Words

word-spy = 间谍
words-spy = 间谍
word-buddy = 语伴
words-buddy = 语伴
word-pen-pal = 笔友
words-pen-pal = 笔友
tongue-zh = 中文

## Settings

setting-enabled = 开启
    .description = 大家能不能在这里找语伴。
setting-theme = 语伴怎么叫
    .description = 所有文案都跟着变。
    .option-spy = 间谍
    .option-buddy = 语伴
    .option-pen-pal = 笔友
    .option-own = 用我们自己的叫法
setting-own-word = 自己的叫法
    .description = 你们平时怎么叫就怎么写。选了“用我们自己的叫法”才用得上。
setting-desk = 管理员聊天
    .description = 关于连线的举报会送到这里。
setting-minors = 给未满 18 岁的人连线
    .description = 他们只会遇到彼此。在你们那儿合不合适、允不允许,由你负责。
setting-same-gender = 可以只和同性别配对
    .description = 性别由成员自己填,谁也看不到。
setting-lapse-days = 邀请几天后失效
    .description = 到时没回的,这一次就不再问了。
setting-repeat-weeks = 几周内不重复配对
    .description = 没到时间,不会再配到同一个人。
setting-round-days = 两轮之间隔几天
    .description = 每一轮把想参加的人一起配对。0 就是不办。
setting-asks-a-day = 每天能问几个人
    .description = 一个成员一天最多能点名问几个人。
setting-hold-files = 一开始先扣住链接和文件
    .description = 等到第三天才放行,除非双方都同意。

## Safety

safe-report = 🚩 举报
safe-block = 🚫 拉黑

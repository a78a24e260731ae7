"""Discord's numbers, from its developers' documentation (resources, interactions, components) as read in 2026-11."""

CONTENT = 2000
EMBEDS = 10
EMBED_TITLE = 256
EMBED_DESCRIPTION = 4096
EMBED_FIELDS = 25
EMBED_FIELD_NAME = 256
EMBED_FIELD_VALUE = 1024
EMBED_FOOTER = 2048
EMBED_AUTHOR = 256
EMBED_TOTAL = 6000
FILES = 10
FILE_BYTES = 10 * 1024 * 1024
NONCE = 25
NONCE_SECONDS = 300.0
CUSTOM_ID = 100
BUTTON_LABEL = 80
ROWS = 5
ROW_BUTTONS = 5
URL = 512
PLACEHOLDER = 150
OPTIONS = 25
OPTION_TEXT = 100
COMPONENTS_V2 = 40
COMPONENTS_V2_TEXT = 4000
GALLERY_ITEMS = 10
SECTION_TEXTS = 3
MODAL_TITLE = 45
MODAL_COMPONENTS = 5
LABEL = 45
LABEL_DESCRIPTION = 100
TEXT_INPUT = 4000
TEXT_INPUT_PLACEHOLDER = 100
RADIO_OPTIONS = 10
UPLOAD_FILES = 10
COMMANDS = 100
MENUS = 5
COMMAND_NAME = 32
COMMAND_DESCRIPTION = 100
COMMAND_OPTIONS = 25
COMMAND_TOTAL = 8000
CHOICE_NAME = 100
CHOICE_VALUE = 100
REACTIONS = 20
PINS = 50
WEBHOOKS = 15
WEBHOOK_NAME = 80
EVENTS = 100
EVENT_NAME = 100
EVENT_DESCRIPTION = 1000
EVENT_LOCATION = 100
CHANNEL_NAME = 100
CHANNEL_TOPIC = 1024
BULK_DELETE = 100
BULK_DELETE_SECONDS = 14 * 24 * 3600
TIMEOUT_SECONDS = 28 * 24 * 3600
ANSWER_SECONDS = 3.0
TOKEN_SECONDS = 15 * 60.0
VISITING_FOLLOW_UPS = 5
FILE_URL_SECONDS = 24 * 3600
FORUM_TAGS = 5

CHAT_LOCALES = frozenset(
    [
        "id",
        "da",
        "de",
        "en-GB",
        "en-US",
        "es-ES",
        "es-419",
        "fr",
        "hr",
        "it",
        "lt",
        "hu",
        "nl",
        "no",
        "pl",
        "pt-BR",
        "ro",
        "fi",
        "sv-SE",
        "vi",
        "tr",
        "cs",
        "el",
        "bg",
        "ru",
        "uk",
        "hi",
        "th",
        "zh-CN",
        "ja",
        "zh-TW",
        "ko",
    ]
)

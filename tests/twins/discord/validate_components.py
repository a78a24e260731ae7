"""What components may hold: rows and layouts in messages, labels in modals."""

from __future__ import annotations

from collections.abc import Iterator

from tests.twins.discord import limits
from tests.twins.discord.wire import Faulty, Payload, is_list, is_object, objects

ROW, BUTTON, STRING_SELECT, TEXT_INPUT, SECTION, TEXT, THUMBNAIL = 1, 2, 3, 4, 9, 10, 11
GALLERY, FILE, SEPARATOR, CONTAINER, LABEL, UPLOAD, RADIO, CHECKS, CHECK = 12, 13, 14, 17, 18, 19, 21, 22, 23
SELECTS = frozenset({3, 5, 6, 7, 8})
_TOP_V2 = frozenset({ROW, SECTION, TEXT, GALLERY, FILE, SEPARATOR, CONTAINER})
_IN_CONTAINER = _TOP_V2 - {CONTAINER}
_IN_LABEL = SELECTS | {TEXT_INPUT, UPLOAD, RADIO, CHECKS, CHECK}

_KNOWN: dict[int, frozenset[str]] = {
    ROW: frozenset({"components"}),
    BUTTON: frozenset({"style", "label", "emoji", "custom_id", "sku_id", "url", "disabled"}),
    TEXT_INPUT: frozenset(
        {"custom_id", "style", "label", "min_length", "max_length", "required", "value", "placeholder"}
    ),
    SECTION: frozenset({"components", "accessory"}),
    TEXT: frozenset({"content"}),
    THUMBNAIL: frozenset({"media", "description", "spoiler"}),
    GALLERY: frozenset({"items"}),
    FILE: frozenset({"file", "spoiler", "name", "size"}),
    SEPARATOR: frozenset({"divider", "spacing"}),
    CONTAINER: frozenset({"components", "accent_color", "spoiler"}),
    LABEL: frozenset({"label", "description", "component"}),
    UPLOAD: frozenset({"custom_id", "min_values", "max_values", "required"}),
    RADIO: frozenset({"custom_id", "options", "required"}),
    CHECKS: frozenset({"custom_id", "options", "min_values", "max_values", "required"}),
    CHECK: frozenset({"custom_id", "default"}),
} | {
    kind: frozenset(
        {"custom_id", "options", "placeholder", "min_values", "max_values", "disabled", "required"}
        | {"default_values", "channel_types"}
    )
    for kind in SELECTS
}


def walk(components: object) -> Iterator[Payload]:
    """Gives every component in a tree, parents first."""
    for part in objects(components):
        yield part
        yield from walk(part.get("components"))
        for key in ("accessory", "component"):
            if is_object(part.get(key)):
                yield from walk([part[key]])


def spoken(components: object) -> str:
    """Joins what the text displays in a layout say."""
    return "\n".join(str(part.get("content", "")) for part in walk(components) if part.get("type") == TEXT)


class _Check:
    def __init__(self, faulty: Faulty, files: frozenset[str], *, v2: bool, modal: bool) -> None:
        self.faulty = faulty
        self.files = files
        self.v2 = v2
        self.modal = modal
        self.custom_ids: set[str] = set()
        self.numbers: set[int] = set()

    def text(self, part: Payload, key: str, at: str, most: int, *, least: int = 1, required: bool = False) -> None:
        value = part.get(key)
        if value is None:
            if required:
                self.faulty.add(f"{at}.{key}", "BASE_TYPE_REQUIRED", "This field is required")
        elif not isinstance(value, str):
            self.faulty.add(f"{at}.{key}", "STRING_TYPE_CONVERT", "Could not interpret the value as string.")
        elif not least <= len(value) <= most:
            self.faulty.add(f"{at}.{key}", "BASE_TYPE_BAD_LENGTH", f"Must be between {least} and {most} in length.")

    def custom_id(self, part: Payload, at: str) -> None:
        self.text(part, "custom_id", at, limits.CUSTOM_ID, required=True)
        name = part.get("custom_id")
        if isinstance(name, str):
            if name in self.custom_ids:
                self.faulty.add(
                    f"{at}.custom_id",
                    "COMPONENT_CUSTOM_ID_DUPLICATED",
                    "Component custom id cannot be duplicated",
                )
            self.custom_ids.add(name)

    def one(self, part: Payload, at: str, allowed: frozenset[int]) -> None:
        kind = part.get("type")
        if kind not in allowed:
            self.faulty.add(f"{at}.type", "UNION_TYPE_CHOICES", f'Value of field "type" must be one of {set(allowed)}.')
            return
        for extra in sorted(set(part) - _KNOWN[kind] - {"type", "id"}):
            self.faulty.add(f"{at}.{extra}", "UNKNOWN_FIELD", f'Unknown field "{extra}".')
        number = part.get("id")
        if isinstance(number, int) and number:
            if number in self.numbers:
                self.faulty.add(f"{at}.id", "COMPONENT_ID_DUPLICATED", "Component id cannot be duplicated")
            self.numbers.add(number)
        if kind == ROW:
            self.row(part, at)
        elif kind == BUTTON:
            self.button(part, at)
        elif kind in SELECTS:
            self.select(part, at)
        elif kind == TEXT_INPUT:
            self.input(part, at)
        elif kind in (UPLOAD, RADIO, CHECKS, CHECK):
            self.choice(part, at, kind)
        else:
            self.layout(part, at, kind)

    def row(self, part: Payload, at: str) -> None:
        inside = objects(part.get("components"))
        if not 1 <= len(inside) <= limits.ROW_BUTTONS:
            self.faulty.add(f"{at}.components", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length.")
        wide = [child for child in inside if child.get("type") != BUTTON]
        if wide and len(inside) > 1:
            self.faulty.add(
                f"{at}.components",
                "COMPONENT_LAYOUT_WIDTH_EXCEEDED",
                "The specified component exceeds the maximum width",
            )
        allowed = frozenset({TEXT_INPUT}) if self.modal else SELECTS | {BUTTON}
        for index, child in enumerate(inside):
            self.one(child, f"{at}.components.{index}", allowed)

    def button(self, part: Payload, at: str) -> None:
        style = part.get("style")
        if style not in (1, 2, 3, 4, 5, 6):
            self.faulty.add(f"{at}.style", "BASE_TYPE_CHOICES", "Value must be one of {1, 2, 3, 4, 5, 6}.")
        self.text(part, "label", at, limits.BUTTON_LABEL)
        if style == 5:
            url = part.get("url")
            if part.get("custom_id") is not None:
                self.faulty.add(
                    at, "BUTTON_COMPONENT_CUSTOM_ID_URL_EXCLUSIVE", "A custom id and url cannot both be specified"
                )
            if not isinstance(url, str) or not url.startswith(("http://", "https://", "discord://")):
                self.faulty.add(f"{at}.url", "URL_TYPE_INVALID_SCHEME", "Scheme must be one of http, https, discord.")
            elif len(url) > limits.URL:
                self.faulty.add(f"{at}.url", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 512 in length.")
        elif style != 6:
            if part.get("url") is not None:
                self.faulty.add(
                    at, "BUTTON_COMPONENT_CUSTOM_ID_URL_EXCLUSIVE", "A custom id and url cannot both be specified"
                )
            self.custom_id(part, at)
        if style != 6 and not part.get("label") and not part.get("emoji"):
            self.faulty.add(at, "BUTTON_COMPONENT_INVALID_EMPTY", "A button must have a label or emoji")

    def select(self, part: Payload, at: str) -> None:
        self.custom_id(part, at)
        self.text(part, "placeholder", at, limits.PLACEHOLDER, least=0)
        options = objects(part.get("options"))
        if part.get("type") == STRING_SELECT:
            self.options(options, at, limits.OPTIONS)
        elif options:
            self.faulty.add(f"{at}.options", "SELECT_COMPONENT_OPTIONS_NOT_ALLOWED", "Only string selects have options")
        most = self.span(part, at, limits.OPTIONS)
        if part.get("type") == STRING_SELECT and most > len(options) > 0:
            self.faulty.add(
                f"{at}.max_values", "SELECT_COMPONENT_MAX_VALUES", "max_values exceeds the number of options"
            )

    def span(self, part: Payload, at: str, cap: int) -> int:
        least, most = part.get("min_values", 1), part.get("max_values", 1)
        least, most = (1 if least is None else least), (1 if most is None else most)
        if not isinstance(least, int) or not 0 <= least <= cap:
            self.faulty.add(f"{at}.min_values", "NUMBER_TYPE_MAX", f"Value should be between 0 and {cap}.")
        if not isinstance(most, int) or not 1 <= most <= cap or (isinstance(least, int) and most < least):
            self.faulty.add(f"{at}.max_values", "NUMBER_TYPE_MAX", f"Value should be between min_values and {cap}.")
            return 1
        return most

    def options(self, options: list[Payload], at: str, cap: int) -> None:
        if not 1 <= len(options) <= cap:
            self.faulty.add(f"{at}.options", "BASE_TYPE_BAD_LENGTH", f"Must be between 1 and {cap} in length.")
        values: set[object] = set()
        for index, option in enumerate(options):
            here = f"{at}.options.{index}"
            for extra in sorted(set(option) - {"label", "value", "description", "emoji", "default"}):
                self.faulty.add(f"{here}.{extra}", "UNKNOWN_FIELD", f'Unknown field "{extra}".')
            self.text(option, "label", here, limits.OPTION_TEXT, required=True)
            self.text(option, "value", here, limits.OPTION_TEXT, required=True)
            self.text(option, "description", here, limits.OPTION_TEXT)
            if option.get("value") in values:
                self.faulty.add(
                    f"{here}.value",
                    "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
                    "The specified option value is already used",
                )
            values.add(option.get("value"))

    def input(self, part: Payload, at: str) -> None:
        self.custom_id(part, at)
        self.text(part, "label", at, limits.LABEL, required=".component" not in at)
        self.text(part, "placeholder", at, limits.TEXT_INPUT_PLACEHOLDER, least=0)
        self.text(part, "value", at, limits.TEXT_INPUT, least=0)
        if part.get("style") not in (1, 2):
            self.faulty.add(f"{at}.style", "BASE_TYPE_CHOICES", "Value must be one of {1, 2}.")
        least, most = part.get("min_length"), part.get("max_length")
        if least is not None and not 0 <= least <= limits.TEXT_INPUT:
            self.faulty.add(f"{at}.min_length", "NUMBER_TYPE_MAX", "Value should be between 0 and 4000.")
        if most is not None and not 1 <= most <= limits.TEXT_INPUT:
            self.faulty.add(f"{at}.max_length", "NUMBER_TYPE_MAX", "Value should be between 1 and 4000.")

    def choice(self, part: Payload, at: str, kind: int) -> None:
        self.custom_id(part, at)
        if kind in (RADIO, CHECKS):
            options = objects(part.get("options"))
            self.options(options, at, limits.RADIO_OPTIONS)
            if kind == RADIO and len(options) == 1:
                self.faulty.add(f"{at}.options", "BASE_TYPE_BAD_LENGTH", "Must be between 2 and 10 in length.")
        if kind in (UPLOAD, CHECKS):
            self.span(part, at, limits.UPLOAD_FILES)

    def media(self, media: object, at: str, *, only_files: bool = False) -> None:
        url = media.get("url") if is_object(media) else None
        if isinstance(url, str) and url.startswith("attachment://"):
            if url.removeprefix("attachment://") not in self.files:
                self.faulty.add(
                    f"{at}.url",
                    "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND",
                    "The referenced attachment was not found",
                )
        elif only_files or not isinstance(url, str) or not url.startswith(("http://", "https://")):
            self.faulty.add(f"{at}.url", "URL_TYPE_INVALID_SCHEME", "Scheme is not supported.")

    def layout(self, part: Payload, at: str, kind: int) -> None:
        if kind == TEXT:
            self.text(part, "content", at, limits.COMPONENTS_V2_TEXT, required=True)
        elif kind == SECTION:
            self.some(part, at, limits.SECTION_TEXTS, frozenset({TEXT}))
            self.held(part, "accessory", at, frozenset({BUTTON, THUMBNAIL}))
        elif kind == THUMBNAIL:
            self.media(part.get("media"), f"{at}.media")
            self.text(part, "description", at, 1024)
        elif kind == GALLERY:
            self.gallery(part, at)
        elif kind == FILE:
            self.media(part.get("file"), f"{at}.file", only_files=True)
        elif kind == CONTAINER:
            self.some(part, at, limits.COMPONENTS_V2, _IN_CONTAINER)
        elif kind == LABEL:
            self.text(part, "label", at, limits.LABEL, required=True)
            self.text(part, "description", at, limits.LABEL_DESCRIPTION)
            self.held(part, "component", at, _IN_LABEL)

    def some(self, part: Payload, at: str, most: int, allowed: frozenset[int]) -> None:
        inside = objects(part.get("components"))
        if not 1 <= len(inside) <= most:
            self.faulty.add(f"{at}.components", "BASE_TYPE_BAD_LENGTH", f"Must be between 1 and {most} in length.")
        for index, child in enumerate(inside):
            self.one(child, f"{at}.components.{index}", allowed)

    def held(self, part: Payload, key: str, at: str, allowed: frozenset[int]) -> None:
        child: object = part.get(key)
        if is_object(child):
            self.one(child, f"{at}.{key}", allowed)
        else:
            self.faulty.add(f"{at}.{key}", "BASE_TYPE_REQUIRED", "This field is required")

    def gallery(self, part: Payload, at: str) -> None:
        items = objects(part.get("items"))
        if not 1 <= len(items) <= limits.GALLERY_ITEMS:
            self.faulty.add(f"{at}.items", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 10 in length.")
        for index, item in enumerate(items):
            self.media(item.get("media"), f"{at}.items.{index}.media")
            self.text(item, "description", f"{at}.items.{index}", 1024)


def check_components(faulty: Faulty, components: object, *, v2: bool, files: frozenset[str]) -> None:
    """Checks a message's components: five rows, or with the v2 flag a layout of forty."""
    if not is_list(components):
        faulty.add("components", "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType")
        return
    check = _Check(faulty, files, v2=v2, modal=False)
    parts = objects(components)
    if v2:
        if sum(1 for _ in walk(parts)) > limits.COMPONENTS_V2:
            faulty.add(
                "components",
                "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
                "The total number of components cannot exceed 40",
            )
        if len(spoken(parts)) > limits.COMPONENTS_V2_TEXT:
            faulty.add("components", "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", "The displayable text is over 4000")
    elif len(parts) > limits.ROWS:
        faulty.add("components", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length.")
    for index, part in enumerate(parts):
        check.one(part, f"components.{index}", _TOP_V2 if v2 else frozenset({ROW}))


def check_modal(data: Payload) -> None:
    """Checks the form that an answer of type 9 opens; refuses it as 50035."""
    faulty = Faulty()
    for extra in sorted(set(data) - {"custom_id", "title", "components"}):
        faulty.add(f"data.{extra}", "UNKNOWN_FIELD", f'Unknown field "{extra}".')
    check = _Check(faulty, frozenset(), v2=True, modal=True)
    check.text(data, "title", "data", limits.MODAL_TITLE, required=True)
    check.text(data, "custom_id", "data", limits.CUSTOM_ID, required=True)
    parts = objects(data.get("components"))
    if not 1 <= len(parts) <= limits.MODAL_COMPONENTS:
        faulty.add("data.components", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length.")
    for index, part in enumerate(parts):
        check.one(part, f"data.components.{index}", frozenset({ROW, TEXT, LABEL}))
    faulty.raise_if_any()

"""The house's own settings."""

from enum import Enum

from bot.api.settings import ChatSetting, ChoiceSetting, Toggle
from bot.domain.locales import Locale


class CommunityLanguage(Enum):
    """In what language the bot speaks to all."""

    AUTO = "auto"
    ENGLISH = "en"
    SIMPLIFIED_CHINESE = "zh-hans"
    TRADITIONAL_CHINESE = "zh-hant"
    SPANISH = "es"

    @property
    def locale(self) -> Locale | None:
        """The language, or None to go by what the platform says of the space."""
        return next((locale for locale in Locale if locale.value.casefold() == self.value), None)


class OnOff(Enum):
    """Whether something holds from now on."""

    ON = "on"
    OFF = "off"


class PrivacyTopic(Enum):
    """What ``/privacy`` settles for oneself."""

    TRANSLATE = "translate"


LANGUAGE = ChoiceSetting("language", CommunityLanguage.AUTO)
QUIET = Toggle("quiet", False, per_place=True)
REPORTS = ChatSetting("reports")
"""Where reports go: the moderators' place."""

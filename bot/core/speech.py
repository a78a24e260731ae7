"""In which language somebody is spoken to: their own choice, else their platform's hint, else the community's."""

from bot.api.texts import Texts
from bot.core.catalog import Words
from bot.core.communities import Communities
from bot.core.house.settings import LANGUAGE
from bot.core.locale import negotiate
from bot.core.settings_book import CoreSettingsBook
from bot.domain.locales import Locale, nearest
from bot.domain.refs import CommunityId


class Speech:
    """Chooses languages."""

    def __init__(self, words: Words, settings: CoreSettingsBook, communities: Communities, default: Locale) -> None:
        self._words = words
        self._settings = settings
        self._communities = communities
        self._default = default

    async def of_community(self, community: CommunityId | None) -> Locale:
        """The language in which all of a community are spoken to."""
        if community is None:
            return self._default
        chosen = (await self._settings.read(community, "core", LANGUAGE, None)).locale
        return chosen or nearest(await self._communities.language_hint(community)) or self._default

    async def of_person(self, choice: Locale | None, hint: str | None, community: CommunityId | None) -> Locale:
        """The language in which one person is spoken to."""
        if choice is not None:
            return choice
        return negotiate(choice, hint, await self.of_community(community), self._default)

    def texts(self, cog: str, locale: Locale) -> Texts:
        """A cog's texts in a language."""
        return self._words.texts(cog, locale)

"""Who may see texts to translate them, as far as a configuration says: known before anything is loaded that asks."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from bot.config import Config, TranslationService
from bot.ports.translator import Service

GOOGLE = Service("google", "Google Translate", "translate.google.com", public=True, limited=True)
MYMEMORY = Service("mymemory", "MyMemory", "api.mymemory.translated.net", public=True, limited=True)
MICROSOFT = Service(
    "microsoft", "Microsoft Translator", "api.cognitive.microsofttranslator.com", public=False, limited=True
)


def deepl_of(api_key: str) -> Service:
    """DeepL, whose free plan has a host of its own, for keys that end in ``:fx``."""
    host = "api-free.deepl.com" if api_key.endswith(":fx") else "api.deepl.com"
    return Service("deepl", "DeepL", host, public=False, limited=True)


def libretranslate_at(address: str, *, limited: bool) -> Service:
    """A LibreTranslate server; limited where it wants a key."""
    return Service("libretranslate", "LibreTranslate", _host(address), public=False, limited=limited)


def apertium_at(address: str) -> Service:
    """An Apertium server."""
    return Service("apertium", "Apertium", _host(address), public=False, limited=False)


def named(config: Config) -> Sequence[TranslationService]:
    """Who is asked, in order: as ``TRANSLATORS`` says, else all that are set up, those that need no key last."""
    if config.translators:
        return config.translators
    lacking = {
        TranslationService.LIBRETRANSLATE: not config.libretranslate_url,
        TranslationService.DEEPL: config.deepl_api_key is None,
        TranslationService.MICROSOFT: config.microsoft_api_key is None,
        TranslationService.APERTIUM: not config.apertium_url,
    }
    return [one for one in TranslationService if not lacking.get(one)]


def service_of(name: TranslationService, config: Config) -> Service:
    """Who a name of ``TRANSLATORS`` is with these settings."""
    match name:
        case TranslationService.LIBRETRANSLATE:
            return libretranslate_at(config.libretranslate_url, limited=config.libretranslate_api_key is not None)
        case TranslationService.DEEPL:
            return deepl_of(config.deepl_api_key.value if config.deepl_api_key else "")
        case TranslationService.MICROSOFT:
            return MICROSOFT
        case TranslationService.APERTIUM:
            return apertium_at(config.apertium_url)
        case TranslationService.GOOGLE:
            return GOOGLE
        case TranslationService.MYMEMORY:
            return MYMEMORY


def _host(address: str) -> str:
    return urlsplit(address).netloc.rpartition("@")[2]

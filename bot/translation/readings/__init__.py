"""Reading aids: pinyin, and a gloss of the words, from a dictionary that comes along. Nothing leaves the machine."""

from bot.translation.readings.readings import DictionaryReadings

__all__ = ["DictionaryReadings"]

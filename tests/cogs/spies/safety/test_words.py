"""What is found in words, and what is left alone; how much of it is measured and stands in docs/spies.md."""

import random
import unicodedata
from pathlib import Path

import pytest

from cogs.spies.rules.contact import contacts_in
from cogs.spies.rules.scams import scams_in
from cogs.spies.rules.screening import folded, has_link, opening
from tests.cogs.spies.safety.sentences import CONTACTS, NO_CONTACTS, NO_SCAMS, SCAMS

MISSED = 0.05
"""Of what should be found, at most so much is missed."""
WRONG = 0.05
"""Of what is everyday talk, at most so much is found."""


def test_contact_data_is_found() -> None:
    missed = [words for words, kind in CONTACTS.items() if kind not in contacts_in(words)]
    assert len(missed) <= MISSED * len(CONTACTS), missed


def test_numbers_and_messengers_of_everyday_talk_are_left_alone() -> None:
    wrong = {words: contacts_in(words) for words in NO_CONTACTS if contacts_in(words)}
    assert len(wrong) <= WRONG * len(NO_CONTACTS), wrong


def test_what_swindlers_ask_for_is_found() -> None:
    missed = [words for words, kind in SCAMS.items() if kind not in scams_in(words)]
    assert len(missed) <= MISSED * len(SCAMS), missed


def test_everyday_talk_of_money_is_left_alone() -> None:
    wrong = {words: scams_in(words) for words in NO_SCAMS if scams_in(words)}
    assert len(wrong) <= WRONG * len(NO_SCAMS), wrong

"""What must not change is put back exactly, whatever it is."""

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.text import RichText
from bot.translation.shielding import restored, shield, tokenised, unshielded
from bot.translation.structure import laid_out

LIKE_TOKENS = st.sampled_from(
    ["{1}", "{2}", "{", "}", "{{1}}", "（１）", "[ 3 ]", "\n", "- ", "😂", "@ann", "https://a.b/c)", " 5 km "]
)
TEXTS = st.lists(st.one_of(st.text(), LIKE_TOKENS), max_size=12).map("".join)


@given(TEXTS)
def test_shielding_and_unshielding_is_the_identity(text: str) -> None:
    items = shield(RichText.of(text))
    sent, kept = tokenised(items)
    back = unshielded(sent, kept)
    assert back is not None
    assert RichText(back).plain == text
    assert restored(items) == RichText.of(text)


@given(TEXTS)
def test_a_layout_filled_with_what_was_sent_is_the_text(text: str) -> None:
    layout = laid_out(shield(RichText.of(text)))
    filled = layout.filled(layout.sent)
    assert filled is not None
    assert filled.plain == text

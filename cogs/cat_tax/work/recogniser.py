"""Says how sure it is that a picture shows a cat, where the extra ``recogniser`` is installed.

The model's input and how its output is read are told in ``model/NOTICE.md``.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, cast

from PIL import Image

if TYPE_CHECKING:
    import numpy as np

    Floats: TypeAlias = np.ndarray[tuple[int, ...], np.dtype[np.float32]]

MODEL = Path(__file__).parent / "model" / "efficientnet-lite0-int8.onnx"

SIDE = 224
"""Pixels of a side of what the model sees."""

_CROPPED = 224 / 256
"""How much of the shorter side it sees."""

_CATS = slice(281, 286)
"""ImageNet's tabby, tiger cat, Persian, Siamese and Egyptian cat."""


def score_of(picture: Image.Image) -> float | None:
    """How sure it is, 0 to 1; None where there is no recogniser."""
    recognise = _recogniser()
    return None if recognise is None else recognise(_middle(picture))


def _middle(picture: Image.Image) -> Image.Image:
    side = max(1, int(min(picture.size) * _CROPPED))
    left, top = (picture.width - side) // 2, (picture.height - side) // 2
    box = (left, top, left + side, top + side)
    return picture.resize((SIDE, SIDE), Image.Resampling.BICUBIC, box=box)


class _Session(Protocol):
    """What is used of onnxruntime's session, which has no types of its own."""

    def run(self, outputs: None, inputs: Mapping[str, "Floats"], /) -> "Sequence[Floats]": ...


@cache
def _recogniser() -> Callable[[Image.Image], float] | None:
    """Loads the model once for each process."""
    try:
        import numpy as np  # noqa: PLC0415  # of the extra
        import onnxruntime  # type: ignore[import-untyped]  # noqa: PLC0415  # of the extra
    except ImportError:
        return None

    ort = cast(Any, onnxruntime)
    options = ort.SessionOptions()
    # The other cores are the event loop's.
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.log_severity_level = 3
    session: _Session = ort.InferenceSession(str(MODEL), options, providers=["CPUExecutionProvider"])

    def recognise(seen: Image.Image) -> float:
        pixels = (np.asarray(seen, dtype=np.float32) - np.float32(127)) / np.float32(128)
        (logits,) = session.run(None, {"x": pixels.transpose(2, 0, 1)[np.newaxis]})[0]
        likely = np.exp(logits - logits.max())
        return round(float(likely[_CATS].sum() / likely.sum()), 6)

    return recognise

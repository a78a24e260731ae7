"""Which keys the code asks for: literal strings, and f-strings such as ``f"command-{name}"``."""

import ast
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_KEY_PART = re.compile(r"[A-Za-z0-9.-]*")
_TOKEN = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_TEMPLATE = re.compile(r"([a-z][a-z0-9-]*-)(?:\$\{|\"\s*\+|'\s*\+|\{\{)")
_ASKING = frozenset({"texts", "plain", "Told"})
_LOGGING = frozenset({"debug", "info", "warning", "error", "exception", "critical"})
_CJK = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
_SENTENCE = re.compile(r"[A-Za-zÀ-ÿ']+[,;]? [A-Za-zÀ-ÿ']+[,;]? [A-Za-zÀ-ÿ']+")


@dataclass(frozen=True, slots=True)
class Usage:
    """What the code asks for.

    Attributes:
        words: every word that could be a key.
        shapes: of keys that are put together.
        asked: keys that are certainly asked for, with where.
    """

    words: frozenset[str]
    shapes: tuple[re.Pattern[str], ...]
    asked: Mapping[str, str]

    def uses(self, key: str) -> bool:
        """Whether the code may ask for a key."""
        return key in self.words or any(shape.fullmatch(key) for shape in self.shapes)


def usage(folders: Sequence[Path]) -> Usage:
    """Reads all code below some folders: Python, and the pages and scripts that adapters bring."""
    words: set[str] = set()
    shapes: dict[str, None] = {}
    asked: dict[str, str] = {}
    for path in _files(folders, ".py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                words.add(node.value.partition(".")[0])
            elif isinstance(node, ast.JoinedStr):
                shapes.update(dict.fromkeys(_shape(node)))
            elif isinstance(node, ast.Call) and (key := _asked(node)) is not None:
                asked[key] = f"{path.parent.name}/{path.name}:{node.lineno}"
    for ending in (".js", ".mjs", ".html", ".jinja"):
        for path in _files(folders, ending):
            source = path.read_text(encoding="utf-8")
            words.update(_TOKEN.findall(source))
            shapes.update(dict.fromkeys(f"{re.escape(start)}.+" for start in _TEMPLATE.findall(source)))
    return Usage(frozenset(words), tuple(re.compile(shape) for shape in shapes), asked)


def _files(folders: Sequence[Path], ending: str) -> Iterator[Path]:
    for folder in folders:
        yield from sorted(folder.rglob(f"*{ending}"))


def _shape(node: ast.JoinedStr) -> Iterator[str]:
    """A pattern of the keys that an f-string makes, when it says enough of them."""
    fixed = [part.value if isinstance(part, ast.Constant) else None for part in node.values]
    known = [part for part in fixed if isinstance(part, str)]
    if (
        known
        and all(_KEY_PART.fullmatch(part) for part in known)
        and any(re.search("[a-z]{2}", part) for part in known)
    ):
        whole = "".join(re.escape(part) if isinstance(part, str) else ".+" for part in fixed)
        yield whole.partition(r"\.")[0]


def _name(function: ast.expr) -> str:
    return (
        function.id if isinstance(function, ast.Name) else function.attr if isinstance(function, ast.Attribute) else ""
    )


def _asked(call: ast.Call) -> str | None:
    """The key of ``texts("key", ...)``; ``texts("namespace", locale)`` has two plain arguments."""
    positional = call.args if _name(call.func) != "Told" else call.args[:1]
    if _name(call.func) not in _ASKING or len(positional) != 1:
        return None
    first = positional[0]
    return first.value if isinstance(first, ast.Constant) and isinstance(first.value, str) else None


def spoken_literals(folders: Sequence[Path], names: Sequence[str]) -> Iterable[str]:
    """Strings in code that a member might see: sentences, and Chinese words, outside logs, errors and documentation."""
    for path in _files(folders, ".py"):
        if path.name not in names:
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        silent = {id(part) for node in ast.walk(tree) if _unseen(node) for part in ast.walk(node)}
        for node in ast.walk(tree):
            words = node.value if isinstance(node, ast.Constant) and id(node) not in silent else None
            if isinstance(words, str) and (_CJK.search(words) or _SENTENCE.search(words)):
                yield f"{path.parent.name}/{path.name}:{getattr(node, 'lineno', 0)}: {words!r} belongs in locales/"


def _unseen(node: ast.AST) -> bool:
    if isinstance(node, ast.Raise | ast.Assert):
        return True
    if isinstance(node, ast.Expr):
        value = node.value
        return isinstance(value, ast.Constant) or (isinstance(value, ast.Call) and _name(value.func) in _LOGGING)
    return False

"""The quiz in GIFT, the text format that Moodle and its relatives import.

What GIFT cannot hold is put in its terms, never dropped: a text with several gaps becomes one question a gap, the order of steps
becomes a matching of steps and places, and a picture is replaced by its description in words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from tools.export.markup import shortened
from tools.export.ooxml import plain
from tools.export.package_zip import safe_name

from .book import Book, words
from .item import Item, Option, decimal
from .items import items
from .single import with_hole

_CONTROL = re.compile(r"([\\~=#{}:])")
_FORMATS = ("[html]", "[markdown]", "[plain]", "[moodle]")


def gift(book: Book) -> bytes:
    """The quiz as UTF-8 text. Raises ``BadInput`` as ``items`` does."""
    fixed = words("quiz", book.lesson.language)
    title = re.sub(r"[\\\s]+", " ", plain(book.lesson.title)).strip()[:200].replace("/", "//")
    blocks = [f"$CATEGORY: $course$/top/{title or book.lesson.id}"]
    for item in items(book):
        blocks += _blocks(item, fixed, book.lesson.id)
    return ("\n\n".join(blocks) + "\n").encode()


def escaped(text: str) -> str:
    """Text with nothing in it that GIFT reads as its own: control characters get a backslash, line breaks become ``\\n``."""
    return _CONTROL.sub(r"\\\1", text.strip()).replace("\r\n", "\n").replace("\r", "\n").replace("\n", r"\n")


def _blocks(item: Item, fixed: Mapping[str, str], lesson: str) -> Iterator[str]:
    stem = item.prompt if item.picture is None else f"{item.prompt}\n{_described(item, fixed)}"
    if item.kind == "cloze":
        gaps = item.gaps
        for gap in gaps:
            seen = f"{fixed['gap']}\n{with_hole(item, gap)}"
            part = f"{gap.number}/{len(gaps)}" if len(gaps) > 1 else ""
            answers = _choices(gap.options, item.kind) if gap.options else _accepted(gap.accepted)
            yield _block(item, seen, answers, lesson, part)
    elif item.kind in ("multiple_choice", "multiple_answer"):
        yield _block(item, stem, _choices(item.options, item.kind), lesson)
    elif item.kind == "matching":
        texts = {o.key: o.text for o in (*item.options, *item.targets)}
        yield _block(item, stem, [_pair(texts[a], texts[b]) for a, b in item.links], lesson)
    elif item.kind == "ordering":
        places = {o.key: str(n) for n, o in enumerate(item.targets, 1)}
        pairs = [_pair(o.text, places[o.key]) for o in item.options]
        yield _block(item, f"{stem}\n{fixed['order']}", pairs, lesson)
    elif item.kind == "short_answer":
        yield _block(item, stem, _accepted(item.accepted), lesson)
    else:
        yield _block(item, stem, [f"#{decimal(item.value)}:{decimal(item.tolerance)}"], lesson)


def _described(item: Item, fixed: Mapping[str, str]) -> str:
    picture = item.picture
    told = "" if picture is None else picture.long or picture.alt
    return f"{fixed['picture']}: {told}" if told else ""


def _block(item: Item, stem: str, answers: list[str], lesson: str, part: str = "") -> str:
    title = escaped(shortened(f"{item.number:02} {' '.join(item.prompt.split())}", 80) + (f" ({part})" if part else ""))
    name = "-".join(filter(None, (safe_name(lesson), item.key, part.partition("/")[0])))
    tags = f"// [id:{name}] [tag:{item.level}] [tag:{safe_name(item.objective)}]"
    said = [f"####{escaped(item.feedback)}"] if item.feedback else []
    inner = "\n".join((*answers, *said))
    return f"{tags}\n::{title}::[plain]{escaped(stem)} {{\n{inner}\n}}"


def _choices(options: tuple[Option, ...], kind: str) -> list[str]:
    """One right option as ``=``; several with weights that add up to 100, and wrong ones that take as much away again."""
    right = sum(o.right for o in options)
    several = kind == "multiple_answer" or right > 1
    out = []
    for option in options:
        if several:
            part = 100 / right if option.right else -100 / (len(options) - right)
            mark = f"~%{decimal(round(part, 5))}%"
        else:
            mark = "=" if option.right else "~"
        said = f"#{_text(option.feedback)}" if option.feedback else ""
        out.append(mark + _answer(option.text, option.right, weighed=several) + said)
    return out


def _accepted(texts: tuple[str, ...]) -> list[str]:
    """Answers to type. ``*`` would stand for any letters, and ``->`` would make it a matching."""
    return ["=" + _answer(t.replace("*", "\\*").replace("->", "→"), True) for t in texts]


def _answer(text: str, right: bool, weighed: bool = False) -> str:
    """A first ``%`` would be read as a weight: then the weight is said before it."""
    weight = f"%{100 if right else 0}%" if text.lstrip().startswith("%") and not weighed else ""
    return weight + _text(text)


def _text(text: str) -> str:
    """A first ``[html]`` would be read as a format: then the format is said before it."""
    return ("[plain]" if text.lstrip().lower().startswith(_FORMATS) else "") + escaped(text)


def _pair(left: str, right: str) -> str:
    said = _text(left.replace("->", "→"))
    return f"={said} -> {escaped(right.replace('->', '→'))}"

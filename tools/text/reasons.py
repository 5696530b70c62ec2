"""Why a person turned something down, read into the closed forms that memory can obey. What has no form is given back.

By phrases alone (``data/reasons.json``: English, German, French, Spanish, Chinese, whichever the reviewer writes in), so that
nothing is guessed: a clause that no phrase fits is not understood.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

_FILE: Final = Path(__file__).with_name("data") / "reasons.json"
_OPEN, _SHUT = "\ue000", "\ue001"
"""Stand around the number of a quotation while clauses are cut (private use: no brief's own sign)."""
_QUOTED: Final = re.compile(
    '“([^“”\n]+)[”“]|„([^„“”\n]+)[“”]|"([^"\n]+)"|«([^«»\n]+)»|»([^«»\n]+)«|「([^」\n]+)」|『([^』\n]+)』|《([^》\n]+)》'
    "|(?<!\\w)['‘‚]([^'’‘\n]{2,})['’‘](?!\\w)"
)
_LIST: Final = re.compile(f"{_SHUT}\\s*(?:,|，|、|and|or|und|oder|et|ou|y|o|和|或)\\s*{_OPEN}")
_CUT: Final = re.compile(r"[.!?](?=\s|$)|[;,\n。；！？，、]|\s(?:and|but|und|aber|et|mais|y|pero)\s")
_HAN: Final = "\u3400-\u9fff"
_X: Final = f"(?P<quoted>(?:{_OPEN}\\d+{_SHUT})+)|(?P<bare>[^{_OPEN}{_SHUT}]+?)"
_WORDS, _SIGNS = 4, 8
"""Most words, or Chinese signs, that may be banned without quotation marks."""


class Form(NamedTuple):
    """A kind of note that the planner obeys, and its text."""

    kind: str
    text: str


class Understood(NamedTuple):
    """What a reason asks for, and the clauses that no form was found for."""

    forms: tuple[Form, ...]
    rest: tuple[str, ...]


@dataclass(frozen=True)
class Seen:
    """What the person had before them: the package's texts, and what its look is called (empty where it has none)."""

    texts: Sequence[str] = ()
    family: str = ""
    palette: str = ""


def read_reason(reason: str, seen: Seen) -> Understood:
    """The forms of a reason, in its order and each once, and what is left of it word for word."""
    forms: list[Form] = []
    rest: list[str] = []
    own = {_plain(t): t for t in seen.texts}
    for line in reason.replace("\u2019", "'").splitlines():
        if _plain(line) in own:
            forms.append(Form("rejected", own[_plain(line)]))
            continue
        quotes: list[str] = []
        hidden = _QUOTED.sub(lambda m, quotes=quotes: _hide(m, quotes), line)  # type: ignore[misc]
        for clause in _CUT.split(_LIST.sub(_SHUT + _OPEN, hidden)):
            found = _read(" ".join(clause.split()), quotes, seen, own)
            if found:
                forms += found
            elif _plain(_shown(clause, quotes)) and not _courtesy().fullmatch(" ".join(clause.casefold().split())):
                rest.append(" ".join(_shown(clause, quotes).split()))
    return Understood(tuple(dict.fromkeys(forms)), tuple(dict.fromkeys(rest)))


def _hide(match: re.Match[str], quotes: list[str]) -> str:
    quotes.append(next(g for g in match.groups() if g).strip())
    return f"{_OPEN}{len(quotes) - 1}{_SHUT}"


def _shown(clause: str, quotes: Sequence[str]) -> str:
    return re.sub(f"{_OPEN}(\\d+){_SHUT}", lambda m: f'"{quotes[int(m[1])]}"', clause)


def _read(clause: str, quotes: Sequence[str], seen: Seen, own: dict[str, str]) -> list[Form]:
    folded = clause.casefold()
    if not folded:
        return []
    return (
        [Form("banned", w) for w in _banned(folded, quotes, seen.texts)]
        or [Form("rejected", own.get(_plain(q), q)) for q in _named(clause, quotes) if _stands(q, seen.texts)]
        or list(_complaint(folded, seen))
    )


def _banned(clause: str, quotes: Sequence[str], texts: Sequence[str]) -> list[str]:
    for pattern, any_word in _bans():
        m = pattern.fullmatch(clause)
        if m and m["quoted"]:
            return list(_named(m["quoted"], quotes))
        if m and _is_word(m["bare"], any_word or bool(m["noun"]), texts):
            return [m["bare"].strip()]
    return []


def _is_word(text: str, any_word: bool, texts: Sequence[str]) -> bool:
    """Whether this may be banned: one word where that is what was said ("never say"), else only what stands in the texts."""
    text = text.strip()
    if re.search(f"[{_HAN}]", text):
        return len(text) <= _SIGNS and (any_word or _stands(text, texts))
    if any_word and re.fullmatch(r"[^\W\d_][\w'-]*", text):
        return True
    return len(text.split()) <= _WORDS and _stands(text, texts)


def _named(clause: str, quotes: Sequence[str]) -> Iterator[str]:
    for m in re.finditer(f"{_OPEN}(\\d+){_SHUT}", clause):
        yield quotes[int(m[1])]


def _stands(text: str, texts: Sequence[str]) -> bool:
    """Whether the texts hold these words, whole and in this order."""
    wanted = _plain(text)
    if not wanted:
        return False
    if re.search(f"[{_HAN}]", wanted):
        return any(wanted in _plain(t) for t in texts)
    return any(f" {wanted} " in f" {_plain(t)} " for t in texts)


def _complaint(clause: str, seen: Seen) -> Iterator[Form]:
    """Forms of the complaints in a clause; none of a denied one ("not too dark")."""
    for name, pattern in _complaints():
        if not pattern.search(clause) or _denied().search(pattern.sub(" ", clause)):
            continue
        for kind, text in _data()["forms"][name]:
            made = text.format(palette=seen.palette, family=seen.family)
            if made:
                yield Form(kind, made)


def _plain(text: str) -> str:
    """Words alone, for comparing: no case, no punctuation, single spaces."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(re.sub(r"[^\w'-]+", " ", folded).replace("_", " ").strip(" '-").split())


def _alternatives(phrases: Sequence[str]) -> str:
    """A pattern of whole phrases; Chinese ones stand anywhere."""
    ends = {p: "" if re.match(f"[{_HAN}]", p) else r"\b" for p in phrases}
    return "|".join(f"{ends[p]}{re.escape(p.casefold())}{ends[p]}" for p in sorted(phrases, key=len, reverse=True))


@cache
def _bans() -> tuple[tuple[re.Pattern[str], bool], ...]:
    """Patterns of a whole clause that bans ``{x}``, and whether that may be any word."""
    data = _data()
    lead, tail = _alternatives(data["lead"]), _alternatives(data["tail"])
    noun = f"(?:(?P<noun>{_alternatives(data['nouns'])})\\s*)?"
    return tuple(
        (
            re.compile(
                f"(?:(?:{lead})\\s*)*"
                + re.escape(template.casefold()).replace("\\ ", r"\s+").replace(re.escape("{x}"), f"{noun}(?:{_X})")
                + f"(?:\\s*(?:{tail}))*"
            ),
            key == "say",
        )
        for key in ("say", "no")
        for template in data[key]
    )


@cache
def _complaints() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(_alternatives(phrases))) for name, phrases in _data()["complaints"].items())


@cache
def _courtesy() -> re.Pattern[str]:
    """A clause that asks for nothing: "please", "no"."""
    data = _data()
    return re.compile(f"(?:(?:{_alternatives([*data['lead'], *data['tail'], *data['not']])})\\s*)+")


@cache
def _denied() -> re.Pattern[str]:
    return re.compile(_alternatives(_data()["not"]))


@cache
def _data() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(_FILE.read_text("utf-8"))
    return loaded

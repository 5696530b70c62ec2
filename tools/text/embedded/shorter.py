"""The offer and the product in fewer words, for places that cannot hold them whole: nothing is said that was not said."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from tools.text.limits import width

from .texts import bare, capital, clean, primary
from .understand import understand
from .wide import wide

LONGEST: Final = 44
"""Letters of what a small picture says of a product, a Chinese sign counting two."""
_FILE: Final = Path(__file__).parent / "data" / "shorter.json"
_WORTH: Final = re.compile(
    r"\d|%|％|\b(?:free|gratis|kostenlos|umsonst|gratuit\w*|offert\w*|half|half-price)\b|免费", re.I
)
"""What an offer is worth: a figure, or the word for nothing."""
_CONDITION: Final = re.compile(
    r"\d|%|\b(?:if|when|except|only|first|new|per|each|over|above|from|orders?|members?|students?|without|not|no|minimum|least|two|three|four|five|"
    r"wenn|falls|nur|neu\w*|erste\w*|ab|pro|je|ohne|außer|nicht|kein\w*|zwei|drei|vier|fünf|mitglieder|mindestens|"
    r"si|seulement|nouve\w*|premi\w*|dès|par|sans|sauf|deux|trois|quatre|cinq|membres|"
    r"solo|sólo|nuev\w*|primer\w*|desde|por|sin|excepto|dos|tres|cuatro|cinco|socios|mínimo)\b",
    re.I,
)
"""Words that limit an offer: what holds one is never left out."""
_BUYING: Final = re.compile(
    r"\b(?:book\w*|orders?|ordering|reserv\w*|regist\w*|sign(?:ing)?|buy\w*|purchases?|tickets?|"
    r"anmeld\w*|buchung\w*|bestell\w*|reservier\w*|kauf|käufe\w*|réserv\w*|inscri\w*|commande\w*|achats?|pedidos?|compras?)\b",
    re.I,
)
"""The deed itself that an offer is for: only this goes without saying. "20 % off for a starter box" is not "20 % off"."""
_VERBS: Final = "looks?|comes?|made|is|are|they|seeks?|sucht|cherche|busca"
"""Last words that show a phrase to be cut in the middle of its sentence."""
_DONE: Final = re.compile(
    r"\s(?:sold|served|delivered|made|baked|brewed|grown|roasted|built|printed|sewn|woven|"
    r"verkauft|geliefert|gemacht|gebacken|gebraut|geröstet|gebaut|gedruckt|genäht|gewebt|"
    r"vendue?s?|servie?s?|livrée?s?|faite?s?|cuite?s?|cousue?s?|tissée?s?|fabriquée?s?|torréfiée?s?|"
    r"vendid[oa]s?|servid[oa]s?|hech[oa]s?|cocid[oa]s?|cosid[oa]s?|tejid[oa]s?|fabricad[oa]s?|tostad[oa]s?)$",
    re.I,
)
"""A last word that waits for the rest of its phrase ("sorbets sold")."""
_OF: Final = "of|von|vom|der|des|de|du|del|d['’]"
_OPEN: Final = re.compile(
    r"\s(?:the|der|die|das|dem|den|l[ae]s?|el|los|au|aux|al|zum|zur|im|vom|beim)(?:\s[^\W\d_]+){1,2}$", re.I
)
"""A noun that was told apart by what followed ("from the wool" of which sheep?)."""
_DATE_ZH: Final = re.compile(r"([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})([日号])")
_DATE_DE: Final = re.compile(
    r"(?<!\d)(\d{1,2})\. (Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)(?!\w)(?! \d)"
)
_MONTHS_DE: Final = ("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember")  # fmt: skip
_DIGITS: Final = "一二三四五六七八九"
_ARTICLE: Final = re.compile(
    r"^(?:an?|the|eine?r?|der|die|das|une?|l[ae]s?|un[ao]?s?|el|los|las|des|il|lo|gli|um|uma|een|de|het)\s+(?=\S)|^(?:l|un)['’]|^一[家个款座间种场支]",
    re.I,
)
_HINGE: Final = " ,;:–—-，、：；،·|"


def offers(offer: str, language: str) -> tuple[str, ...]:
    """The offer again in fewer and fewer words, longest first, its figure and its last day kept; none where it cannot be cut."""
    text, lang = bare(clean(offer)), primary(language)
    head, when = _parted(text, lang)
    core = _core(head, lang)
    spare = " ".join(part for part in (core, when) if part) if core != head else text
    forms = {_dated(text, lang), _dated(spare, lang), _figured(spare) if lang == "de" else spare}
    return tuple(sorted((f for f in forms if 0 < width(f) < width(text)), key=lambda f: (-width(f), f)))


def kinds(product: str, brand: str, language: str, most: int = LONGEST) -> tuple[str, ...]:
    """What is sold, without name and article: a noun phrase, then shorter ones, of ``most`` letters. Empty where only a name is known."""
    line = clean(product)
    rest = _without(line, brand) if brand else line
    seen = understand(rest or line, language)
    if seen.name and _without(rest, seen.name):
        rest = _without(rest, seen.name)
        seen = understand(line if seen.category else rest, language)
    if not rest:
        return ()
    whole = seen.phrase
    if not whole or (
        seen.action and len(whole.split()) == 1
    ):  # "a workshop that mends radios": the deed says the trade
        whole = re.split(r"[,;.，；。、،]|\s[–—-]\s", rest, maxsplit=1)[0].strip()
    forms = [whole, *_heads(whole, language)]
    if seen.category and not wide(seen.category, language) and seen.category.casefold() in whole.casefold():
        forms.append(seen.category)
    fitting = [capital(f) for form in forms if 0 < width(f := _bare(form.strip(_HINGE))) <= most]
    ordered = sorted(dict.fromkeys(fitting), key=lambda f: -width(f))
    return tuple(f for f in ordered if f.casefold() != brand.casefold())[:3]


def names(line: str, kind: str) -> bool:
    """Whether a line says what is sold: it holds half of the kind's words, whatever their endings, or two Chinese signs in a row."""
    said = clean(line).casefold()
    signs = re.findall(r"[\u3400-\u9fff]+", kind)
    if any(s[i : i + 2] in said for s in signs for i in range(len(s) - 1)):
        return True
    stems = [w[: max(4, len(w) - 2)] for w in re.findall(r"[^\W\d_]{4,}", kind.casefold())]
    found = sum(bool(re.search(rf"(?<!\w){re.escape(stem)}", said)) for stem in stems)
    return bool(stems) and 2 * found >= len(stems)


def _without(line: str, name: str) -> str:
    """A line rid of the name it opens with; empty where nothing else is said."""
    ends = "" if re.search(r"[\u3400-\u9fff]$", name) else r"(?![^\W_])"  # Chinese puts no space after a name
    if not re.match(re.escape(name) + ends, line, re.I):
        return line
    return re.sub(r"^(?:is|are|ist|sind|est|sont|es|son)\s(?=\S)|^是", "", line[len(name) :].strip(_HINGE))


def _heads(phrase: str, language: str) -> list[str]:
    """The phrase cut before what only tells where, for whom or how, from its end."""
    joints = _table()["joints"].get(primary(language), "")
    if not joints:
        return []
    cuts = [m.start() for m in re.finditer(rf"\s(?=(?:{joints})\s)", phrase)]
    heads = (_DONE.sub("", re.sub(r"\s(?:and|und|et|y|e)$", "", phrase[:at])) for at in reversed(cuts) if at >= 4)
    whole = (h for h in heads if not _OPEN.search(h) or not re.match(rf"\s(?:{_OF})\s", phrase[len(h) :]))
    return [h for h in whole if not re.search(rf"\s(?:{joints}|{_VERBS})$", h) and not wide(_bare(h), language)]


def _bare(phrase: str) -> str:
    return _ARTICLE.sub("", phrase, count=1)


def _dated(text: str, lang: str) -> str:
    """Months after or before a day in their short form, Chinese days in figures."""
    if lang == "zh":
        return _DATE_ZH.sub(lambda m: f"{_number(m[1])}月{_number(m[2])}{m[3]}", text)
    for month, short in _table()["months"].get(lang, {}).items():
        text = re.sub(
            rf"(?<=\d[ .\u00a0])(?:\s?){month}(?!\w)|(?<=(?:st|nd|rd|th|er) ){month}(?!\w)", _spaced(short), text
        )
    return text


def _spaced(short: str) -> Any:
    return lambda m: (" " if m[0].startswith(" ") else "") + short


def _parted(text: str, lang: str) -> tuple[str, str]:
    """What is offered, and until when; the second is empty where no last day ends the line."""
    words = _table()["until"].get(lang, "")
    found = list(re.finditer(rf"[\s,;]+((?:{words})\s[^,;:]*\d[^,;:]*)$", text, re.I)) if words else []
    return (text[: found[-1].start()].rstrip(_HINGE), found[-1][1]) if found else (text, "")


def _core(head: str, lang: str) -> str:
    """What is offered without the buying that it is for, where no figure or condition stands there."""
    joints = _table()["joints"].get(lang, "")
    for m in re.finditer(rf"\s(?=(?:{joints})\s)", head, re.I) if joints else ():
        kept, rest = head[: m.start()], head[m.start() :]
        if _WORTH.search(kept) and _BUYING.search(rest) and not _CONDITION.search(rest):
            return kept
    return head


def _figured(text: str) -> str:
    """German days in figures: "30.11." is read at once there."""
    return _DATE_DE.sub(lambda m: f"{m[1]}.{_MONTHS_DE.index(m[2]) + 1}.", text)


def _number(signs: str) -> int:
    tens, ten, ones = signs.rpartition("十")
    value = (_DIGITS.index(tens) + 1 if tens else 1) * 10 if ten else 0
    return value + (_DIGITS.index(ones) + 1 if ones else 0)


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(_FILE.read_text("utf-8"))
    return loaded

"""The words of a line that speak of the job ("launch campaign for ..."), taken off: what is left is what the job is about."""

from __future__ import annotations

import re
from typing import Final

from .texts import clean, primary

_EN_KIND: Final = (
    r"(?:launch|re-?launch|summer|winter|spring|autumn|christmas|holiday|opening|small|short|big|new|simple|full|social[- ]media|"
    r"social|digital|online|local|marketing|advertising|ad|awareness|brand|product|fundraising|pre-order|seasonal|e-?mail)"
)
_OPENINGS: Final[dict[str, tuple[str, ...]]] = {
    "en": (
        r"(?:please\s+)?(?:(?:i|we)(?:['’]d| would)?\s+(?:like|need|want)(?:\s+to)?\s+)?"
        r"(?:(?:create|make|write|design|produce|plan|run|prepare|build|launch|need|want)\s+(?:me\s+|us\s+)?)?"
        rf"(?:(?:a|an|the|our|my|some)\s+)?(?:{_EN_KIND}\s+)*"
        r"(?:ads?|adverts?|advertisements?|advertising|campaigns?|launch|promos?|promotions?|marketing|fundraiser)"
        r"(?:\s+(?:kit|package|plan|material|materials|copy))?\s+(?:for|of|about|promoting|to\s+promote|to\s+launch)\s+",
        r"(?:please\s+)?(?:promote|advertise|market)\s+",
    ),
    "de": (
        r"(?:bitte\s+)?(?:(?:wir|ich)\s+(?:brauchen?|möchten?|wollen|will|suchen?)\s+|(?:erstellt?|erstelle|mach|mache|macht|plane|schreibe?)\s+)?"
        r"(?:(?:bitte|mir|uns)\s+)*(?:(?:eine|die|unsere|meine|neue|kleine|einen|den|das|ein)\s+)*"
        r"(?:[\w-]*kampagne|werbung|[\w-]*werbung|(?:werbe)?anzeigen?|(?:werbe|rabatt)?aktion|promotion|marketing|launch)\s+"
        r"(?P<case>für|zu|zum|zur|von|vom)\s+",
        r"(?:(?:den|die|das|der)\s+)?(?:start|launch|eröffnung|neueröffnung|markteinführung|einführung)\s+(?P<case>von|vom|für)\s+",
        r"(?:(?:den|die|das|der)\s+)?(?:start|launch|eröffnung|neueröffnung|markteinführung|einführung)\s+(?P<case>)(?=einer\s|unserer\s|meiner\s)",
    ),
    "es": (
        r"(?:(?:necesitamos|necesito|queremos|quiero|haz|hacer|crea|crear|prepara|preparar|lanza|lanzar)\s+)?"
        r"(?:(?:una|la|nueva|un|el|nuestra|pequeña|unos)\s+)*(?:campaña|promoción|anuncios?|lanzamiento|publicidad|marketing)"
        r"(?:\s+(?:de|del)\s+(?:lanzamiento|publicidad|verano|invierno|navidad|primavera|otoño|apertura|marketing|comunicación|inauguración))?"
        r"(?:\s+(?:publicitaria|digital|local|navideña))?\s+(?:para|de|del|sobre)\s+",
        r"(?:(?:el|la)\s+)?(?:lanzamiento|apertura|inauguración)\s+(?:de|del)\s+",
        r"(?:promocionar|promover|anunciar)\s+",
    ),
    "fr": (
        r"(?:(?:nous voulons|je veux|il nous faut|faire|créer|préparer|lancer)\s+)?"
        r"(?:(?:une|la|notre|nouvelle|petite|le|un|des)\s+)*(?:campagne|promotion|publicités?|pub|annonces?|lancement|communication|marketing)"
        r"(?:\s+(?:de\s+|d['’])(?:lancement|publicité|été|hiver|noël|communication|ouverture|printemps|rentrée|marketing))?"
        r"(?:\s+(?:publicitaire|digitale|locale|numérique))?(?:\s+(?:pour|de\s+la|de|du)\s+|\s+(?:d|de\s+l|pour\s+l)['’])",
        r"(?:le\s+|l['’])?(?:lancement|ouverture)\s+(?:de\s+l['’]|d['’]|de\s+la\s+|de\s+|du\s+)",
        r"(?:promouvoir|faire connaître)\s+",
    ),
}  # fmt: skip
"""What may open a line, tried in order until none fits."""

_ZH_WORK: Final = r"(?:推广|宣传|广告|营销|促销|上市|开业|活动|方案|计划|文案|企划|策划|新品)"
_ZH: Final = (
    rf"^(?:请|帮我们?|我们?想|我们?要|想)?(?:为|给|替)(?P<what>.+?)(?:做|写|制作|策划|设计|准备)(?:一下|一次|一个|一场|一套|一份|个|些)?[\u4e00-\u9fff]{{0,4}}?{_ZH_WORK}+$",
    rf"^(?:为|给|替)?(?P<what>.+?)的?{_ZH_WORK}*(?:推广|宣传|营销|促销|广告|上市)(?:活动|方案|计划|文案|企划|策划)?$",
    r"^(?:请|帮我们?)?(?:推广|宣传|推出)(?P<what>一.+)$",
)
_LEAST: Final = 2
"""Characters that must be left, or the line stays as it is."""


def without_job(line: str, language: str) -> str:
    """``line`` without its words for the job, in the nominative in German; the line itself where it has none.

    "Launch campaign for a cinnamon tea" is "a cinnamon tea", "Kampagne für einen kleinen Laden" is "ein kleiner Laden".
    """
    text, lang = clean(line), primary(language)
    if lang == "zh":
        return _chinese(text)
    left = text
    for _ in range(3):
        shorter = _opened(left, lang)
        if shorter == left:
            break
        left = shorter
    return left if len(left) >= _LEAST else text


def _opened(text: str, language: str) -> str:
    for opening in _OPENINGS.get(language, ()):
        m = re.match(opening, text, re.I)
        if m and len(text) - m.end() >= _LEAST:
            rest = text[m.end() :]
            return nominative(rest, m["case"].lower()) if language == "de" else rest
    return text


def _chinese(text: str) -> str:
    body = text.rstrip("。.!！")
    for form in _ZH:
        m = re.match(form, body)
        if m and len(m["what"]) >= _LEAST and (form is not _ZH[1] or re.match("为|给|替|一", body) or "的" in body):
            return m["what"].removesuffix("的")
    return text


_NEUTER: Final = re.compile(
    r"(?:chen|lein|café|haus|hotel|studio|geschäft|museum|festival|büro|theater|atelier|spiel|ment|um|restaurant|buch|heim|amt|"
    r"zentrum|projekt|programm|gerät|rad|kino|bad|zimmer|team|unternehmen|magazin|weingut|gut|haus|dorf|brot|bier|öl|garn|hemd|kleid)$",
    re.I,
)


def nominative(phrase: str, case: str) -> str:
    """A German noun phrase that stood after a preposition, as the subject of a sentence.

    Articles and the adjectives after them are bent back; an adjective whose gender the article hides follows the noun's ending.
    """
    words = phrase.split(" ")
    first = words[0].lower()
    dative = case in ("zu", "zum", "zur", "von", "vom", "")
    noun = next((w.rstrip(",.;:") for w in words[1:] if w[:1].isupper()), "")
    hidden = "es" if _NEUTER.search(noun) else "er"
    changes: dict[str, tuple[str, str]] = {"den": ("der", "e")}
    for stem in ("ein", "unser", "mein", "kein"):
        changes[f"{stem}en"] = (stem, "er")
        changes[f"{stem}em"] = (stem, hidden)
        changes[f"{stem}er"] = (f"{stem}e", "e")
    changes |= {"unsern": ("unser", "er"), "unserm": ("unser", hidden)}
    if case in ("zum", "vom", "zur"):
        return " ".join(_bent(words, 0, "e"))
    if first in changes:
        article, ending = changes[first]
        return " ".join([article, *_bent(words[1:], 0, ending)])
    if dative and first not in ("eine", "ein", "die", "das", "der"):
        return " ".join(_bent(words, 0, "e"))
    return phrase


def _bent(words: list[str], start: int, ending: str) -> list[str]:
    """Adjectives in "-en" or "-er" before the noun, each with ``ending``."""
    out = list(words)
    for i in range(start, len(out)):
        word = out[i].rstrip(",")
        if not word[:1].islower() or not re.search(r"[a-zäöüß]{2,}e[nmr]$", word):
            break
        out[i] = word[:-2] + ending + out[i][len(word) :]
    return out

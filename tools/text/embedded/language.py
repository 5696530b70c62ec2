"""Which language a text is in, by its script and its function words. Small, deterministic, no model."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from .domains import detect
from .packs import DATA, raw_sections
from .texts import WRITTEN

_SCRIPTS: tuple[tuple[str, str], ...] = (
    ("ja", "\u3040-\u30ff"),
    ("ko", "\uac00-\ud7af\u1100-\u11ff"),
    ("zh", "\u3400-\u9fff"),
    ("ar", "\u0600-\u06ff\u0750-\u077f"),
    ("he", "\u0590-\u05ff"),
    ("ru", "\u0400-\u04ff"),
    ("el", "\u0370-\u03ff\u1f00-\u1fff"),
    ("th", "\u0e00-\u0e7f"),
    ("hi", "\u0900-\u097f"),
)
_MARKS = {
    "de": "äöüß", "es": "ñ¿¡", "fr": "çœèêëîïûù", "pt": "ãõ", "pl": "ąćęłńśźż", "cs": "ěřůž", "tr": "ğış", "ro": "ășț",
    "hu": "őű", "sv": "å", "vi": "ơưđ",
}  # fmt: skip
_ENDINGS = {
    "es": r"(?:ción|ería|dad|illos?|er[oa]s?|[ai]d[oa]s|istas?|ores|[^s]os)$",
    "de": r"(?:ung|keit|heit|schaft|erei|chen|isch|lich|kanzlei|laden)$",
    "fr": r"(?:eau|eux|eurs?|euse|ères?|tion|iers?|erie|aires?|ette|elle|iques?|ois|ée?s?)$",
    "pt": r"(?:ção|ções|dade|eir[oa]s?|nh[oa]s?)$",
    "it": r"(?:zione|ità|eria|elli|ezza)$",
}
_ORDER = ("en", "es", "de", "fr", "pt", "it", "nl", "pl", "sv", "da", "no", "fi", "cs", "tr", "id", "vi", "ro", "hu")


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    return {lang: frozenset(" ".join(lines).split()) for lang, lines in raw_sections(DATA / "stopwords.txt").items()}


def script_of(text: str) -> str:
    """``ja``, ``zh``, ``ar`` ... for the script that most letters are in, ``latin``, or empty where there are none."""
    counts: Counter[str] = Counter()
    for code, ranges in _SCRIPTS:
        counts[code] = len(re.findall(f"[{ranges}]", text))
    counts["latin"] = len(re.findall(r"[A-Za-zÀ-ɏ]", text)) // 3
    if counts["ja"] and counts["zh"]:
        counts["ja"] += counts["zh"]
    best, n = max(counts.items(), key=lambda item: (item[1], item[0]))
    return best if n else ""


def scores(text: str) -> dict[str, float]:
    """Evidence for each Latin-script language: one for a function word, half for a telling letter."""
    found = [w.replace("’", "'") for w in re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)?", text.lower())]
    tally = Counter(found)
    out: dict[str, float] = {}
    for lang in _ORDER:
        hits: float = sum(min(tally[w], 3) for w in _words().get(lang, frozenset()))
        hits += sum(0.5 for w in tally if w.startswith(("l'", "d'", "qu'", "c'")) and lang == "fr")
        marks = sum(1 for c in _MARKS.get(lang, "") if c in text.lower())
        out[lang] = hits + 0.5 * marks
    return out


def detect_language(text: str, default: str = "en") -> str:
    """Primary tag of the language of ``text``, by its function words, their endings and, where there are none, the words of its trade;
    ``default`` where nothing tells.
    """
    script = script_of(text)
    if script == "ru":
        return "uk" if re.search("[іїєґ]", text.lower()) else "ru"
    if script == "ar":
        return "fa" if re.search("[پچژگ]", text) else "ar"
    if script and script != "latin":
        return script
    found = scores(text)
    for word in re.findall(r"[^\W\d_]{4,}", text.lower()):
        for lang, ending in _ENDINGS.items():
            found[lang] += 0.3 * bool(re.search(ending, word))
    best = max(_ORDER, key=lambda lang: (round(found[lang], 3), -_ORDER.index(lang)))
    if found[best] < 1:
        return (
            max(WRITTEN, key=lambda lang: (detect(text, lang)[1], lang == best, -WRITTEN.index(lang)))
            if _told(text)
            else (best if found[best] else default)
        )
    return best


def _told(text: str) -> bool:
    return any(detect(text, lang)[1] for lang in WRITTEN)


def foreign(text: str, language: str) -> bool:
    """Whether ``text`` is surely not in ``language``: another script, or function words of another and none of its own (one alone may be a name or a loan)."""
    script = script_of(text)
    if not script:
        return False
    own = language if language in dict(_SCRIPTS) else "latin"
    if script != own and not (script == "latin" and not _prose(text)):
        return True
    if script != "latin" or own != "latin":
        return False
    found = scores(text)
    best = max(_ORDER, key=lambda lang: found[lang])
    return found[best] >= 2 and found.get(language, 0) < 1


def _prose(text: str) -> bool:
    """Latin words that are read, rather than a name, a code or a measure."""
    return len(re.findall(r"\b[a-zà-ÿ]{2,}\b", text)) >= 2

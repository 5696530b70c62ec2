"""Plain sentences: the source's own fact in fewer words and shorter sentences. Nothing is added, no number or name is lost."""

from __future__ import annotations

import re
from typing import Final

from core.knowledge import Sentence
from core.lesson import Statement
from tools.text.embedded.lesson.questions.voice import capital
from tools.text.embedded.lesson.understand.verse import BREAK

from .frames import words_in

_QUOTED_FROM: Final = 25
"""Words of the source in a row from which a statement is set as a quotation (``T5.lesson_verbatim``)."""
_SHORTEST: Final = 4
"""Words that a sentence has at least after a split."""

_OPENERS: Final = {
    "en": r"(?:however|therefore|moreover|furthermore|in addition|of course|in fact|indeed|nevertheless|consequently|thus|also|besides)",
    "de": r"(?:allerdings|jedoch|außerdem|zudem|natürlich|übrigens|freilich)",
    "fr": r"(?:cependant|toutefois|en outre|de plus|par ailleurs|bien sûr|en effet|néanmoins|d'ailleurs|d’ailleurs)",
    "es": r"(?:sin embargo|además|no obstante|por supuesto|asimismo|en efecto|de hecho|por otra parte)",
    "zh": r"(?:此外|另外|不过|当然|其实|事实上)",
}
"""Words at the start that tie a sentence to the one before and say nothing themselves. German ones only before a comma."""
_INNER: Final = {
    "en": r",\s(?:however|therefore|moreover|of course|in fact|indeed|for instance|for example),",
    "fr": r",\s(?:cependant|toutefois|en effet|bien sûr|par exemple),",
    "es": r",\s(?:sin embargo|además|por supuesto|en efecto|por ejemplo),",
}
_JOINTS: Final = {
    "en": r",\s(?P<word>and|but|so)\s(?=(?:it|they|he|she|we|this|these|those|the|a|an|many|some|most|each)\s)",
    "de": r",\s(?P<word>und|aber|doch)\s(?=(?:er|sie|es|die|der|das|dies|diese|dieser|viele|manche)\s)",
    "fr": r",\s(?P<word>et|mais)\s(?=(?:il|elle|ils|elles|ce|cela|le|la|les|un|une|des)\s)",
    "es": r",\s(?P<word>y|pero)\s(?=(?:el|la|los|las|un|una|esto|estos|estas|este|esta)\s)",
    "zh": r"[，；](?P<word>但是|但|而且|所以|因此)(?=\S{4})",
}
"""Where a main clause ends and another with a subject of its own begins."""
_SUBORDINATE: Final = {
    "en": r"(?:if|when|while|because|although|as|since|where|once|after|before|unless|until|that)\b",
    "de": r"(?:wenn|weil|obwohl|als|während|da|sobald|nachdem|bevor|dass)\b",
    "fr": r"(?:si|quand|lorsque|parce que|bien que|comme|après que|avant que|pendant que)\b",
    "es": r"(?:si|cuando|porque|aunque|como|mientras|después de que|antes de que)\b",
    "zh": r"(?:如果|当|虽然|因为|由于|只要|即使)",
}
_KEPT: Final = {
    "en": ("but", "so"),
    "de": ("aber", "doch"),
    "fr": ("mais",),
    "es": ("pero",),
    "zh": ("但是", "但", "所以", "因此"),
}
"""Joints that carry meaning and open the second sentence."""


def statements(sentence: Sentence, language: str, longest: int = 16) -> tuple[Statement, ...]:
    """The sentence as one or more statements, each with its place in the source.

    Args:
        longest: words from which a sentence is split where it can be.
    """
    if BREAK in sentence.text:  # verse is quoted, never reworded
        return (Statement(text=sentence.text, spans=(sentence.span,), quoted=True),)
    text = shortened(sentence.text, language)
    pieces = _split(text, language) if words_in(text) > longest else [text]
    out = []
    for piece in pieces:
        quoted = words_in(piece) > _QUOTED_FROM
        out.append(
            Statement(
                text=sentence.text if quoted and len(pieces) == 1 else piece, spans=(sentence.span,), quoted=quoted
            )
        )
    return tuple(out)


def shortened(text: str, language: str) -> str:
    """Without tying words at its start or set apart inside, and without brackets that hold no number and no abbreviation."""
    out = re.sub(rf"^{_OPENERS.get(language, '(?!)')}(?:[,，]\s*)", "", text, flags=re.I)
    if language in _INNER:
        out = re.sub(_INNER[language], "", out)
    out = re.sub(r"\s?[(（][^()（）\d]{2,80}[)）]", lambda m: m[0] if re.search(r"[A-Z]{2}", m[0]) else "", out)
    return capital(out.strip()) or text


def _split(text: str, language: str) -> list[str]:
    if re.search('["“”„«»「」]', text):
        return [text]
    stop = "。" if language == "zh" else "."
    pieces = re.split(r"\s*[;；]\s*", text) if len(re.findall("[;；]", text)) == 1 else [text]
    out: list[str] = []
    for piece in pieces:
        out += _at_joint(piece, language)
    if any(words_in(p) < _SHORTEST for p in out):
        return [text]
    return [capital(p.rstrip(" .。,，;；")) + (p[-1] if p[-1] in "!！" else stop) for p in out]


def _at_joint(text: str, language: str) -> list[str]:
    found = list(re.finditer(_JOINTS.get(language, "(?!)"), text))
    if len(found) != 1 or re.match(_SUBORDINATE.get(language, "(?!)"), text, re.I):
        return [text]
    m = found[0]
    before, after = text[: m.start()], text[m.end() :]
    if (
        re.search(rf"(?:^|[\s，]){_SUBORDINATE.get(language, '(?!)')}[^,，]*$", before, re.I)
        or min(map(words_in, (before, after))) < _SHORTEST
    ):
        return [text]
    word = m["word"]
    if word in _KEPT.get(language, ()):
        after = word + ("" if language == "zh" else " ") + after
    return [before, after]

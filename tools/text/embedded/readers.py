"""Whom a thing is for: after "for", as one calls them, and whether the noun phrase has named them already."""

from __future__ import annotations

import re

from core.requests import TextRequest

from .language import foreign
from .line import Bit, Line, said
from .subject import Subject, source
from .texts import clean, lower, primary

_ARTICLE = {
    "en": r"(?:the|a|an|our|your|my|any\w*|every\w*|all|those|people|who\w*)\b",
    "es": r"(?:los|las|el|la|un|una|todos|todas|quien\w*|cualquier\w*)\b",
    "de": r"(?:die|der|das|den|alle|jede\w*|ein\w*|wer)\b",
    "fr": r"(?:(?:les|le|la|des|un|une|tous|toutes|tout|ceux|celles|chaque)\b|l['’])",
}


_NO_READERS = re.compile(
    r"(?i)\b(?:toddlers?|bab(?:y|ies)|infants?|dogs?|cats?|pets?|puppies|horses?|plants?|bedrooms?|kleinkinder|babys|säuglinge|hunde|katzen"
    r"|haustiere|pferde|pflanzen|bebés|perros|gatos|mascotas|plantas|bébés|chiens|chats|chevaux|plantes)$|(?:宝宝|婴儿|幼儿|狗|猫|宠物)$"
)
"""Whom a thing is for, but nobody who reads: never spoken to, as one does not call "toddlers, over here"."""


def audience(request: TextRequest, who: Subject) -> dict[str, Line]:
    """``whom`` after "for", ``people`` as one calls them (no article), ``inside`` where the noun phrase names them already."""
    language = primary(request.language)
    given = clean(request.audience).rstrip(".。")
    text, fact = lower(given, language), "audience"
    if not text and who.seen.audience:
        text, fact = who.seen.audience, source(who.seen.audience, request)
    if not text or len(text) > 70 or foreign(text, language) or re.search(r"[.;:!?。；]", text):
        return {}
    found = {"audience": said(text, fact), "whom": said(text, fact)}
    if _NO_READERS.search(text):
        del found["audience"]
        return found | (
            {"inside": said(text, fact)} if text in "".join(b.text for b in (*who.phrase, *who.thing)) else {}
        )
    articled = re.match(_ARTICLE.get(language, r"$^"), text, re.I)
    if language == "fr" and not articled and re.match(r"\w+[sx]\b", text):
        found["whom"] = (Bit("les "), Bit(text, fact))
    if not articled and language != "zh" and len(text.split()) <= 4:
        found["people"] = found["audience"]
    if text in "".join(b.text for b in (*who.phrase, *who.thing)):
        found["inside"] = found["audience"]
    return found

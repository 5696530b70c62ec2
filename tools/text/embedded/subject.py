"""Who speaks and of what: the names and noun phrases that a request's lines may use, each with its evidence."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from core.requests import TextRequest

from .articled import articled
from .language import foreign
from .line import Bit, Line, said, text_of
from .texts import capital, clean, lower, primary
from .understand import Understood, understand

_OUR = {
    "de": {
        "eine": "unsere",
        "ein": "unser",
        "die": "unsere",
        "der": "unser",
        "das": "unser",
        "unsere": "unsere",
        "unser": "unser",
    },
    "es": {
        "una": "nuestra",
        "un": "nuestro",
        "la": "nuestra",
        "el": "nuestro",
        "nuestra": "nuestra",
        "nuestro": "nuestro",
    },
}

_STAND_IN = "Aaa"
"""A plain proper name, put where a brand stands that may look like anything."""


@dataclass(frozen=True)
class Subject:
    """What is spoken of. Empty lines where the brief gives nothing."""

    seen: Understood
    name: Line = ()
    noun: Line = ()
    """Category without article, lower case where the language wants it."""
    anoun: Line = ()
    """With the indefinite article that the brief itself used."""
    phrase: Line = ()
    """The longer noun phrase, with article, as the brief gave it."""
    named: bool = False
    """Whether the brief says that the name IS the thing ("SunSip, a lantern"), not just who makes it."""
    our: Line = ()
    """Subject of a sentence: the name, or "our bakery"."""
    label: Line = ()
    """Name, else the product as a heading."""
    plural: bool = False
    product: Line = ()
    thing: Line = ()
    """What it is, in the longest form that stands alone."""
    here: Line = ()
    """Noun with its place, without article."""
    ourphrase: Line = ()
    """The longer noun phrase with the "our" that the brief itself used."""
    spot: Line = ()
    """Noun and place alone ("law firm in Bristol"), where other words stand between them in the brief."""


def subject(request: TextRequest) -> Subject:
    """Read the request's product, category and brand."""
    language = primary(request.language)
    product, brand, category = clean(request.product), clean(request.brand), clean(request.category)
    line = product or next((clean(f.text) for f in request.facts), "")
    seen = _read(line, brand, language)
    if not seen.category and category:
        seen = understand(category, language) if not seen.name else seen
    article = seen.article or _article_from_facts(seen, request)
    seen = _with_deed(seen, request)
    noun_text = _noun(seen, category, brand, product, language)
    name_text, named = _name(seen, product, brand, noun_text)
    name = said(name_text, "brand" if name_text == brand else "product") if name_text else ()
    proper = _proper(seen, language)
    noun = said(noun_text if proper else lower(noun_text, language), source(noun_text, request))
    if not noun_text or foreign(noun_text, language):
        noun, noun_text = (), ""
    anoun = _with_article(noun, article, language)
    phrase = (
        _with_article(said(lower(seen.phrase, language), source(seen.phrase, request)), article, language)
        if noun
        else ()
    )
    if language == "zh" and noun and seen.phrase.startswith("一") and not name:
        phrase = said(seen.phrase, source(seen.phrase, request))
    label = name or (said(capital(_shown(seen, product, noun_text)), source(noun_text or product, request)))
    return Subject(
        seen=seen,
        name=name,
        noun=noun,
        anoun=anoun,
        phrase=phrase,
        named=named and article not in ("des", "unos", "unas"),  # "X is some blankets" is no sentence
        our=(articled(name) if language == "fr" else name)
        or (() if proper else _our(noun, article, seen, language, request)),
        label=label,
        plural=bool(re.search(r"[^su]s$", noun_text)) if language == "en" else False,
        product=said(_after_name(product, brand), "product"),
        thing=phrase or _plain_thing(seen, _after_name(product, brand), noun, request),
        here=_here(seen, noun, request),
        ourphrase=_ours(seen, noun, article, request),
        spot=_spot(seen, noun, request),
    )


def _read(line: str, brand: str, language: str) -> Understood:
    """The product line understood; a brand that it opens with is its name, however it is spelt."""
    rest = _after_name(line, brand)
    if not brand or rest == line:
        return understand(line, language)
    stand_in = understand(f"{_STAND_IN}，{rest}" if language == "zh" else f"{_STAND_IN}, {rest}", language)
    if stand_in.name != _STAND_IN:
        return understand(rest, language)
    product = brand if stand_in.product == _STAND_IN else stand_in.product
    return replace(stand_in, line=line, name=line[: len(brand)], product=product, spans={})


_LONGEST_PHRASE = 90


def _with_deed(seen: Understood, request: TextRequest) -> Understood:
    """The noun phrase with its relative clause ("a cooperative that fits solar panels"): often it alone says what the trade is.

    Not where a fact says the same, which would then be told twice.
    """
    at = seen.line.find(seen.phrase) if seen.phrase and seen.action else -1
    end = seen.line.find(seen.action, at) + len(seen.action)
    whole = seen.line[at:end] if at >= 0 else ""
    told = any(seen.action.casefold() in clean(f.text).casefold() for f in request.facts)
    plain = (
        seen.line[at + len(seen.phrase) :].strip().startswith(seen.action)
    )  # "a club meets": a sentence, no noun phrase
    if not whole or told or plain or len(whole) > _LONGEST_PHRASE or re.search(r"[,;:]", whole):
        return seen
    return replace(seen, phrase=whole)


def _after_name(product: str, brand: str) -> str:
    """What a product line says after its own name ("Ledgerly, shared accounts": the accounts), or all of it."""
    rest = product[len(brand) :].lstrip()
    if brand and product.casefold().startswith(brand.casefold()) and rest[:1] in ",:–—，、：" and rest[1:].strip():
        return rest[1:].strip()
    return product


def _noun(seen: Understood, category: str, brand: str, product: str, language: str) -> str:
    noun = _with_purpose(seen) or seen.category or category
    if brand and noun.casefold().startswith(brand.casefold() + " "):
        noun = noun[len(brand) :].strip()
    if noun.casefold() == brand.casefold():
        return ""
    capitals = [w for w in noun.split() if w[:1].isupper()]
    if language in ("en", "es", "fr") and capitals and len(capitals) == len(noun.split()) and noun == product:
        return ""  # a product that is all capitals is a name
    return noun


_PURPOSE = re.compile(r"^\S+ (?:for|für|para|pour) ")


def _with_purpose(seen: Understood) -> str:
    """A one-word category with what it is for ("shop for old seeds"), where that is short and names no people."""
    phrase = seen.phrase
    if seen.place and (at := phrase.find(seen.place)) > 0:
        phrase = phrase[:at].rsplit(" ", 2)[0] if phrase[:at].endswith(" ") else phrase[:at]
    short = _PURPOSE.match(phrase) and len(phrase) <= 40 and " " not in seen.category
    return phrase if short and not (seen.audience and seen.audience in phrase) else ""


def _name(seen: Understood, product: str, brand: str, noun: str) -> tuple[str, bool]:
    if seen.name:
        return seen.name, True
    if product and not noun and len(product) <= 40:
        when_or_where = bool(brand) and re.match(rf"{re.escape(brand)}\s*[,，、–—]", product, re.I)
        return (product[: len(brand)] if when_or_where else product), False
    return brand, False


def source(text: str, request: TextRequest) -> str:
    """Id of the field or fact that holds ``text``."""
    low = text.casefold()
    if not text:
        return ""
    if low in clean(request.product).casefold():
        return "product"
    found = next((f.id for f in request.facts if low in clean(f.text).casefold()), "")
    return found or ("category" if low in clean(request.category).casefold() else "product")


def _article_from_facts(seen: Understood, request: TextRequest) -> str:
    language = primary(request.language)
    for fact in request.facts:
        other = understand(fact.text, language)
        if other.category and other.category == seen.category and other.article:
            return other.article
    return ""


def _with_article(noun: Line, article: str, language: str) -> Line:
    indefinite = {
        "en": ("a", "an"),
        "de": ("ein", "eine"),
        "es": ("un", "una", "unos", "unas"),
        "fr": ("un", "une", "des"),
    }
    if not noun or article not in indefinite.get(language, ()):
        return ()
    if language == "en":
        article = (
            "an"
            if re.match(r"[aeio]|u(?!ni|se|rb)|hour|honest", noun[0].text.lower())
            and not re.match(r"one|eu", noun[0].text.lower())
            else "a"
        )
    return (Bit(article + " "), *noun)


def _our(noun: Line, article: str, seen: Understood, language: str, request: TextRequest) -> Line:
    if not noun:
        return ()
    whole = lower(seen.product, language) if seen.place and seen.product else noun[0].text
    body = said(whole, source(whole, request))
    if language == "en":
        return (Bit("our "), *body)
    if language == "fr":
        return (Bit("notre "), *body)
    if language == "zh":
        return body
    own = _OUR.get(language, {}).get(article, "")
    return (Bit(own + " "), *body) if own else ()


def _proper(seen: Understood, language: str) -> bool:
    """Whether what it is may be a proper name ("Bach by candlelight"): one word with a capital and no article before it."""
    return language == "en" and not seen.article and seen.category[:1].isupper() and " " not in seen.category


def _shown(seen: Understood, product: str, noun: str) -> str:
    return seen.product or noun or (product if len(product) <= 60 else "")


def _plain_thing(seen: Understood, product: str, noun: Line, request: TextRequest) -> Line:
    language = primary(request.language)
    if noun and seen.phrase:
        whole = seen.phrase if _proper(seen, language) else lower(seen.phrase, language)
        return said(whole, source(seen.phrase, request))
    if noun:
        return noun
    short = product and product != seen.name and len(product.split()) >= 2 and len(product) <= 60
    return said(product, "product") if short and not seen.name and not foreign(product, language) else ()


def _here(seen: Understood, noun: Line, request: TextRequest) -> Line:
    language = primary(request.language)
    if not noun:
        return ()
    whole = seen.product if seen.place and seen.product and seen.product != seen.name else noun[0].text
    return said(whole if _proper(seen, language) else lower(whole, language), source(whole, request))


_OURS = re.compile(r"(?:our|my|unsere?|meine?|nuestr[oa]|notre)$", re.I)


def _ours(seen: Understood, noun: Line, article: str, request: TextRequest) -> Line:
    """ "Our hotel by the sea", where the brief says "our" of one thing."""
    if not noun or not seen.phrase or not _OURS.match(article):
        return ()
    language = primary(request.language)
    return (Bit(article + " "), Bit(lower(seen.phrase, language), source(seen.phrase, request)))


def _spot(seen: Understood, noun: Line, request: TextRequest) -> Line:
    """The category and its place, without the audience between them."""
    text = clean(request.product)
    m = re.search(rf"\s(?P<where>[^\W\d]{{1,4}} {re.escape(seen.place)})(?!\w)", text) if noun and seen.place else None
    if not m or primary(request.language) == "zh" or text_of(noun) + m[0] in text:
        return ()
    if re.match(
        r"(?:of|de|du|des|del|von|vom|der)\s", m["where"], re.I
    ):  # "the old shipyard of Gdynia" is no night of Gdynia
        return ()
    return (*noun, Bit(" "), Bit(m["where"], "product"))

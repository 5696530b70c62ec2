"""What a person asked for. Untrusted: its words are data and can never steer a tool or a path."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from pydantic import Field, field_validator

from core.model import Frozen

MAX_LINE = 400
MAX_TEXT = 20_000
WEB = r"^(?:[hH][tT][tT][pP][sS]?:|(?![a-zA-Z][a-zA-Z0-9+.-]*:(?![0-9])))[^\s\x00-\x1f<>\"\\]*$"
"""An address of the web, with or without its scheme; of another scheme it is none."""


class Fact(Frozen):
    """One thing that is true of the product, and where it is known from."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_-]{0,40}$")
    text: str = Field(min_length=1, max_length=MAX_TEXT)
    source: str = ""


class Brand(Frozen):
    """Who speaks, and the rules they speak by."""

    name: str = ""
    colours: tuple[str, ...] = ()
    """Hex colours, most important first."""
    fonts: tuple[str, ...] = ()
    logo: str = ""
    """File name relative to the brief's folder; PNG, JPEG or SVG."""
    voice: str = ""
    banned: tuple[str, ...] = ()
    """Words that must not appear, compared without case."""
    legal: tuple[str, ...] = ()
    """Lines that must appear, word for word."""

    @field_validator("colours")
    @classmethod
    def _hex(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        out = []
        for colour in value:
            text = colour.strip().lower().lstrip("#")
            if len(text) == 3:
                text = "".join(c * 2 for c in text)
            if len(text) != 6 or any(c not in "0123456789abcdef" for c in text):
                raise ValueError(f"{colour!r} is not a hex colour such as '#12633f'")
            out.append("#" + text)
        return tuple(out)


class Attachment(Frozen):
    """A file of the user's that passed the gate and lies in the blob store."""

    name: str
    digest: str
    media: str


class Inference(Frozen):
    """Something the brief did not say and the planner took from what it did say."""

    field: str
    value: str
    because: str


class Localised(Frozen):
    """The brief's own words in another of its languages; what is absent is quoted as it was given."""

    title: str = Field(default="", max_length=MAX_TEXT)
    product: str = Field(default="", max_length=MAX_TEXT)
    goal: str = Field(default="", max_length=MAX_TEXT)
    audience: str = Field(default="", max_length=MAX_TEXT)
    offer: str = Field(default="", max_length=MAX_TEXT)
    cta: str = Field(default="", max_length=MAX_LINE)
    facts: dict[str, str] = {}
    """Fact id to its text in this language."""
    legal: tuple[str, ...] = ()


class Brief(Frozen):
    """A checked brief. A one-line text is a valid one; what was inferred is listed in ``inferred``."""

    kind: str = "campaign"
    """What is to be made."""
    title: str = Field(default="", max_length=MAX_TEXT)
    """Names the job, and its folder."""
    product: str = Field(default="", max_length=MAX_TEXT)
    """What it is about: the thing, place or event; a lesson's topic."""
    goal: str = Field(default="", max_length=MAX_TEXT)
    """What it shall bring about; for the makers, never printed as a claim."""
    audience: str = Field(default="", max_length=MAX_TEXT)
    """Who it is for."""
    languages: tuple[str, ...] = ()
    """Codes such as "en" or "de", the brief's own first."""
    tone: tuple[str, ...] = ()
    """How it shall sound and look, in words such as "warm"."""
    brand: Brand = Brand()
    """Who speaks, and the rules they speak by."""
    facts: tuple[Fact, ...] = ()
    """What is true of the product; nothing else is claimed."""
    offer: str = Field(default="", max_length=MAX_TEXT)
    """What is offered, with its conditions."""
    cta: str = Field(default="", max_length=MAX_LINE)
    """What people shall do, as it stands on the button."""
    url: str = Field(default="", max_length=2000, json_schema_extra={"pattern": WEB})
    """The web page that everything leads to: http or https."""
    channels: tuple[str, ...] = ()
    """Where it is posted, such as "instagram"."""
    market: tuple[str, ...] = ()
    """Countries that it is for."""
    sources: tuple[str, ...] = ()
    """Files beside the brief that a lesson is made from; a campaign does not read them, and says so."""
    photos: tuple[str, ...] = ()
    """Pictures beside the brief, by their file names."""
    constraints: tuple[str, ...] = ()
    """"no X" bans the words X (one or two); any other is shown to the person who reviews, and not checked."""
    seed: int = Field(default=1, ge=0, le=2**31 - 1)
    """Another number gives another design of the same brief."""
    translations: dict[str, Localised] = {}
    """The brief's words in its other languages."""
    details: dict[str, Any] = {}
    """Options of the kind; they may stand at the top as well."""
    attachments: tuple[Attachment, ...] = ()
    inferred: tuple[Inference, ...] = ()

    @field_validator("url")
    @classmethod
    def _web(cls, value: str) -> str:
        if not re.match(WEB, value):
            raise ValueError("wants the address of a web page, such as https://example.org/tea")
        return value

    @property
    def language(self) -> str:
        """The language the brief itself is written in: the first of its languages."""
        return self.languages[0] if self.languages else "en"

    def localised(self, language: str) -> Brief:
        """This brief with its words in ``language`` where the person gave them."""
        words = self.translations.get(language)
        if words is None:
            return self
        facts = tuple(f.model_copy(update={"text": words.facts.get(f.id, f.text)}) for f in self.facts)
        given = {k: v for k in ("title", "product", "goal", "audience", "offer", "cta") if (v := getattr(words, k))}
        brand = self.brand.model_copy(update={"legal": words.legal}) if words.legal else self.brand
        return self.model_copy(update={**given, "facts": facts, "brand": brand})

    def banning(self, words: Iterable[str]) -> Brief:
        """The brief with these words among those that its brand bans, so that writer and checks hold to them; each once, whatever its case."""
        known: dict[str, str] = {}
        for word in (*self.brand.banned, *words):
            known.setdefault(word.casefold(), word)
        if len(known) <= len(self.brand.banned):
            return self
        return self.model_copy(update={"brand": self.brand.model_copy(update={"banned": tuple(known.values())})})

    def evidence(self) -> tuple[Fact, ...]:
        """All that a claim may rest on: the facts, and the fields that name product, brand and offer, each by the id that cites it."""
        named = {
            "product": " · ".join(dict.fromkeys(t for t in (self.product, self.title) if t)),
            "brand": self.brand.name,
            "offer": self.offer,
            "cta": self.cta,
            "audience": self.audience,
            "url": self.url,
        }
        ours = {i.field for i in self.inferred} & {"cta"}  # the other gaps are filled with the brief's own words
        own = tuple(
            Fact.model_construct(id=k, text=v, source="suggested" if k in ours else "the brief")
            for k, v in named.items()
            if v
        )
        return (*self.facts, *own)

    def attachment(self, name: str) -> Attachment | None:
        """The stored file behind a name used in ``brand.logo`` or ``photos``."""
        return next((a for a in self.attachments if a.name == name), None)

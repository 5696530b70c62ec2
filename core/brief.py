"""What a person asked for. Untrusted: its words are data and can never steer a tool or a path."""

from __future__ import annotations

from typing import Any

from pydantic import Field, field_validator

from core.model import Frozen

MAX_LINE = 400
MAX_TEXT = 20_000


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
    title: str = Field(default="", max_length=MAX_TEXT)
    product: str = Field(default="", max_length=MAX_TEXT)
    goal: str = Field(default="", max_length=MAX_TEXT)
    audience: str = Field(default="", max_length=MAX_TEXT)
    languages: tuple[str, ...] = ()
    tone: tuple[str, ...] = ()
    brand: Brand = Brand()
    facts: tuple[Fact, ...] = ()
    offer: str = Field(default="", max_length=MAX_TEXT)
    cta: str = Field(default="", max_length=MAX_LINE)
    url: str = Field(default="", max_length=2000)
    channels: tuple[str, ...] = ()
    market: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    photos: tuple[str, ...] = ()
    constraints: tuple[str, ...] = ()
    seed: int = Field(default=1, ge=0, le=2**31 - 1)
    translations: dict[str, Localised] = {}
    details: dict[str, Any] = {}
    attachments: tuple[Attachment, ...] = ()
    inferred: tuple[Inference, ...] = ()

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

"""What a lesson brief may ask for beyond the common fields."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from core.lesson import Level
from core.model import Frozen

Minutes = Annotated[int, Field(ge=5, le=600)] | Annotated[str, Field(pattern=r"^\s*\d+([.,]\d+)?\s*[^\W\d]*\.?\s*$")]
Ages = Annotated[int, Field(ge=3, le=99)] | Annotated[str, Field(pattern=r"^\D*\d+(\D+\d+)?\D*$")] | tuple[int, int]
"""What a brief may write for them."""


def _minutes(value: Any) -> Any:
    """ "45", "45 minutes" and "1.5 hours" as minutes."""
    found = re.fullmatch(r"\s*(\d+(?:[.,]\d+)?)\s*([^\W\d]*)\.?\s*", str(value))
    if not found:
        return value
    number = float(found[1].replace(",", "."))
    return round(number * 60) if found[2].casefold()[:1] in ("h", "s") and found[2].casefold() != "s" else round(number)


def _ages(value: Any) -> Any:
    """ "11-12", "11" and [11, 12] as youngest and oldest."""
    if value in (None, "", []):
        return None
    parts = re.findall(r"\d+", str(value)) if not isinstance(value, (list, tuple)) else list(value)
    return (parts[0], parts[-1]) if parts and len(parts) <= 2 else value


class Standard(Frozen):
    """A standard as the brief gives it. Nothing of it is ever looked up or added."""

    framework: str = Field(default="", max_length=80)
    code: str = Field(default="", max_length=60)
    statement: str = Field(min_length=3, max_length=600)

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """A line of text stands for it as well."""
        return {"anyOf": [handler(core), {"type": "string", "minLength": 3}]}

    @model_validator(mode="before")
    @classmethod
    def _line(cls, value: Any) -> Any:
        """ "NGSS MS-LS1-6: Construct an explanation ..." is code and statement."""
        if not isinstance(value, str):
            return value
        code, colon, statement = value.partition(":")
        return (
            {"code": code.strip(), "statement": statement.strip()}
            if colon and len(code) <= 60
            else {"statement": value}
        )


class Details(Frozen):
    """Options of a lesson; each has a default that suits a first run."""

    ages: Annotated[tuple[int, int] | None, BeforeValidator(_ages, json_schema_input_type=Ages)] = None
    """Youngest and oldest learners, in years."""
    minutes: Annotated[int, BeforeValidator(_minutes, json_schema_input_type=Minutes), Field(ge=5, le=600)] = 45
    """Length of one lesson."""
    lessons: int = Field(default=1, ge=1, le=12)
    """How many lessons the sources are shared out among."""
    prior: tuple[str, ...] = ()
    """What learners know already."""
    objectives: tuple[str, ...] = ()
    """What learners shall be able to do. Empty: the sources' own, or what they are good for."""
    standards: tuple[Standard, ...] = ()
    """Standards that it serves, word for word."""
    reading_level: float | None = Field(default=None, ge=1, le=18)
    """Wanted school year of the text; empty: from the ages, or as the source."""
    levels: tuple[Level, ...] = ("support", "core", "stretch")
    """Worksheets to make."""
    needs: tuple[str, ...] = ()
    """Access needs to plan for, such as "dyslexia"."""
    film: bool = True
    """Whether to make the narrated film."""
    narration: bool = True
    """Whether a voice reads it out."""
    voice: str = ""
    """Voice id for the narration."""
    mood: Literal["", "warm", "bright", "calm", "bold", "elegant", "playful", "epic", "dreamy", "serious", "tense"] = ""
    """Mood of the music, instead of the one that the tone suggests."""

    @model_validator(mode="after")
    def _sane(self) -> Details:
        if self.ages and not 3 <= self.ages[0] <= self.ages[1] <= 99:
            raise ValueError("ages go from the youngest to the oldest, between 3 and 99, such as 11-12")
        if len(set(self.levels)) != len(self.levels) or not self.levels:
            raise ValueError("levels are support, core and stretch, each at most once, and at least one of them")
        return self

"""The planner: completes the brief from its own words, recalls what memory holds, and freezes the plan."""

from __future__ import annotations

from typing import Any

from agents.deps import Deps
from agents.kind import Asking, Gap, Kind
from agents.obeying import obey, scope, told
from core.brief import Brief, Fact, Inference, Localised
from tools.text.embedded.job import without_job
from tools.text.embedded.language import detect_language
from tools.text.embedded.texts import capital, clean
from tools.text.embedded.understand import understand
from tools.text.embedded.values import NEUTRAL


async def plan(brief: Brief, kind: Kind, able: frozenset[str], deps: Deps) -> dict[str, Any]:
    """The completed brief and its frozen plan: ``{"brief": ..., "plan": ...}``."""
    whole = complete(brief, kind)
    taste = deps.taste(scope(whole), " ".join([whole.product, whole.goal, whole.audience]))
    obeyed = obey(whole, taste)
    drafted = kind.draft(obeyed, taste, able)
    recalled = tuple(r.json_dict() for r in told(whole, taste, kind, able, drafted))
    return {"brief": obeyed.json_dict(), "plan": drafted.model_copy(update={"recalled": recalled}).json_dict()}


def gaps(brief: Brief) -> tuple[Gap, ...]:
    """What a person may be asked, each with what the brief's own words suggest; nothing beyond them."""
    text = _words(brief)
    found: list[Gap] = []
    if not brief.languages:
        language = detect_language(text)
        found.append(Gap("languages", "Which language or languages?", language, "the language of your words"))
    language = brief.language if brief.languages else found[0].suggestion
    line = brief.product or without_job(brief.title, language)
    seen = understand(line, language)
    if not brief.product:
        found.append(Gap("product", "What is it for?", seen.product or line, "your own line"))
    if not brief.title:
        found.append(
            Gap(
                "title",
                "A title for this job?",
                capital(_short(brief.brand.name or seen.product or line)),
                "your own line",
            )
        )
    if not brief.audience and seen.audience:
        found.append(Gap("audience", "Who is it for?", seen.audience, "your own line"))
    if not brief.cta:
        found.append(Gap("cta", "What should people do?", NEUTRAL.get(language, NEUTRAL["en"]), "a neutral invitation"))
    if not brief.facts:
        found.append(Gap("facts", "One thing that is true of it?", line, "your own line, as the only fact"))
    return tuple(found)


def complete(brief: Brief, kind: Kind | None = None) -> Brief:
    """The brief with its gaps filled from its own words; each filling is listed in ``inferred``."""
    asking = isinstance(kind, Asking)
    brief = brief if asking else _without_job(brief)
    values: dict[str, Any] = {}
    inferred = list(brief.inferred)
    for gap in kind.gaps(brief) if isinstance(kind, Asking) else gaps(brief):
        if not gap.suggestion:
            continue
        inferred.append(Inference(field=gap.field, value=gap.suggestion, because=gap.because))
        values[gap.field] = _value(gap.field, gap.suggestion)
    if "cta" in values:  # the neutral invitation speaks each of the brief's languages
        values["translations"] = _invited(brief, values.get("languages", brief.languages))
    return brief.model_copy(update={**values, "inferred": tuple(inferred)})


def _invited(brief: Brief, languages: tuple[str, ...]) -> dict[str, Localised]:
    out = dict(brief.translations)
    for language in languages[1:]:
        words = out.get(language, Localised())
        out[language] = (
            words if words.cta or language not in NEUTRAL else words.model_copy(update={"cta": NEUTRAL[language]})
        )
    return out


def _without_job(brief: Brief) -> Brief:
    """The brief with its product rid of the words for the job: nobody sells a "launch campaign for a tea"."""
    language = brief.language if brief.languages else detect_language(_words(brief))
    plain = without_job(brief.product, language)
    if plain == clean(brief.product):
        return brief
    found = [Inference(field="product", value=plain, because="your own line, without the words for the job")]
    if not brief.languages:  # told by the whole line: what is left may be too short to tell
        found.insert(0, Inference(field="languages", value=language, because="the language of your words"))
    changes = {"product": plain, "languages": brief.languages or (language,)}
    return brief.model_copy(update={**changes, "inferred": (*brief.inferred, *found)})


def _words(brief: Brief) -> str:
    return " ".join([brief.title, brief.product, brief.goal, *(f.text for f in brief.facts)]).strip()


def _value(field: str, text: str) -> Any:
    if field == "languages":
        return (text,)
    if field == "facts":
        return (Fact(id="f1", text=text, source=""),)
    return text


def _short(text: str) -> str:
    """The first words of a line, for a title."""
    words = text.split()
    return " ".join(words[:8])[:80] if len(words) > 1 else text[:80]

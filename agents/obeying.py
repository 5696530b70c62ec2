"""What memory does to a job: the one place where a remembered rule changes a brief, and where its effect is told."""

from __future__ import annotations

from typing import Any, Final

from agents.kind import Kind
from core.brief import Brief
from core.canonical import derive_seed
from core.errors import BottegaError
from core.plan import Plan
from core.taste import Recall, Taste
from tools.text.embedded.domains import mood

SHOWN: Final = 5
"""Most reasons without a form that a report repeats, the newest; older ones still turn the seed."""
UNBRANDED: Final = "no brand: "
"""Begins the name under which notes of a brief without a brand are kept."""

_AGAINST: Final = {
    "calm": ("bold", "bright", "epic", "playful", "tense"), "bold": ("calm", "dreamy"), "serious": ("playful", "bright"),
    "playful": ("serious", "tense"),
}  # fmt: skip
"""Moods of a brief's own tone words that give way to a remembered mood."""

_EFFECTS: Final = {
    "banned": "this word is kept out of every text",
    "rejected": "this line is not used again",
    "palette": "these colours lead",
    "family": "this layout is not chosen again",
    "colours": "these colours together are not chosen again",
    "mood": "this tone leads",
    "ground": "pages have this ground",
    "fact": "it is a source",
    "source": "it is a source",
}
"""What a note did, where the plan would be another one without it."""
_SHOWN = "shown to the person who reviews"
_NOTHING = "nothing: the plan is the same without it"
_OPEN = "not understood, a person must look; a new proposal is made instead of the one turned down"


def scope(brief: Brief) -> str:
    """Whom notes about this brief belong to: its brand, else this brief alone, by its title or product."""
    return brief.brand.name.strip() or UNBRANDED + (brief.title or brief.product).strip()


def obey(brief: Brief, taste: Taste) -> Brief:
    """The brief as memory wants it: banned words among its own, a remembered tone first, another seed for each open reason."""
    brief = brief.banning(taste.banned)
    changes: dict[str, Any] = {}
    if taste.mood:
        gone = _AGAINST.get(taste.mood, ())
        own = (t for t in brief.tone if t != taste.mood and mood((t,), "") not in gone)
        changes["tone"] = (taste.mood, *own)
    if taste.turn:
        changes["seed"] = derive_seed("turned down", brief.seed, taste.turn)
    return brief.model_copy(update=changes) if changes else brief


def told(brief: Brief, taste: Taste, kind: Kind, able: frozenset[str], plan: Plan) -> tuple[Recall, ...]:
    """The recalled notes with what each did to ``plan``: found by planning once more without it, never assumed."""
    out = []
    open_reasons = [r.id for r in taste.recalled if r.rule and r.kind == "feedback"]
    for note in taste.recalled:
        if note.id in open_reasons[:-SHOWN]:
            continue
        out.append(note.model_copy(update={"effect": _effect(note, brief, taste, kind, able, plan)}))
    return tuple(out)


def _effect(note: Recall, brief: Brief, taste: Taste, kind: Kind, able: frozenset[str], plan: Plan) -> str:
    if note.rule and note.kind == "feedback":
        return _OPEN
    if note.kind not in _EFFECTS or not (note.rule or note.kind in ("fact", "source")):
        return _SHOWN
    if note.kind == "palette" and brief.brand.colours:
        return "unused: the brief names its own colours"
    without = Taste.of([r for r in taste.recalled if r.id != note.id])
    try:
        same = _made_of(kind.draft(obey(brief, without), without, able)) == _made_of(plan)
    except BottegaError:
        same = False  # the job cannot even be planned without it: a lesson whose only source is a remembered fact
    if not same:
        return _EFFECTS[note.kind]
    return _SHOWN if note.kind in ("fact", "source") else _NOTHING


def _made_of(plan: Plan) -> tuple[Any, ...]:
    return plan.slots, plan.direction, plan.message

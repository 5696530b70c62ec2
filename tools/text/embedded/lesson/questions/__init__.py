"""Questions without a model: every one rests on a piece of knowledge, in the language's own written frames.

Support recognises (terms, pairs, gaps with a word bank), core explains and completes (meanings, causes, gaps, order, parts), stretch
compares and computes (contrasts, effects, figures, years, tables). What might be doubtful is not asked.
"""

from __future__ import annotations

from collections.abc import Mapping

from core.knowledge import Knowledge
from core.lesson import Level, Objective, Question

from .choose import diversify, tied
from .definitions import from_definitions
from .figures import from_figures, from_years
from .gaps import from_sentences
from .ground import Ground
from .order import from_events, from_processes
from .relations import from_causes, from_contrasts, from_parts
from .tables import from_tables
from .verses import from_verse
from .voice import LANGUAGES, Voice

__all__ = ["questions"]

_MAKERS = (
    from_definitions,
    from_contrasts,
    from_causes,
    from_parts,
    from_processes,
    from_events,
    from_figures,
    from_years,
    from_tables,
    from_sentences,
    from_verse,
)


def questions(
    knowledge: Knowledge, objectives: tuple[Objective, ...], seed: int, wanted: Mapping[Level, int]
) -> tuple[Question, ...]:
    """At most ``wanted`` questions of each level, fewer where the source does not hold them; none in a language without frames.

    Each is tied to the objective whose words and verb it fits best; ids rest on the source's words, so they stay while these do;
    the order of options and the wording of frames follow the seed.
    """
    language = knowledge.language.replace("_", "-").partition("-")[0].lower()
    if language not in LANGUAGES or not objectives:
        return ()
    ground = Ground(knowledge, Voice(language), seed)
    drafts = [draft for maker in _MAKERS for draft in maker(ground) if draft is not None]
    unique = {draft.question.id: draft for draft in drafts}
    return diversify(ground, tied(ground, unique.values(), objectives), wanted)

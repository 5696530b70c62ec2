"""What of a brief has no effect, or cannot have the one that was meant: fields that a kind does not read, constraints that only a
person can judge, and words that are missing in one of its languages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from agents.kind import Check, Dossier, Kind, Reading, Selective, Subject
from core.blobs import Read
from core.brief import Brief, Localised
from core.findings import Finding, Severity
from graphs.constraints import unkept

BANNED = "brand.banned"


def unread(kind: Kind, brief: Brief) -> tuple[str, ...]:
    """Fields that the brief fills and its kind does not look at, such as ``offer`` or ``brand.legal``."""
    deaf = kind.unread if isinstance(kind, Selective) else ()
    if not isinstance(kind, Reading):
        deaf = (*deaf, "sources")
    inferred = {i.field for i in brief.inferred}
    return tuple(field for field in deaf if field not in inferred and _given(brief, field))


def untranslated(kind: Kind, brief: Brief) -> dict[str, tuple[str, ...]]:
    """By language, what its texts show in the brief's own, because nobody here translates: fields, and facts by their id.

    A kind made from sources writes from those; a name may be the same in all languages.
    """
    if isinstance(kind, Reading):
        return {}
    out: dict[str, tuple[str, ...]] = {}
    for language in brief.languages[1:]:
        words = brief.translations.get(language, Localised())
        lacking = {name: getattr(brief, name) for name in _SAID if not getattr(words, name)}
        lacking |= {f.id: f.text for f in brief.facts if f.id not in words.facts}
        if missing := tuple(k for k, text in lacking.items() if elsewhere(text, language, brief.language)):
            out[language] = missing
    return out


def untranslated_line(language: str, fields: Sequence[str]) -> str:
    """What to tell of words that are missing in a language."""
    return f"not given in {language!r}, so its texts show them as they are, or do without: {', '.join(fields)}"


def warnings(kind: Kind, brief: Brief) -> tuple[str, ...]:
    """All of this that can be told before anything is made, a line each."""
    return (
        *(unread_line(field, kind.name) for field in unread(kind, brief)),
        *(untranslated_line(language, fields) for language, fields in untranslated(kind, brief).items()),
    )


_SAID: Final = ("product", "audience", "offer", "cta")


def elsewhere(text: str, language: str, own: str) -> bool:
    """Whether a text is words, and not in ``language`` already; ``own`` is what it is in where nothing tells."""
    from tools.text.embedded.language import detect_language

    return bool(re.search(r"[^\W\d_]{2}", text)) and detect_language(text, own) != language


def unjudged(kind: Kind, brief: Brief) -> tuple[str, ...]:
    """Constraints that no program here holds to: all but those that ban a word, and those too where the kind bans none."""
    if isinstance(kind, Selective) and BANNED in kind.unread:
        return brief.constraints
    return unkept(brief)


def brief_checks(kind: Kind) -> tuple[Check, ...]:
    """Checks that every kind's review has: what of the brief had no effect is said, and never passes in silence."""

    def fields(job: Dossier) -> Iterator[Subject]:
        for field in unread(kind, job.brief):
            yield Subject("", {"field": field, "kind": kind.name})

    def constraints(job: Dossier) -> Iterator[Subject]:
        for text in unjudged(kind, job.brief):
            yield Subject("", {"constraint": text})

    def words(job: Dossier) -> Iterator[Subject]:
        for language, missing in untranslated(kind, job.brief).items():
            yield Subject("", {"language": language, "fields": list(missing)})

    return (
        Check(id="B1.unread", subjects=fields, look=_unread),
        Check(id="B2.constraint", subjects=constraints, look=_unjudged),
        Check(id="B3.words", subjects=words, look=_untranslated),
    )


def unread_line(field: str, kind: str) -> str:
    """What to tell of a field without effect."""
    return f"`{field}` is given, and a {kind} does not use it"


def _unread(subject: Subject, read: Read) -> Sequence[Finding]:
    field, kind = subject.inputs["field"], subject.inputs["kind"]
    remedy = "Nothing of it is in this package: take it out of the brief, or say it in a field that is used."
    return (Finding(check="B1.unread", severity=Severity.WARN, evidence=unread_line(field, kind), remedy=remedy),)


def _unjudged(subject: Subject, read: Read) -> Sequence[Finding]:
    text = subject.inputs["constraint"]
    remedy = "Look whether the package keeps it: no program here can tell."
    return (Finding(check="B2.constraint", severity=Severity.NOT_CHECKED, evidence=text[:300], remedy=remedy),)


def _untranslated(subject: Subject, read: Read) -> Sequence[Finding]:
    language = subject.inputs["language"]
    evidence = untranslated_line(language, subject.inputs["fields"])
    remedy = f"Say them under translations.{language} in the brief and make the package again."
    return (Finding(check="B3.words", severity=Severity.WARN, evidence=evidence[:300], remedy=remedy),)


def _given(brief: Brief, field: str) -> bool:
    part, _, inside = field.partition(".")
    return bool(getattr(getattr(brief, part), inside) if inside else getattr(brief, part))

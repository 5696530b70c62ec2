"""The slides: few words on each, all of the lesson's text said over them, and notes for the teacher under them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.canonical import key_of
from core.knowledge import Knowledge
from core.lesson import Diagram, Objective, Question, Section, Slide, Statement, Term
from core.source import Span
from tools.design.concepts import concept
from tools.text.embedded.lesson.questions.voice import Voice, capital
from tools.text.embedded.lesson.understand.lines import dependent
from tools.text.embedded.lesson.understand.verse import BREAK

from .frames import Frames, words_in

_SAID = 5
"""Sentences said over one slide."""
_SHOWN = 4
_SHORT = 14
"""Words of a line that is shown as it is said."""
_RUN = 22
"""Words of a cause or an effect that stand unquoted."""
_TERMS = 4
"""Terms on a slide."""


@dataclass(frozen=True)
class Told:
    """What slides are made of."""

    title: str
    language: str
    minutes: int
    summary: Statement
    objectives: tuple[Objective, ...]
    sections: tuple[Section, ...]
    terms: tuple[Term, ...]
    diagrams: Mapping[str, Diagram]
    questions: tuple[Question, ...]
    knowledge: Sequence[Knowledge]
    overview: str = ""
    """Id of a map of the whole, or empty."""


def slides(told: Told) -> tuple[Slide, ...]:
    """Title, objectives, a slide or more for each section with its diagram, terms, two questions, summary."""
    frames = Frames(told.language)
    asked = [q for q in told.questions if q.kind == "multiple_choice" and q.level != "stretch"][:2]
    asked = asked or [q for q in told.questions if q.kind in ("short_answer", "ordering", "matching")][:1]
    out = [_title(told, frames), _objectives(told, frames)]
    used: set[str] = {out[0].icon}
    middle = (len(told.sections) + 1) // 2
    for i, section in enumerate(told.sections, 1):
        out += _section(told, section, frames, used)
        if i == middle and len(asked) > 1:
            out.append(_question(asked[0], frames))
    sheets = -(-len(told.terms) // _TERMS)  # dealt evenly, so that no word stands alone on the last
    for n in range(sheets):
        ids = tuple(t.id for t in told.terms[n * len(told.terms) // sheets : (n + 1) * len(told.terms) // sheets])
        out.append(Slide(id=f"p-terms-{n + 1}", kind="terms", title=frames.say("slide_terms"), terms=ids, notes=frames.say("note_terms")))  # fmt: skip
    if asked:
        out.append(_question(asked[-1], frames))
    out.append(_summary(told, frames))
    return tuple(out)


def _title(told: Told, frames: Frames) -> Slide:
    notes = frames.say("note_title", title=told.title, minutes=told.minutes)
    return Slide(
        id="p-title",
        kind="title",
        title=told.title,
        notes=notes,
        narration=(told.summary,),
        icon=concept(told.title, told.language),
    )


def _objectives(told: Told, frames: Frames) -> Slide:
    return Slide(
        id="p-objectives", kind="objectives", title=frames.say("slide_objectives"), notes=frames.say("note_objectives")
    )


def _question(question: Question, frames: Frames) -> Slide:
    notes = frames.joined([frames.say("note_question"), question.feedback])
    return Slide(
        id=f"p-{question.id}", kind="question", title=frames.say("slide_question"), question=question.id, notes=notes
    )


def _summary(told: Told, frames: Frames) -> Slide:
    chosen = [_main(told, s) for s in told.sections[:5]]
    bullets = tuple(line(s, told.knowledge, told.language) for s in chosen)
    return Slide(
        id="p-summary", kind="summary", title=frames.say("slide_summary"), bullets=bullets, diagram=told.overview,
        notes=frames.say("note_summary"), narration=_aloud(chosen, frames),
    )  # fmt: skip


def _dealt(said: Sequence[Statement]) -> list[list[Statement]]:
    """Statements for one slide after another, about as many on each; what was one sentence stays on one."""
    wholes: list[list[Statement]] = []
    for s in said:
        if wholes and wholes[-1][0].spans == s.spans:
            wholes[-1].append(s)
        else:
            wholes.append([s])
    count = max(1, -(-len(said) // _SAID))
    out: list[list[Statement]] = [[]]
    for whole in wholes:
        if out[-1] and len(out) < count and sum(map(len, out)) + len(whole) / 2 > len(said) * len(out) / count:
            out.append([])
        out[-1] += whole
    return out if said else []


def _joined(piece: Sequence[Statement], knowledge: Sequence[Knowledge]) -> list[Statement]:
    """A cause and its effect that are told in two sentences, as one line with an arrow: neither says enough alone."""
    out: list[Statement] = []
    for s in piece:
        if out and out[-1].spans == s.spans:
            arrow = next((c for k in knowledge for c in k.causes if s.spans and c.span == s.spans[0]), None)
            if (
                arrow
                and max(words_in(arrow.cause), words_in(arrow.effect)) <= _RUN
                and not arrow.effect.startswith("(")
            ):
                out[-1] = Statement(text=f"{capital(arrow.cause)} → {arrow.effect}", spans=s.spans)
                continue
        out.append(s)
    return out


def _aloud(said: Sequence[Statement], frames: Frames) -> tuple[Statement, ...]:
    """What is said over a slide. Of a quotation in prose a listener is told that it begins, and a reader sees where it ends."""
    out: list[Statement] = []
    for before, s in zip((None, *said), said, strict=False):
        if not s.quoted or BREAK in s.text:
            out.append(s)
            continue
        text = f"{frames.say('open')}{s.text}{frames.say('close')}"
        if before is None or not before.quoted:
            text = f"{frames.say('source_says')}{'' if frames.language == 'zh' else ' '}{text}"
        out.append(Statement(text=text, spans=s.spans))
    return tuple(out)


def _main(told: Told, section: Section) -> Statement:
    """What a section says above all: its weightiest sentence that stands alone, is no step of a process and need not be quoted."""
    steps = {(x.span.source, x.span.start) for k in told.knowledge for p in k.processes for x in p.steps}
    alone = [
        s
        for i, s in enumerate(section.statements)
        if not s.quoted
        and not dependent(s.text, told.language)
        and (i == 0 or s.spans != section.statements[i - 1].spans)
        and not any((x.source, x.start) in steps for x in s.spans)
    ]
    return _weightiest(alone, told.knowledge, 1)[0] if alone else section.statements[0]


def _section(told: Told, section: Section, frames: Frames, used: set[str]) -> list[Slide]:
    diagram = told.diagrams.get(section.diagram)
    said = list(section.statements)
    drawn: tuple[Statement, ...] = ()
    if diagram and diagram.kind in ("process", "cycle", "timeline"):
        places = {(s.start, s.end) for s in diagram.spans}
        drawn = tuple(s for s in said if any(_meet(x, places) for x in s.spans))
        said = [s for s in said if s not in drawn] if len(drawn) > 1 else said
        drawn = drawn if len(drawn) > 1 else ()
    out = []
    ask = next((q for q in told.questions if q.kind in ("short_answer", "multiple_choice") and _same(q, section)), None)
    for i, piece in enumerate(_dealt(said)):
        named = [t.word for t in told.terms if t.id in section.terms] if i == 0 else []
        icon = next((c for text in (section.title, *named) if (c := concept(text, told.language, used))), "")
        used.add(icon)
        bullets = tuple(
            line(s, told.knowledge, told.language)
            for s in _weightiest(_joined(piece, told.knowledge), told.knowledge, _SHOWN)
        )
        notes = [
            frames.say("note_ask", question=ask.prompt)
            if ask and i == 0 and "\n" not in ask.prompt
            else frames.say("note_idea", i)
        ]
        more = [s.text for s in piece if line(s, told.knowledge, told.language) not in bullets]
        notes += [frames.say("note_more", text=t) for t in more[:2]]
        out.append(
            Slide(id=f"p-{section.id}-{i + 1}", kind="idea", title=section.title, bullets=bullets, notes=frames.joined(notes), narration=_aloud(piece, frames), icon=icon)
        )  # fmt: skip
    if diagram:
        narration = _aloud(drawn, frames) or spoken(diagram, told.language)
        out.append(
            Slide(id=f"p-{diagram.id}", kind="diagram", title=diagram.title, diagram=diagram.id, notes=frames.say(f"note_{diagram.kind}"), narration=narration)
        )  # fmt: skip
    return out


def spoken(diagram: Diagram, language: str) -> tuple[Statement, ...]:
    """What is said over a diagram: its own words, one statement for each thing that it shows."""
    colon = "：" if language == "zh" else ": "
    frames = Frames(language)
    if diagram.kind == "comparison":
        lines = [
            f"{name}{colon}{frames.listed(cells)}"
            for name, *cells in zip(diagram.columns, *(r[1:] for r in diagram.rows), strict=False)
        ]
    elif diagram.kind in ("labelled", "concept_map") and len(diagram.nodes) > 1:
        lines = [f"{diagram.nodes[0].text}{colon}{frames.listed([n.text for n in diagram.nodes[1:]])}"]
    elif diagram.kind == "chart":
        lines = [
            frames.listed(
                [f"{n.text}{colon}{_number(n.value, language)} {diagram.unit}".strip() for n in diagram.nodes]
            )
        ]
    else:
        lines = [f"{n.when}{colon}{n.text}" if n.when else n.text for n in diagram.nodes]
    return tuple(Statement(text=frames.ended(t), spans=diagram.spans) for t in lines) if diagram.spans else ()


def _number(value: float | None, language: str) -> str:
    plain = f"{value or 0:g}" if abs(value or 0) < 1e6 else f"{value or 0:.0f}"
    return plain.replace(".", ",") if language in ("de", "fr", "es") else plain


def _same(question: Question, section: Section) -> bool:
    places = {(x.start, x.end) for s in section.statements for x in s.spans}
    return any(_meet(x, places) for x in question.spans)


def _meet(span: Span, places: set[tuple[int, int]]) -> bool:
    return any(a < span.end and span.start < b for a, b in places)


def _weightiest(piece: Sequence[Statement], knowledge: Sequence[Knowledge], most: int) -> list[Statement]:
    weights = {(s.span.source, s.span.start): s.weight for k in knowledge for s in k.sentences}
    rank = sorted(piece, key=lambda s: (-weights.get((s.spans[0].source, s.spans[0].start), 0.0), words_in(s.text)))
    kept = rank[:most]
    return [s for s in piece if s in kept]


def line(statement: Statement, knowledge: Sequence[Knowledge], language: str) -> Statement:
    """A statement as a slide shows it: a term with its meaning, a cause with its effect, else the sentence without its stop."""
    if words_in(statement.text) <= _SHORT or not statement.spans:
        return (
            statement.model_copy(update={"text": statement.text.rstrip(".。")}) if not statement.quoted else statement
        )
    voice = Voice(language)
    span = statement.spans[0]
    colon = "：" if language == "zh" else ": "
    for k in knowledge:
        if k.source != span.source:
            continue
        for d in k.definitions:
            if _within(d.span, span) and words_in(d.meaning) < words_in(statement.text):
                return Statement(text=f"{capital(voice.bare(d.term))}{colon}{d.meaning.rstrip('.。')}", spans=(d.span,))
        for c in k.causes:
            if (
                _within(c.span, span)
                and not c.effect.startswith("(")
                and words_in(c.cause + c.effect) < words_in(statement.text)
                and max(words_in(c.cause), words_in(c.effect)) <= _RUN
                and min(words_in(c.cause), words_in(c.effect)) > 3
            ):
                return Statement(text=f"{capital(c.cause)} → {c.effect}", spans=(c.span,))
    return statement.model_copy(update={"text": statement.text.rstrip(".。")}) if not statement.quoted else statement


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end + 1


def stable(kind: str, *words: object) -> str:
    """An id that rests on words alone."""
    return f"{kind}-{key_of([kind, *words])[:8]}"

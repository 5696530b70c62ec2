"""A lesson from what was understood of its sources: everything said rests on a span, the fixed sentences around it on frames."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from core.errors import BadInput
from core.knowledge import Knowledge, Sentence
from core.lesson import Card, Lesson, Objective, Question, Section, SourceNote, Statement, Term
from core.requests import LessonRequest
from tools.checks.lesson.readability import reading_level
from tools.design.concepts import concept
from tools.text.embedded.lesson.questions import questions
from tools.text.embedded.lesson.questions.voice import LANGUAGES, Voice, capital
from tools.text.embedded.lesson.understand.lines import dependent
from tools.text.embedded.texts import primary

from .aims import hinted, most, objectives, widened
from .drawings import Sketch, sketches
from .frames import Frames, words_in
from .matter import Matter, Part, matter
from .plain import statements
from .slides import Told, slides, stable
from .stages import stages
from .support import support
from .voicing import voiced
from .wrong import misconceptions

__all__ = ["compose"]

_TERMS = 10
"""Terms of a lesson."""
_POINTS_BACK = re.compile(
    r"\b(?:this|these|those|such|dies\w*|solch\w*|cette|ces|estos?|estas?|esos?|esas?)\b|[这那此]", re.I
)
"""Words by which a sentence leans on the one before, wherever they stand in it."""
_ENOUGH = 0.7
"""Part of the wanted questions below which an objective takes those of the part that teaches it."""
_ASIDE = 0.4
"""What a sentence that explains some other word loses as a summary; not the first word that is explained at all."""
_EASY_GRADE = 7.0
"""School year below which long sentences stand back."""


def compose(request: LessonRequest, sources: Sequence[Knowledge]) -> Lesson:
    """The lesson. Raises ``BadInput`` where the sources are in another language, or hold too little to teach."""
    language = primary(request.language)
    _same_language(sources, language)
    grade = request.grade if request.grade is not None else request.ages[1] - 5.0 if request.ages else None
    wishes = [request.topic, *(a.text for a in request.aims)] if request.of == 1 else [a.text for a in request.aims]
    chosen = matter(
        sources, language, number=request.number, of=request.of, minutes=request.minutes, wishes=wishes,
        easy=grade is not None and grade < _EASY_GRADE,
    )  # fmt: skip
    if not chosen.parts:
        raise BadInput(
            "the sources hold too little running text for this lesson", which=", ".join(k.source for k in sources),
            remedy="Add a source with whole sentences, or ask for fewer lessons.",
        )  # fmt: skip
    return _Composer(request, chosen, language, grade).lesson()


def _same_language(sources: Sequence[Knowledge], language: str) -> None:
    if language not in LANGUAGES:
        raise BadInput("lessons cannot be written in this language without a model", which=language, remedy=f"Choose one of: {', '.join(LANGUAGES)}.")  # fmt: skip
    for k in sources:
        if primary(k.language) != language:
            raise BadInput(
                f"the source is in {primary(k.language)!r}, the lesson is asked for in {language!r}", which=k.source,
                remedy=f"Set 'language: {primary(k.language)}' in the brief, or give a source in {language!r}; without a model nothing is translated.",
            )  # fmt: skip


class _Composer:
    """One lesson in the making: each method gives one part of it from those before."""

    def __init__(self, request: LessonRequest, chosen: Matter, language: str, grade: float | None) -> None:
        self._request, self._matter, self._language = request, chosen, language
        self._frames, self._voice = Frames(language), Voice(language)
        self._longest = 20 if grade is None else max(10, min(22, round(8 + grade)))
        self._title = self._named()

    def lesson(self) -> Lesson:
        r, m = self._request, self._matter
        terms = self._terms()
        asked, goals = self._asked()
        drawn = sketches(m.knowledge, self._frames, r.seed, self._title)
        sections, kept = self._sections(terms, drawn)
        overview = next((s for s in drawn if s.at[1] < 0), None) if len(kept) < 4 else None
        summary = self._summary()
        diagrams = tuple(s.diagram for s in kept) + ((overview.diagram,) if overview else ())
        told = Told(
            title=self._title, language=self._language, minutes=r.minutes, summary=summary, objectives=goals, sections=sections,
            terms=terms, diagrams={d.id: d for d in diagrams}, questions=asked, knowledge=m.knowledge,
            overview=overview.diagram.id if overview else "",
        )  # fmt: skip
        shown = slides(told)
        wrong = misconceptions(m.knowledge, self._frames)
        door = _door(asked)
        text = "\n".join(s.text for part in sections for s in part.statements)
        level = reading_level(text, self._language)
        return Lesson(
            id=stable("lesson", self._title, r.number),
            title=self._title,
            language=r.language,
            summary=summary,
            audience=r.audience,
            ages=r.ages,
            minutes=r.minutes,
            number=r.number,
            of=r.of,
            prior=r.prior,
            grade=round(level.grade, 1) if level else None,
            objectives=goals,
            terms=terms,
            sections=sections,
            diagrams=diagrams,
            stages=stages(
                self._frames, title=self._title, minutes=r.minutes, prior=r.prior, objectives=goals, sections=sections, terms=terms,
                slides=shown, questions=asked, exit_ticket=door, wrong=wrong, knowledge=m.knowledge,
            ),
            misconceptions=wrong,
            support=support(self._frames, r.levels, r.needs, asked, terms),
            slides=shown,
            questions=asked,
            cards=_cards(terms, asked),
            exit_ticket=tuple(q.id for q in door),
            sources=tuple(SourceNote(name=k.source, title=k.title or k.source, language=k.language) for k in m.knowledge),
        )  # fmt: skip

    def _named(self) -> str:
        r, m = self._request, self._matter
        title = r.title or r.topic or next((k.title for k in m.knowledge if k.title), "") or m.parts[0].title
        if r.of == 1:
            return title
        colon = "：" if self._language == "zh" else ": "
        return f"{title} {r.number}/{r.of}{colon}{m.parts[0].title}"

    # -- vocabulary

    def _terms(self) -> tuple[Term, ...]:
        found: dict[tuple[str, ...], Term] = {}
        used: set[str] = set()
        taken = [(d, k) for k in self._matter.knowledge for d in k.definitions]
        if len(taken) > _TERMS:
            weight = {w.word.casefold(): w.weight for k in self._matter.knowledge for w in k.keywords}
            best = sorted(taken, key=lambda x: (-weight.get(x[0].term.casefold(), 0.0), x[0].span.start))[:_TERMS]
            taken = [x for x in taken if x in best]
        for d, _ in taken:
            word = capital(self._voice.bare(d.term))
            icon = concept(d.term, self._language, used)
            used.add(icon)
            meaning = self._frames.ended(capital(d.meaning.strip(" .。")))
            found.setdefault(
                self._voice.content(d.term), Term(id=stable("t", word), word=word, meaning=Statement(text=meaning, spans=(d.span,)), icon=icon)
            )  # fmt: skip
        return tuple(found.values())

    # -- objectives and questions

    def _asked(self) -> tuple[tuple[Question, ...], tuple[Objective, ...]]:
        """Objectives and the questions that test them. One that the brief did not give and nothing tests gives way to the next."""
        r = self._request
        pool = list(objectives(self._matter, r.aims, r.minutes))
        size = len(pool) if r.aims else most(r.minutes)
        goals, rest = pool[:size], pool[size:]
        asked = self._questions(tuple(goals))
        if r.aims and (idle := [o for o in goals if o.id not in {q.objective for q in asked}]):
            asked = self._questions(tuple(hinted(o, self._matter, self._frames) if o in idle else o for o in goals))
        if len(asked) < _ENOUGH * self._each() * len(r.levels):
            near = tuple(hinted(widened(o, self._matter), self._matter, self._frames) for o in goals)
            sure = {q.id: q for q in asked}
            tried = tuple(sure.get(q.id, q) for q in self._questions(near))
            if len(tried) > len(asked) and {q.objective for q in tried} >= {q.objective for q in asked}:
                asked = tried
        while not r.aims and (idle := [o for o in goals if o.id not in {q.objective for q in asked}]):
            goals = [o for o in goals if o not in idle] + rest[: len(idle)]
            rest = rest[len(idle) :]
            if not goals:
                return (), tuple(pool[:1])
            asked = self._questions(tuple(goals))
        for more in [] if r.aims else rest:
            tried = self._questions((*goals, more))
            if (
                len(goals) <= size
                and len(tried) > len(asked) + 1
                and {q.objective for q in tried} == {o.id for o in (*goals, more)}
            ):
                goals, asked = [*goals, more], tried
        return asked, tuple(goals)

    def _questions(self, goals: tuple[Objective, ...]) -> tuple[Question, ...]:
        """As many a level as the time takes, shared among the sources by what they tell."""
        r = self._request
        each = self._each()
        told = [
            sum(len(p.sentences) for p in self._matter.parts if p.source == i)
            for i in range(len(self._matter.knowledge))
        ]
        out: dict[str, Question] = {}
        for i, k in enumerate(self._matter.knowledge):
            share = max(1, round(each * told[i] / max(1, sum(told)))) if told[i] or k.tables else 0
            if share:
                found = questions(k, goals, r.seed, dict.fromkeys(r.levels, share))
                out |= {q.id: q for q in found}
        rank = {level: i for i, level in enumerate(("support", "core", "stretch"))}
        return _varied(sorted(out.values(), key=lambda q: rank[q.level]))

    def _each(self) -> int:
        """Questions of a level that the time takes."""
        return max(3, min(8, round(self._request.minutes / 9)))

    # -- the text

    def _sections(self, terms: Sequence[Term], drawn: Sequence[Sketch]) -> tuple[tuple[Section, ...], list[Sketch]]:
        parts, open_terms = self._matter.parts, list(terms)
        homes = self._homes(drawn)
        out: list[Section] = []
        kept: list[Sketch] = []
        ids: set[str] = set()
        for i, part in enumerate(parts):
            told = voiced(part.sentences, self._matter.knowledge[part.source], self._language, self._longest)
            text = " ".join(s.text for s in told)
            mine = [t for t in open_terms if self._voice.within(t.word, text)]
            open_terms = [t for t in open_terms if t not in mine]
            ident = stable("s", part.title, part.sentences[0].text)
            if ident in ids:
                continue
            ids.add(ident)
            sketch = homes.get(i)
            if sketch:
                kept.append(sketch)
            out.append(
                Section(id=ident, title=part.title, statements=told, heading=part.heading, diagram=sketch.diagram.id if sketch else "", terms=tuple(t.id for t in mine))
            )  # fmt: skip
        return tuple(out), kept

    def _homes(self, drawn: Sequence[Sketch]) -> dict[int, Sketch]:
        """The best diagram for each part: that of the part in which it begins; what finds its place taken is not drawn."""
        homes: dict[int, Sketch] = {}
        for sketch in sorted(drawn, key=lambda s: -s.worth):
            home = self._home(sketch)
            if home is not None and home not in homes:
                homes[home] = sketch
        return homes

    def _home(self, sketch: Sketch) -> int | None:
        """The part that holds it; what stands between two parts (a table under its heading) belongs to the nearer one."""
        source, start = sketch.at
        if start < 0:
            return None
        apart = sketch.diagram.kind == "timeline"  # its events are told all over: it stands where most of them are
        end = start if apart else max((s.end for s in sketch.diagram.spans), default=start)

        def away(part: Part) -> int:
            return max(0, start - part.span[1], part.span[0] - end)

        mine = [(away(p), i) for i, p in enumerate(self._matter.parts) if p.source == source]
        return min(mine)[1] if mine else None

    def _summary(self) -> Statement:
        """The sentence that says most of the whole: a definition of the title's own word before any other."""
        title = set(self._voice.content(f"{self._title} {self._request.topic}"))
        all_defined = [d for k in self._matter.knowledge for d in k.definitions]
        own = [d for d in all_defined if title & set(self._voice.content(d.term))]
        defined = {(d.span.source, d.span.start): -_ASIDE for d in all_defined[1:] if d not in own}
        defined |= {(d.span.source, d.span.start): 1.0 if d is own[0] else 0.5 for d in own}
        best: tuple[float, Part, Sentence] | None = None
        for part in self._matter.parts:
            for s in part.sentences:
                if dependent(s.text, self._language) or _POINTS_BACK.search(s.text) or words_in(s.text) > 30:
                    continue
                shared = len(title & set(self._voice.content(s.text))) / max(1, len(title))
                first = 0.6 if part is self._matter.parts[0] else 0.0
                worth = s.weight + 0.5 * shared + first + defined.get((s.span.source, s.span.start), 0.0)
                if best is None or worth > best[0]:
                    best = (worth, part, s)
        sentence = best[2] if best else self._matter.parts[0].sentences[0]
        return statements(sentence, self._language, 99)[0]


def _varied(asked: Sequence[Question]) -> tuple[Question, ...]:
    """At most two sums of a level, and four questions of any other kind: five of one sort are no practice but a drill."""
    seen: Counter[tuple[str, str]] = Counter()
    out = []
    for q in asked:
        seen[q.level, q.kind] += 1
        if seen[q.level, q.kind] <= (2 if q.kind == "numeric" else 4):
            out.append(q)
    return tuple(out)


def _door(asked: Sequence[Question]) -> list[Question]:
    """The question at the door: one answered in a few words, of the core level."""
    rank = {"short_answer": 0, "multiple_choice": 1, "multiple_answer": 2}
    fit = [q for q in asked if q.kind in rank]
    return sorted(fit, key=lambda q: (q.level != "core", rank[q.kind]))[:1]


def _cards(terms: Sequence[Term], asked: Sequence[Question]) -> tuple[Card, ...]:
    """A card for each term, and one for each question that is answered in a few words."""
    cards = [Card(id=t.id.replace("t-", "c-", 1), front=t.word, back=t.meaning, icon=t.icon) for t in terms]
    held = {c.back.spans[0].start for c in cards}
    for q in asked:
        if q.kind == "short_answer" and q.feedback and q.spans[0].start not in held and words_in(q.prompt) <= 30:
            cards.append(Card(id=f"c-{q.id}", front=q.prompt, back=Statement(text=q.feedback, spans=q.spans)))
    return tuple(cards)

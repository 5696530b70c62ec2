"""The lesson's time: stages whose minutes add up, with what teacher and learners do in each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.knowledge import Knowledge
from core.lesson import Misconception, Objective, Phase, Question, Section, Slide, Stage, Term

from .frames import Frames

_SHARES: tuple[tuple[Phase, float], ...] = (
    ("starter", 0.11), ("teach", 0.36), ("practice", 0.29), ("check", 0.15), ("exit", 0.09),
)  # fmt: skip
_TWICE = 60
"""Minutes from which teaching and practice take turns twice."""


def stages(
    frames: Frames, *, title: str, minutes: int, prior: Sequence[str], objectives: Sequence[Objective],
    sections: Sequence[Section], terms: Sequence[Term], slides: Sequence[Slide], questions: Sequence[Question],
    exit_ticket: Sequence[Question], wrong: Sequence[Misconception], knowledge: Sequence[Knowledge],
) -> tuple[Stage, ...]:  # fmt: skip
    """Starter, teaching and practice (twice in a long lesson), check and exit."""
    plan = [(p, s) for p, s in _SHARES if minutes >= 10 or p in ("starter", "teach", "exit")]
    if minutes >= _TWICE and len(sections) > 1:
        plan = [plan[0], ("teach", 0.2), ("practice", 0.13), ("teach", 0.18), ("practice", 0.15), *plan[3:]]
    shares = _minutes([s for _, s in plan], minutes)
    ids = tuple(o.id for o in objectives)
    halves = _halves(sections, sum(p == "teach" for p, _ in plan))
    out: list[Stage] = []
    for (phase, _), length in zip(plan, shares, strict=True):
        if phase == "starter":
            out.append(Stage(phase=phase, title=frames.say("stage_starter"), minutes=length, teacher=tuple(_starter(frames, title, prior, knowledge)), learners=(frames.say("starter_learners"),), resources=(frames.say("res_slides"),)))  # fmt: skip
        elif phase == "teach":
            out.append(_teach(frames, halves.pop(0), terms, slides, questions, length, ids))
        elif phase == "practice":
            out.append(_practice(frames, questions, terms, length, ids))
        elif phase == "check":
            teacher = [frames.say("check_teacher", n=len(questions))]
            teacher += [frames.say("check_wrong", wrong=m.wrong) for m in wrong[:2]]
            out.append(Stage(phase=phase, title=frames.say("stage_check"), minutes=length, teacher=tuple(teacher), learners=(frames.say("check_learners"),), objectives=ids, resources=(frames.say("res_quiz"), frames.say("res_key"))))  # fmt: skip
        else:
            asked = [frames.say("exit_ask", question=q.prompt) for q in exit_ticket[:1]] or [frames.say("exit_plain")]
            out.append(Stage(phase=phase, title=frames.say("stage_exit"), minutes=length, teacher=tuple([*asked, frames.say("exit_teacher")]), learners=(frames.say("exit_learners"),), objectives=tuple(dict.fromkeys(q.objective for q in exit_ticket)) or ids))  # fmt: skip
    return tuple(out)


def _minutes(shares: Sequence[float], total: int) -> list[int]:
    """Whole minutes, each at least one, that add up to the total."""
    whole = sum(shares)
    out = [max(1, int(total * s / whole)) for s in shares]
    while (rest := total - sum(out)) != 0:
        order = sorted(range(len(out)), key=lambda i: (total * shares[i] / whole - out[i], -i), reverse=rest > 0)
        place = next(i for i in order if rest > 0 or out[i] > 1)
        out[place] += 1 if rest > 0 else -1
    return out


def _halves(sections: Sequence[Section], count: int) -> list[Sequence[Section]]:
    middle = -(-len(sections) // count)
    return [sections[i * middle : (i + 1) * middle] for i in range(count)]


def _starter(frames: Frames, title: str, prior: Sequence[str], knowledge: Sequence[Knowledge]) -> Iterator[str]:
    yield from (frames.say("starter_prior", prior=p.rstrip(" .。")) for p in prior[:2])
    figures = [
        (f, s) for k in knowledge for f in k.figures for s in k.sentences if s.span.start <= f.span.start < s.span.end
    ]
    if figures:
        figure, sentence = figures[0]
        yield frames.say("starter_figure", shown=figure.shown, text=sentence.text)
    yield frames.say("starter_title", title=title)


def _teach(
    frames: Frames, sections: Sequence[Section], terms: Sequence[Term], slides: Sequence[Slide],
    questions: Sequence[Question], length: int, ids: tuple[str, ...],
) -> Stage:  # fmt: skip
    told = [t.word for t in terms if any(t.id in s.terms for s in sections)][:5]
    teacher = [frames.say("teach_parts", titles=frames.listed([_quoted(frames, s.title) for s in sections]))]
    if told:
        teacher.append(frames.say("teach_terms", terms=frames.listed(told)))
    held = {d for s in sections if (d := s.diagram)}
    drawn = [s.title for s in slides if s.kind == "diagram" and s.diagram in held]
    teacher += [frames.say("teach_diagram", title=t) for t in drawn[:3]]
    learners = [frames.say("teach_learners_terms", terms=frames.listed(told))] if told else []
    learners += [frames.say("teach_learners_diagram")] if drawn else []
    learners.append(frames.say("teach_learners"))
    named = sections[0].title if sections and sections[0].title != frames.say("intro") else ""
    title = frames.say("stage_teach", title=named) if named else frames.say("stage_teach_plain")
    return Stage(phase="teach", title=title, minutes=length, teacher=tuple(teacher), learners=tuple(learners), objectives=ids, resources=(frames.say("res_slides"), frames.say("res_handout")))  # fmt: skip


def _practice(
    frames: Frames, questions: Sequence[Question], terms: Sequence[Term], length: int, ids: tuple[str, ...]
) -> Stage:
    teacher = [frames.say("practice_teacher"), frames.say("practice_walk")]
    if terms:
        teacher.append(frames.say("practice_cards"))
    return Stage(phase="practice", title=frames.say("stage_practice"), minutes=length, teacher=tuple(teacher), learners=(frames.say("practice_learners"),), objectives=ids, resources=(frames.say("res_worksheet"), frames.say("res_cards")) if terms else (frames.say("res_worksheet"),))  # fmt: skip


def _quoted(frames: Frames, text: str) -> str:
    return f"{frames.say('open')}{text}{frames.say('close')}"

"""Processes: numbered steps, and chains of "first ... then ... finally"."""

from __future__ import annotations

import re

from core.knowledge import Process, Step
from core.source import Block, Reading
from tools.reading.sentences import sentences

from .clauses import german_order
from .lexicon import cue, patterns, sure_verbs, words
from .lines import Line, one_line, span_of
from .phrases import length, low, stripped, tokens


def find_processes(reading: Reading, lines: list[Line], language: str) -> tuple[Process, ...]:
    """Processes in the order of the text, each of at least three steps (two where they are numbered)."""
    found = [*_numbered(reading, language), *_chains(reading, lines, language), *_inline(reading, lines, language)]
    return tuple(sorted(found, key=lambda p: (p.steps[0].span.start, -len(p.steps))))


def _numbered(reading: Reading, language: str) -> list[Process]:
    found: list[Process] = []
    run: list[Block] = []
    heading = lead = ""
    for block in (*reading.blocks, None):
        if block is not None and block.kind == "step" and not block.mark:
            run.append(block)
            continue
        if len(run) >= 2:
            made = _of_steps(reading, run, heading, lead, language)
            if made is not None:
                found.append(made)
        run = []
        if block is not None:
            text = one_line(reading.words_of(block))
            heading = text if block.kind in ("heading", "title") else heading
            lead = text if block.kind == "paragraph" else ""
    return found


def _of_steps(reading: Reading, run: list[Block], heading: str, lead: str, language: str) -> Process | None:
    texts = [_first(one_line(reading.words_of(block)), language) for block in run]
    ordered = _in_order(texts, language)
    texts = [_without_mark(t, language) for t in texts] if ordered else texts
    last_lead = lead[slice(*sentences(lead, language)[-1])] if lead else ""
    told = cue(language, "process cue").search(f"{heading}\n{last_lead}") is not None
    if not (told or ordered or _orders(texts, language)) or not all(
        3 <= length(t, language) <= 60 or length(t, language) == 2 for t in texts
    ):
        return None
    steps = tuple(Step(text=t, span=reading.span(b.start, b.end)) for t, b in zip(texts, run, strict=True))
    title = re.sub(r"\s*[:：]$", "", last_lead) if last_lead.endswith((":", "：")) and not heading else heading
    return Process(title=title, steps=steps, cyclic=bool(cue(language, "cyclic").search(texts[-1])))


def _first(text: str, language: str) -> str:
    start, end = sentences(text, language)[0]
    return re.sub(r"^\d+[.)]\s*|[.。;；]$", "", text[start:end])


def _orders(texts: list[str], language: str) -> bool:
    """Most of them tell the reader to do something."""
    orders = words(language, "imperatives")
    if language == "zh":
        told = sum(t.startswith(tuple(sorted(orders))) for t in texts)
    elif language == "de":
        told = sum(bool(t) and any(low(w) in orders for w in (tokens(t)[:1] + tokens(t)[-1:])) for t in texts)
    else:
        told = sum(bool(tokens(t)) and low(tokens(t)[0]) in orders for t in texts)
    return told * 3 >= len(texts) * 2


def _chains(reading: Reading, lines: list[Line], language: str) -> list[Process]:
    first, then, last = (cue(language, f"sequence {part}") for part in ("first", "then", "last"))
    found: list[Process] = []
    at = 0
    while at < len(lines):
        if not _step_line(lines[at], language) or not first.match(lines[at].text):
            at += 1
            continue
        chain, here, gap = [lines[at]], at + 1, 0
        while here < len(lines) and lines[here].heading == lines[at].heading and gap < 2:
            line = lines[here]
            marked = then.match(line.text) or last.match(line.text)
            if marked and _step_line(line, language):
                chain.append(line)
                gap = 0
            else:
                gap += 1
            here += 1
            if marked and last.match(line.text):
                break
        if len(chain) >= 3:
            after = lines[here].text if here < len(lines) else ""
            cyclic = bool(cue(language, "cyclic").search(chain[-1].text + " " + after))
            steps = tuple(Step(text=_unmarked(line, language), span=span_of(reading, line)) for line in chain)
            found.append(Process(title=lines[at].heading or reading.title, steps=steps, cyclic=cyclic))
        at = here
    return found


def _step_line(line: Line, language: str) -> bool:
    return line.kind in ("paragraph", "item") and line.declares


def _in_order(texts: list[str], language: str) -> bool:
    """Numbered lines that say "first", "then", "finally" themselves."""
    first, then, last = (cue(language, f"sequence {part}") for part in ("first", "then", "last"))
    marked = sum(bool(then.match(t) or last.match(t)) for t in texts[1:])
    return len(texts) >= 3 and bool(first.match(texts[0])) and marked * 2 >= len(texts) - 1


def _unmarked(line: Line, language: str) -> str:
    return _without_mark(line.body, language)


def _without_mark(body: str, language: str) -> str:
    text = body
    for part in ("first", "then", "last"):
        text = (
            cue(language, f"sequence {part}").sub("", text, count=1)
            if cue(language, f"sequence {part}").match(text)
            else text
        )
    text = stripped(text)
    if language == "zh" and text != body and text.startswith("是") and len(text) > 2:
        return stripped(text[1:])  # "first is the new moon": the step is the new moon
    if language == "de" and text != body:
        return german_order(text) or body
    return _capital(text)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _inline(reading: Reading, lines: list[Line], language: str) -> list[Process]:
    """One sentence that holds the whole chain."""
    found = []
    for line in lines:
        if not _step_line(line, language):
            continue
        for pattern in patterns(language, "sequence inline"):
            match = pattern.match(line.body)
            if match:
                texts = [_capital(stripped(match[name])) for name in ("a", "b", "c")]
                if all(2 <= length(t, language) <= 25 for t in texts) and _has_verb(texts[0], language):
                    steps = tuple(Step(text=t, span=span_of(reading, line)) for t in texts)
                    found.append(Process(title=line.heading or reading.title, steps=steps))
                break
    return found


def _has_verb(text: str, language: str) -> bool:
    return language == "zh" or any(
        low(t) in sure_verbs(language) | words(language, "imperatives") for t in tokens(text)
    )

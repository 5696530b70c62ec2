"""A question as the parameters of the H5P content type that fits it."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from typing import Any, Final

from .item import Gap, Item, paragraphs

_MARKS: Final = "*/:\\"
"""What ends a gap, parts its answers, starts its tip and its feedback."""


def typed(item: Item, fixed: Mapping[str, str]) -> tuple[str, dict[str, Any]]:
    if item.kind in ("multiple_choice", "multiple_answer"):
        return "H5P.MultiChoice", _choice(item, fixed)
    if item.kind == "cloze":
        offered = any(gap.options for gap in item.gaps)
        line = "".join(_piece(part, offered) for part in item.text)
        return _drag(fixed["fill"], line, fixed) if offered else _blanks(fixed["fill"], line, fixed)
    if item.kind == "matching":
        text = {o.key: o.text for o in (*item.options, *item.targets)}
        lines = [f"{_text(text[left])}: {_hole((text[right],))}" for left, right in item.links]
        return _drag(item.prompt, "\n".join(lines), fixed)
    if item.kind == "ordering":
        return _drag(item.prompt, "\n".join(f"{n}. {_hole((o.text,))}" for n, o in enumerate(item.targets, 1)), fixed)
    return _blanks(item.prompt, _hole(item.accepted), fixed)


def _piece(part: str | Gap, offered: bool) -> str:
    if isinstance(part, str):
        return _text(part)
    return _hole(part.accepted[:1] if offered else part.accepted)


def _hole(accepted: tuple[str, ...]) -> str:
    return f"*{'/'.join(_text(word, _MARKS) for word in accepted)}*"


def _text(text: str, marks: str = "*") -> str:
    """One line of HTML in which H5P's own ``marks`` stand as character references, which it takes for plain letters."""
    said = html.escape(re.sub(r"\s+", " ", text))
    return "".join(f"&#{ord(c)};" if c in marks else c for c in said)


def _paragraphs(text: str) -> str:
    return "".join(f"<p>{html.escape(line)}</p>" for line in paragraphs(text))


def _choice(item: Item, fixed: Mapping[str, str]) -> dict[str, Any]:
    answers = [
        {
            "text": f"<div>{html.escape(o.text)}</div>",
            "correct": o.right,
            "tipsAndFeedback": {"tip": "", "chosenFeedback": html.escape(o.feedback), "notChosenFeedback": ""},
        }
        for o in item.options
    ]
    several = item.kind == "multiple_answer"
    return {
        "question": _paragraphs(item.prompt),
        "answers": answers,
        "UI": {
            "checkAnswerButton": fixed["checkAnswer"],
            "tryAgainButton": fixed["tryAgain"],
            "showSolutionButton": fixed["showSolution"],
            "scoreBarLabel": fixed["scoreBarLabel"],
        },
        "behaviour": {
            "enableRetry": True,
            "enableSolutionsButton": True,
            "enableCheckButton": True,
            "type": "multi" if several else "single",
            "singlePoint": False,
            "randomAnswers": False,
            "showSolutionsRequiresInput": True,
            "passPercentage": 100,
            "showScorePoints": True,
        },
    }


def _blanks(task: str, line: str, fixed: Mapping[str, str]) -> tuple[str, dict[str, Any]]:
    return "H5P.Blanks", {
        "text": _paragraphs(task),
        "questions": [f"<p>{line}</p>"],
        **_buttons(fixed, "showSolutions"),
        "behaviour": {
            "enableRetry": True,
            "enableSolutionsButton": True,
            "enableCheckButton": True,
            "autoCheck": False,
            "caseSensitive": False,
            "showSolutionsRequiresInput": True,
            "separateLines": False,
            "acceptSpellingErrors": False,
        },
    }


def _drag(task: str, lines: str, fixed: Mapping[str, str]) -> tuple[str, dict[str, Any]]:
    return "H5P.DragText", {
        "taskDescription": _paragraphs(task),
        "textField": lines,
        "distractors": "",
        **_buttons(fixed, "showSolution"),
        "behaviour": {
            "enableRetry": True,
            "enableSolutionsButton": True,
            "enableCheckButton": True,
            "instantFeedback": False,
        },
    }


def _buttons(fixed: Mapping[str, str], solution: str) -> dict[str, str]:
    named = {name: fixed[name] for name in ("checkAnswer", "tryAgain", "scoreBarLabel")}
    return {**named, solution: fixed["showSolution"]}

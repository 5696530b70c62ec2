"""What a film of a given length tells: which lines of a script, in which of their wordings, said or only shown, and when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import Final, NamedTuple

from core.copydeck import Piece
from tools.checks.particulars import particulars
from tools.text.embedded.texts import capital, sentences, stopped
from tools.video.cues import EASY_LETTERS, EASY_SIGNS

LEAD_IN: Final = 0.6
"""Seconds of music before the first word."""
REST: Final = 1.2
"""Seconds of a cut after its last word."""
BREATH: Final = 0.2
"""Seconds from a scene's beginning to its first word."""
PAUSE: Final = 0.3
"""Seconds between lines, at least."""
CARD: Final = 2.6
"""Seconds that an end card needs, and how many more it gets before the other scenes do."""
_CARD_MORE: Final = 0.4
_SCENE: Final = 1.5
"""Least seconds of a scene."""
SHORT: Final = 10.0
"""Films shorter than this may do without their hook."""
_FACTS: Final = (90.0, 45.0, 10.0, 8.0)
"""What the first, second ... fact of a film is worth."""
WEIGHED: Final = 8
"""Lines of a script that are weighed against each other: its first and last, its offer, and its first others."""
_LATER: Final = 5.0
"""What a fact is worth less than the one before it in the script, which has the weightiest first."""
_WORTH: Final = {"offer": 150.0, "hook": 40.0, "cta": 60.0}
_LONG, _SHORTER, _SHOWN = 1.0, 0.96, 0.6
_OFTEN: Final = 0.5
"""What is left of a line's worth in a film whose end card has room for it: the card says when and where."""
_LETTERS: Final = 14.0
_SIGNS: Final = 4.2
"""Letters and Chinese or Japanese signs spoken in a second, at an unhurried pace."""


class Take(NamedTuple):
    """A scene: the place of its line in the script, the words said (none: the line is only shown), and its start in seconds."""

    place: int
    said: str
    start: float


class _Option(NamedTuple):
    """A way to tell a line. ``place`` -1: it is left out. ``need``: seconds on screen."""

    place: int
    said: str = ""
    need: float = 0.0
    worth: float = 0.0


def spoken_seconds(text: str) -> float:
    """About how long a line takes to say."""
    signs = _signs(text)
    return signs / _SIGNS + (len(text) - signs) / _LETTERS


def caption_seconds(text: str) -> float:
    """How long the captions of a said line stand at least, however fast the voice, so that they are easy to read."""
    signs = _signs(text)
    return signs / EASY_SIGNS + (len(text) - signs) / EASY_LETTERS


def _signs(text: str) -> int:
    return sum(1 for c in text if "\u3040" <= c <= "\u9fff" or "\uac00" <= c <= "\ud7af")


def read_seconds(text: str) -> float:
    """How long a line stands on screen that nobody says: time to find it, and to read it with some ease."""
    return max(_SCENE, 0.7 + 0.7 * spoken_seconds(text))


def says_when(line: str) -> bool:
    """Whether a line gives a day, a date or an hour."""
    return any(p.kind in ("weekday", "date", "time") for p in particulars(line))


def wordings(piece: Piece, screen: Piece | None, language: str) -> tuple[str, ...]:
    """What may be said for a line of the script, from long to short: the line, and its line on screen where that tells the same."""
    found = [piece.text]
    if piece.role == "cta":
        found.append(sentences(piece.text)[-1])
    elif screen is not None and (screen.fact == piece.fact or piece.role in ("hook", "offer") or _about(piece, screen)):
        found.append(stopped(capital(screen.text), language))
    kept = dict.fromkeys(w for w in found if spoken_seconds(w) <= spoken_seconds(piece.text))
    return tuple(w for w in kept if not w.endswith("…"))


def _about(piece: Piece, screen: Piece) -> bool:
    return bool({c.fact for c in screen.cites} & {c.fact for c in piece.cites} - {"brand", "product"})


def told(
    script: Sequence[Piece], screen: Sequence[str], ways: Sequence[Sequence[str]], lengths: Mapping[str, float], seconds: float
) -> tuple[tuple[Take, ...], float]:  # fmt: skip
    """The scenes of a film of ``seconds``, and how much they are worth together.

    ``ways`` are the wordings of each line, ``lengths`` their seconds as they were measured; a wording without a length
    is never said. A line whose wordings are all too long is shown;
    lines beyond ``WEIGHED`` are left out. The offer comes first, then a fact, and no film is
    without its last line, nor one of ten seconds or more without its first.
    """
    last = len(script) - 1
    weighed = set(
        sorted(range(len(script)), key=lambda i: (i not in (0, last), script[i].role != "offer", i))[:WEIGHED]
    )
    options = [
        tuple(_options(i, piece.role if i != last else "cta", screen[i], ways[i], lengths, seconds, i == 0))
        if i in weighed
        else (_Option(-1),)
        for i, piece in enumerate(script)
    ]
    roles = [p.role for p in script]
    best = max(product(*options), key=lambda combo: (*_rating(combo, roles, seconds), [-len(o.said) for o in combo]))
    return tuple(_timed(tuple(o for o in best if o.place >= 0), seconds)), _rating(best, roles, seconds)[1]


def spread(script: Sequence[Piece], lengths: Mapping[str, float], seconds: float) -> tuple[Take, ...]:
    """The scenes of a film that has room for all: every line said as it is written, the spare time shared out."""
    last = len(script) - 1
    roles = [p.role if i != last else "cta" for i, p in enumerate(script)]
    said = (_options(i, roles[i], p.text, (p.text,), lengths, seconds, i == 0) for i, p in enumerate(script))
    return tuple(_timed(tuple(next(options) for options in said), seconds))


def _options(
    place: int, role: str, line: str, ways: Sequence[str], lengths: Mapping[str, float], seconds: float, first: bool
) -> Iterator[_Option]:
    lead = LEAD_IN if first else BREATH
    for n, said in enumerate(w for w in ways if w in lengths):
        if role == "cta":
            need = max(CARD, lead + lengths[said] + REST)
        else:
            need = max(_SCENE, lead + max(lengths[said] + PAUSE, caption_seconds(said)) - BREATH)
        lasts = role == "cta" and need > CARD + 1.0 and seconds < 20.0  # an end card is no place to stay
        yield _Option(place, said, need, _SHORTER if n else _SHORTER**2 if lasts else _LONG)
    room = seconds - CARD if seconds < SHORT else seconds
    often = _OFTEN if seconds < SHORT and role != "offer" and says_when(line) else 1.0
    yield _Option(place, "", CARD if role == "cta" else min(read_seconds(line), room), _SHOWN * often)
    if role != "cta" and not (first and seconds >= SHORT):
        yield _Option(-1)


def _rating(combo: tuple[_Option, ...], roles: Sequence[str], seconds: float) -> tuple[float, float]:
    """Seconds too many, negated, then the worth of what is told less what is left empty."""
    facts = iter(_FACTS)
    worth = 0.0
    for i, (option, role) in enumerate(zip(combo, roles, strict=True)):
        if option.place >= 0:
            worth += option.worth * (_WORTH[role] if role in _WORTH else next(facts, _FACTS[-1]) - _LATER * i)
    free = seconds - sum(o.need for o in combo)
    return round(min(free, 0.0), 3), round(worth - 2 * max(free - 1.0, 0.0), 3)


def _timed(kept: tuple[_Option, ...], seconds: float) -> Iterator[Take]:
    """Scenes one after another; what time is left goes to the end card first, then to all alike."""
    free = seconds - sum(o.need for o in kept)
    card = min(max(free, 0.0), _CARD_MORE)
    share = max(free - card, 0.0) / len(kept)
    squeeze = min(1.0, seconds / max(sum(o.need for o in kept), 1e-9))
    at = 0.0
    for option in kept:
        yield Take(option.place, option.said, round(at, 3))
        at += option.need * squeeze + share


def voice_starts(takes: Sequence[Take]) -> tuple[float, ...]:
    """When each said line begins, in seconds of the narration, which itself begins ``LEAD_IN`` into the film."""
    said = [t for t in takes if t.said]
    return tuple(round(max(0.0, t.start + BREATH - LEAD_IN), 3) for t in said)

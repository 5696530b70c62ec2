"""A score as a Standard MIDI File, type 1: a conductor track and one track for each part that plays."""

from __future__ import annotations

import io
from typing import Any, Final

from .score import PARTS, Note, Part, Score
from .synth import program

TICKS: Final = 480
_DRUM_CHANNEL: Final = 9


def write(score: Score, name: str) -> bytes:
    """SMF bytes with tempo, metre and section markers; the same score gives the same bytes."""
    import mido

    song = mido.MidiFile(type=1, ticks_per_beat=TICKS)
    conductor = mido.MidiTrack()
    conductor.append(mido.MetaMessage("track_name", name=name, time=0))
    conductor.append(mido.MetaMessage("set_tempo", tempo=mido.bpm2tempo(score.bpm), time=0))
    conductor.append(mido.MetaMessage("time_signature", numerator=score.meter, denominator=4, time=0))
    now = 0
    for section in score.sections:
        at = _tick(section.start)
        conductor.append(mido.MetaMessage("marker", text=section.name, time=at - now))
        now = at
    conductor.append(mido.MetaMessage("end_of_track", time=max(0, _tick(score.beats) - now)))
    song.tracks.append(conductor)
    for channel, part in enumerate(PARTS):
        notes = [n for n in score.notes if n.part == part]
        if notes:
            song.tracks.append(_track(part, notes, _DRUM_CHANNEL if part == "drums" else channel, score))
    out = io.BytesIO()
    song.save(file=out)
    return out.getvalue()


def _track(part: Part, notes: list[Note], channel: int, score: Score) -> Any:
    import mido

    track = mido.MidiTrack()
    title = score.instruments.get(part, part)
    track.append(mido.MetaMessage("track_name", name=f"{part}: {title}", time=0))
    if part != "drums":
        track.append(mido.Message("program_change", channel=channel, program=program(title), time=0))
    now = 0
    for tick, kind, pitch, velocity in _edges(notes):
        track.append(mido.Message(kind, channel=channel, note=pitch, velocity=velocity, time=tick - now))
        now = tick
    track.append(mido.MetaMessage("end_of_track", time=0))
    return track


def _edges(notes: list[Note]) -> list[tuple[int, str, int, int]]:
    """Note-offs before note-ons at the same tick; a note is cut where the same key is struck again."""
    starts: dict[int, list[int]] = {}
    for note in notes:
        starts.setdefault(note.pitch, []).append(_tick(note.start))
    edges: set[tuple[int, str, int, int]] = set()
    for note in notes:
        on = _tick(note.start)
        later = [s for s in starts[note.pitch] if s > on]
        off = min([max(on + 1, _tick(note.start + note.beats)), *later])
        edges |= {(on, "note_on", note.pitch, note.velocity), (off, "note_off", note.pitch, 0)}
    return sorted(edges, key=lambda e: (e[0], e[1] == "note_on", e[2], e[3]))


def _tick(beat: float) -> int:
    return round(beat * TICKS)

"""One contract for every backend in the registry: a request in, honest media out, the same every time."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from core.canonical import sha256
from core.copydeck import Copy
from core.direction import Direction, Palette
from core.errors import BeyondBackend, MissingBlob
from core.lesson import Diagram, Lesson, Node
from core.media import MEDIA_TYPES, Media
from core.requests import (
    CitedFact,
    DesignRequest,
    DesignTexts,
    DiagramRequest,
    ImageRequest,
    LessonRequest,
    MusicRequest,
    ReadingRequest,
    Request,
    Scene,
    SlideRequest,
    SoundRequest,
    SpeechRequest,
    TextRequest,
    Timing,
    VideoRequest,
    Word,
)
from core.source import Reading
from core.vocab import MODALITIES
from tools import registry
from tools.fit import fitted

ROOT = Path(__file__).resolve().parents[2]
PALETTE = Palette(
    bg="#fdf6ec", surface="#ffffff", ink="#1d1a16", muted="#5b5348", accent="#c2410c", accent_ink="#ffffff", accent2="#1f6f78",
    deep="#16213a", light="#fff8ee",
)  # fmt: skip
DIRECTION = Direction(
    family="rings", palette=PALETTE, display="outfit-bold", text="outfit-regular", icon="coffee", mood="warm"
)


def tone(seconds: float = 3.0) -> bytes:
    """A quiet chord as WAV."""
    import numpy as np
    import soundfile as sf

    t = np.arange(int(48000 * seconds)) / 48000
    wave = 0.1 * sum(np.sin(2 * np.pi * f * t) for f in (220, 277, 330))
    out = io.BytesIO()
    sf.write(out, np.stack([wave, wave], 1), 48000, format="WAV", subtype="PCM_16")
    return out.getvalue()


def known() -> bytes:
    """What is understood of a small source, as the reader gives it."""
    text = (ROOT / "tests" / "lessons" / "water.en.txt").read_text("utf-8")
    reader = registry.build("reading:embedded", lambda digest: b"")
    [media] = reader.generate([ReadingRequest(name="water.txt", text=text)])
    return media.parts["knowledge"]


BLOBS = {sha256(data): data for data in [tone(), known()]}


def read(digest: str) -> bytes:
    if digest not in BLOBS:
        raise MissingBlob("a stored file is gone", which=digest)
    return BLOBS[digest]


def requests(modality: str) -> list[Request]:
    """Two small, different requests."""
    audio = next(iter(BLOBS))
    texts = [DesignTexts(brand="Brand", headline=h, cta="Go") for h in ("A first line", "Another line")]
    line = (Word(text="Hello", start=0.2, end=0.6), Word(text="there.", start=0.7, end=1.2))
    fact = (CitedFact(id="f1", text="Open from 7 am"),)
    made: dict[str, list[Request]] = {
        "text": [TextRequest(role="headlines", product=p, brand="Brand", facts=fact, count=3, limit=40) for p in ("a bakery", "a bike shop")],
        "image": [ImageRequest(subject=s, width=160, height=90, direction=DIRECTION) for s in ("hills", "sea")],
        "design": [DesignRequest(width=270, height=270, direction=DIRECTION, texts=t) for t in texts],
        "diagram": [
            DiagramRequest(
                width=480, height=270, direction=DIRECTION,
                diagram=Diagram(id="d", kind=kind, title="Rain", nodes=tuple(Node(id=t, text=t) for t in ("cloud", "drop", "river"))),
            )
            for kind in ("cycle", "process")
        ],
        "slide": [
            SlideRequest(width=480, height=270, direction=DIRECTION, role=role, title="Rain", lines=("It falls.", "It flows."))
            for role in ("idea", "summary")
        ],
        "reading": [
            ReadingRequest(name="a.txt", text=f"{t}\n\nA lock is a chamber with gates that lifts boats. Water flows into it.")
            for t in ("Locks", "Canals")
        ],
        "lesson": [LessonRequest(knowledge=(list(BLOBS)[1],), minutes=m) for m in (30, 45)],
        "speech": [SpeechRequest(lines=(s,)) for s in ("Good morning.", "Good night.")],
        "music": [MusicRequest(mood=m, seconds=4) for m in ("warm", "bold")],
        "sound": [SoundRequest(music=audio, seconds=s) for s in (2.0, 3.0)],
        "video": [
            VideoRequest(
                width=w, height=h, fps=12, seconds=2.0, direction=DIRECTION, captions=(line,), audio=audio,
                scenes=(Scene(start=0, end=1, role="hook", texts=texts[0]), Scene(start=1, end=2, role="cta", texts=texts[1])),
            )
            for w, h in ((180, 320), (320, 180))
        ],
    }  # fmt: skip
    return made[modality]


SPECS = sorted(registry.BACKENDS)
FIRST: dict[str, list[Media]] = {}


def made(spec: str) -> list[Media]:
    """What a backend gives for its two requests, made once."""
    if spec not in FIRST:
        backend = registry.build(spec, read)
        FIRST[spec] = list(backend.generate(requests(spec.partition(":")[0])))
        backend.close()
    return FIRST[spec]


def test_every_modality_has_an_embedded_backend() -> None:
    assert {spec.partition(":")[0] for spec in SPECS if spec.endswith(":embedded")} == set(MODALITIES)


@pytest.mark.parametrize("spec", SPECS)
def test_it_says_what_it_is(spec: str) -> None:
    abilities = registry.abilities(spec)
    assert registry.load(spec).spec == spec
    assert abilities.revision and abilities.licence and abilities.deadline > 0


@pytest.mark.parametrize("spec", SPECS)
def test_what_it_says_it_can_do_holds_its_own_requests(spec: str) -> None:
    for request in requests(spec.partition(":")[0]):
        assert fitted(request, spec, "slot") == request


@pytest.mark.parametrize("spec", [s for s in SPECS if registry.abilities(s).sizes is not None])
def test_its_smallest_picture_is_made_and_less_is_refused(spec: str) -> None:
    sizes = registry.abilities(spec).sizes
    assert sizes is not None
    request: Any = requests(spec.partition(":")[0])[0]
    least = {"width": max(sizes.least, 320 if spec == "slide:embedded" else 0), "height": sizes.least}
    backend = registry.build(spec, read)
    [media] = backend.generate([request.model_copy(update=least)])
    backend.close()
    assert not media.failure and (media.facts["width"], media.facts["height"]) == tuple(least.values())
    for side in (sizes.least - sizes.step, sizes.most + sizes.step):
        with pytest.raises(BeyondBackend, match=spec):
            fitted(request.model_copy(update={"height": side}), spec, "slot")


@pytest.mark.parametrize("spec", [s for s in SPECS if registry.abilities(s).languages])
def test_it_refuses_a_language_that_it_does_not_list(spec: str) -> None:
    request = requests(spec.partition(":")[0])[0]
    with pytest.raises(BeyondBackend, match=f"{spec}.*'tlh'"):
        fitted(request.model_copy(update={"language": "tlh"}), spec, "slot")


@pytest.mark.parametrize("spec", SPECS)
def test_another_seed_gives_another_result_where_it_says_so(spec: str) -> None:
    request: Any = requests(spec.partition(":")[0])[0]
    if spec == "design:embedded":  # most families leave nothing to chance
        request = request.model_copy(update={"direction": DIRECTION.model_copy(update={"family": "sticker"})})
    backend = registry.build(spec, read)
    made = [dict(next(iter(backend.generate([request.model_copy(update={"seed": seed})]))).parts) for seed in (1, 3)]
    backend.close()
    assert (made[0] != made[1]) is registry.abilities(spec).seeded


@pytest.mark.parametrize("spec", SPECS)
def test_its_module_loads_no_engine(spec: str) -> None:
    heavy = "('torch', 'cv2', 'moviepy', 'scipy.signal', 'espeakng_loader', 'resvg_py', 'chromadb')"
    code = f"from tools import registry; registry.abilities({spec!r}); import sys; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("spec", SPECS)
def test_one_media_per_request_with_known_parts(spec: str) -> None:
    media = made(spec)
    assert [m.failure for m in media] == ["", ""]
    for one in media:
        assert one.parts and set(one.parts) <= set(MEDIA_TYPES) and all(one.parts.values())
        assert json.loads(json.dumps(dict(one.facts), allow_nan=False)) is not None
    main = next(iter(media[0].parts))
    assert media[0].parts[main] != media[1].parts[main]


@pytest.mark.parametrize("spec", SPECS)
def test_the_same_request_gives_the_same_bytes(spec: str) -> None:
    backend = registry.build(spec, read)
    again = next(iter(backend.generate(requests(spec.partition(":")[0])[:1])))
    backend.close()
    assert dict(again.parts) == dict(made(spec)[0].parts)


def holds(request: Any, media: Media) -> bool:
    """Whether the main part is what the request's modality says it is."""
    data = next(iter(media.parts.values()))
    match request.modality:
        case "text":
            return bool(Copy.model_validate_json(data).pieces)
        case "reading":
            return Reading.model_validate_json(data).text.startswith(request.text[:5])
        case "lesson":
            return sum(s.minutes for s in Lesson.model_validate_json(data).stages) == request.minutes
        case "image" | "design" | "diagram" | "slide":
            return bool(Image.open(io.BytesIO(data)).size == (request.width, request.height))
        case "speech":
            return data[:4] == b"RIFF" and bool(Timing.model_validate_json(media.parts["timing"]).lines[0])
        case "sound":
            return data[:4] == b"RIFF" and abs(media.facts["lufs"] - request.lufs) < 0.5
        case "music":
            return data[:4] == b"RIFF" and media.facts["seconds"] == request.seconds
        case _:
            return data[4:8] == b"ftyp" and media.facts["seconds"] == request.seconds


@pytest.mark.parametrize("spec", SPECS)
def test_the_main_part_is_what_it_says(spec: str) -> None:
    for request, media in zip(requests(spec.partition(":")[0]), made(spec), strict=True):
        assert holds(request, media)


@pytest.mark.parametrize("spec", ["design:embedded", "sound:embedded", "video:embedded"])
def test_a_missing_input_fails_its_own_item(spec: str) -> None:
    gone = "0" * 64
    good = requests(spec.partition(":")[0])[0]
    field = {"design": "photo", "sound": "music", "video": "audio"}[spec.partition(":")[0]]
    backend = registry.build(spec, read)
    try:
        media = list(backend.generate([good.model_copy(update={field: gone}), good]))
        assert media[0].failure and not media[1].failure
    except MissingBlob as error:
        assert error.which == gone, "or the whole batch says which blob is gone, and the bench tries the rest anew"
    finally:
        backend.close()

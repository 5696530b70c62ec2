"""What each modality can be asked: frozen, complete, canonical.

A request names files only by digest. Its hash with backend, model and revision is the asset's key, so a
field that merely names the run, or anything the result does not depend on, has no place here.
"""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from core.direction import Direction
from core.lesson import Diagram, Level
from core.model import Frozen
from core.vocab import Modality


class Request(Frozen):
    """Base of all requests."""

    modality: ClassVar[Modality]
    language: str = "en"
    """BCP 47 primary tag of the words that are read or drawn; 'en' where there are none."""
    seed: int = Field(default=1, ge=0, le=2**31 - 1)

    def inputs(self) -> tuple[str, ...]:
        """Digests of the blobs that this request reads."""
        return ()


class CitedFact(Frozen):
    """A fact that a writer may use, by the id it must cite."""

    id: str
    text: str


class ReadingRequest(Request):
    """A source, read and taken apart. Gives parts ``json`` (``Reading``) and ``knowledge`` (``Knowledge``)."""

    modality: ClassVar[Modality] = "reading"
    name: str
    source: str = ""
    """Digest of the file."""
    media: str = ""
    """Its media type."""
    text: str = ""
    """In place of a file: what memory holds on the topic."""

    def inputs(self) -> tuple[str, ...]:
        return (self.source,) if self.source else ()


class Aim(Frozen):
    """An objective or a standard that the brief gives. ``code`` and ``framework`` only as given there."""

    text: str
    code: str = ""
    framework: str = ""


class LessonRequest(Request):
    """A whole lesson from what was understood of its sources. Gives part ``json`` (``Lesson``)."""

    modality: ClassVar[Modality] = "lesson"
    knowledge: tuple[str, ...]
    """Digests of ``Knowledge``, one a source."""
    title: str = ""
    topic: str = ""
    audience: str = ""
    ages: tuple[int, int] | None = None
    minutes: int = Field(default=45, ge=5, le=600)
    number: int = Field(default=1, ge=1)
    of: int = Field(default=1, ge=1)
    """Lesson ``number`` of ``of``: the sources are shared out in their order."""
    prior: tuple[str, ...] = ()
    aims: tuple[Aim, ...] = ()
    grade: float | None = None
    """Wanted reading level in school years; None: as the source."""
    levels: tuple[Level, ...] = ("support", "core", "stretch")
    needs: tuple[str, ...] = ()
    """Access needs that the brief names."""
    tone: tuple[str, ...] = ()

    def inputs(self) -> tuple[str, ...]:
        return self.knowledge


class TextRequest(Request):
    """Words in one role. Gives a ``Copy`` as JSON (part ``json``)."""

    modality: ClassVar[Modality] = "text"
    role: str
    """headlines, primary, long, script, alt ... as the backend's ``roles`` say."""
    product: str = ""
    title: str = ""
    """The client's own line for the job, where it speaks to the public; it may be said as it is."""
    category: str = ""
    """What the product is, as a noun phrase in ``language`` ("solar camping lantern"), or empty."""
    brand: str = ""
    audience: str = ""
    goal: str = ""
    offer: str = ""
    cta: str = ""
    url: str = ""
    domain: str = "plain"
    tone: tuple[str, ...] = ()
    voice: str = ""
    facts: tuple[CitedFact, ...] = ()
    count: int = Field(default=1, ge=1, le=50)
    """How many pieces, each different in idea."""
    limit: int = Field(default=0, ge=0)
    """Most characters in a piece, as ``channel`` counts them; 0 for none."""
    channel: str = ""
    """Where the text will stand (``google_ads``, ``x`` ...); empty: plain characters are counted."""
    address: str = ""
    """Form of address ("Sie", "du", "usted", "tu" ...), the same in all texts of a language; empty: from tone and trade."""
    seconds: float = Field(default=0.0, ge=0)
    """For scripts: spoken length aimed at."""
    avoid: tuple[str, ...] = ()
    """Words or lines that must not appear: banned words, rejected lines, lines used elsewhere."""
    require: tuple[str, ...] = ()
    """Legal lines that the reader will see beside the text."""
    context: tuple[str, ...] = ()
    """Lines already written that this text stands beside."""


class DesignTexts(Frozen):
    """The words of one layout. Empty ones take no room."""

    brand: str = ""
    headline: str = ""
    sub: str = ""
    cta: str = ""
    badge: str = ""
    legal: str = ""
    bullets: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    """The badge again in fewer and fewer words, for where the whole has no room."""
    kinds: tuple[str, ...] = ()
    """What is sold, longest first: a small layout says one of them, because its headline does not."""


class Insets(Frozen):
    """Margins in pixels where no text may stand (platform interface lies there)."""

    top: int = Field(default=0, ge=0)
    right: int = Field(default=0, ge=0)
    bottom: int = Field(default=0, ge=0)
    left: int = Field(default=0, ge=0)


class DesignRequest(Request):
    """A typographic layout. Gives parts ``png``, ``svg`` (searchable, text as paths) and ``layout`` (JSON)."""

    modality: ClassVar[Modality] = "design"
    width: int = Field(ge=16, le=8192)
    height: int = Field(ge=16, le=8192)
    safe: Insets = Insets()
    direction: Direction
    texts: DesignTexts
    logo: str = ""
    logo_media: str = ""
    photo: str = ""
    """Digest of a photo of the user's, or of a picture that the image modality made."""
    moving: bool = False
    """A scene of a film: what lies behind the words does not depend on them, so that scenes share one place."""

    def inputs(self) -> tuple[str, ...]:
        return tuple(d for d in (self.logo, self.photo) if d)


class DiagramRequest(Request):
    """A diagram drawn from data. Gives parts ``png``, ``svg`` (searchable, text as paths) and ``txt`` (its long description)."""

    modality: ClassVar[Modality] = "diagram"
    width: int = Field(default=1600, ge=160, le=8192)
    height: int = Field(default=900, ge=160, le=8192)
    direction: Direction
    diagram: Diagram


class SlideRequest(Request):
    """A slide as a picture. Gives ``png`` (all lines said), ``svg``, ``layout`` (JSON) and, for a slide with ``lines``, one
    PNG for each moment of speaking: ``state_0`` (no line said yet), ``state_1`` ... ``state_N``, the line just said standing out.
    A question whose ``right`` options are named has ``solved`` as well."""

    modality: ClassVar[Modality] = "slide"
    width: int = Field(default=1920, ge=320, le=4096)
    height: int = Field(default=1080, ge=180, le=4096)
    direction: Direction
    role: str = "idea"
    """title, objectives, idea, diagram, terms, example, question or summary: each is laid out in its own way."""
    kicker: str = ""
    """A few words above the title: which part of the lesson this is."""
    title: str
    lines: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    """For ``terms``: the word before each line, which then is its meaning. Else empty, or one short sign a line ("A", "1")."""
    quoted: tuple[bool, ...] = ()
    """Which lines are word for word from the source."""
    right: tuple[int, ...] = ()
    """Of a question's options the right ones, counted from 0: one more PNG, ``solved``, marks them with a check."""
    picture: str = ""
    """Digest of a PNG (a diagram): it gets the most room that the words leave."""
    icon: str = ""
    foot: str = ""
    """Small line at the foot: lesson title."""
    number: int = Field(default=0, ge=0)
    of: int = Field(default=0, ge=0)

    def inputs(self) -> tuple[str, ...]:
        return (self.picture,) if self.picture else ()


class ImageRequest(Request):
    """A picture with no words in it. Gives parts ``png`` and, where it is drawn, ``svg``."""

    modality: ClassVar[Modality] = "image"
    subject: str
    width: int = Field(ge=16, le=8192)
    height: int = Field(ge=16, le=8192)
    direction: Direction
    references: tuple[str, ...] = ()

    def inputs(self) -> tuple[str, ...]:
        return self.references


class Pronunciation(Frozen):
    """How a word is said, spelt so that the voice says it right ("SunSip" -> "sun sip")."""

    word: str
    spoken: str


class SpeechRequest(Request):
    """Narration. Gives parts ``wav`` (mono, 48 kHz) and ``timing`` (JSON ``Timing``)."""

    modality: ClassVar[Modality] = "speech"
    lines: tuple[str, ...]
    voice: str = ""
    """Backend's own voice id; empty for its default in that language."""
    words_per_minute: int = Field(default=150, ge=80, le=260)
    lexicon: tuple[Pronunciation, ...] = ()
    pause: float = Field(default=0.35, ge=0, le=5)
    """Seconds between lines."""
    starts: tuple[float, ...] = ()
    """Wanted start of each line in seconds; a line that would overlap is moved later. Empty: one after another."""


class MusicRequest(Request):
    """A piece of music. Gives parts ``wav`` (stereo, 48 kHz, about -16 LUFS), ``midi`` and, where asked, stems in FLAC."""

    modality: ClassVar[Modality] = "music"
    mood: str
    seconds: float = Field(gt=0, le=900)
    ending: str = "cadence"
    """``cadence`` lands a last chord inside ``seconds``; ``loop`` joins its own start; ``sting`` is a sound logo."""
    bpm: float = Field(default=0.0, ge=0, le=240)
    """0: chosen by mood."""
    motif_seed: int = Field(default=0, ge=0, le=2**31 - 1)
    """A brand's few notes: a sting is made of them, and the last chord of a bed has them above it. 0: none."""
    stems: bool = True
    """Also give parts ``stem_drums``, ``stem_bass``, ``stem_chords`` and ``stem_melody``, as far as they play."""


class Placed(Frozen):
    """A piece of audio, by digest, and the second at which it begins."""

    audio: str
    at: float = Field(ge=0)


class SoundRequest(Request):
    """A finished mix of music under speech. Gives part ``wav`` (stereo, 48 kHz)."""

    modality: ClassVar[Modality] = "sound"
    music: str = ""
    speech: str = ""
    voices: tuple[Placed, ...] = ()
    """Further speech, each where it begins; none overlaps another."""
    seconds: float = Field(gt=0, le=3600)
    lufs: float = Field(default=-14.0, ge=-40, le=-5)
    peak_db: float = Field(default=-1.0, ge=-20, le=0)
    duck_db: float = Field(default=11.0, ge=0, le=40)
    speech_at: float = Field(default=0.0, ge=0)

    def inputs(self) -> tuple[str, ...]:
        return tuple(d for d in (self.music, self.speech, *(v.audio for v in self.voices)) if d)


class Word(Frozen):
    """A spoken word, seconds from the start of its audio."""

    text: str
    start: float
    end: float


class Timing(Frozen):
    """When each word is spoken. ``lines[i]`` holds the words of request line ``i``, as written (not as spelt out)."""

    lines: tuple[tuple[Word, ...], ...]
    seconds: float


class Scene(Frozen):
    """A stretch of film with its own words on screen. Times in seconds from the start."""

    start: float = Field(ge=0)
    end: float = Field(gt=0)
    role: str = "benefit"
    """hook, benefit, proof, offer or cta: the engine lays each out differently."""
    texts: DesignTexts
    icon: str = ""
    photo: str = ""
    still: str = ""
    """Digest of a finished picture of the film's own shape that fills the frame; then ``texts`` only name the scene."""


class Chapter(Frozen):
    """A place in a film that a player can jump to."""

    start: float = Field(ge=0)
    title: str


class VideoRequest(Request):
    """A film. Gives parts ``mp4`` (H.264 High, yuv420p, AAC 48 kHz, faststart), ``poster`` (PNG) and ``layout`` (JSON)."""

    modality: ClassVar[Modality] = "video"
    width: int = Field(ge=16, le=4096)
    height: int = Field(ge=16, le=4096)
    fps: int = Field(default=30, ge=1, le=60)
    seconds: float = Field(gt=0, le=3600)
    safe: Insets = Insets()
    direction: Direction
    scenes: tuple[Scene, ...]
    captions: tuple[tuple[Word, ...], ...] = ()
    """Burned-in caption lines with word times; each line is shown as one or more cues."""
    audio: str = ""
    bpm: float = Field(default=0.0, ge=0, le=400)
    """Beats a minute of the music, whose first beat falls on 0: scenes that begin near a beat begin on it. 0 for none."""
    logo: str = ""
    logo_media: str = ""
    chapters: tuple[Chapter, ...] = ()
    """Written into the file. Empty: none."""
    title: str = ""
    """Title in the file's metadata, beside chapters."""
    subtitles: tuple[tuple[Word, ...], ...] = ()
    """Lines of a subtitle track in the file (mov_text) that the viewer may turn on; nothing is burned in."""

    def inputs(self) -> tuple[str, ...]:
        return tuple(d for d in (self.audio, self.logo, *(p for s in self.scenes for p in (s.photo, s.still))) if d)

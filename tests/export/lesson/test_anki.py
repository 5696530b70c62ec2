"""Flashcards, taken in by Anki's own importer: counts, pictures, and a second import that updates instead of doubling."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from core.errors import BadInput
from tests.export.lesson.kit import HOSTILE, LANGUAGES, changed, empty, everything, hostile, opened
from tests.lessonkit import book
from tools.export.lesson.anki import anki, style
from tools.export.lesson.book import Book
from tools.export.lesson.cards import two_sides
from tools.export.ooxml import plain

Importer = Callable[[bytes], dict[str, int]]


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Any]:
    from anki.collection import Collection

    opened = Collection(str(tmp_path / "collection.anki2"))
    yield opened
    opened.close()


def taken(collection: Any, data: bytes, folder: Path) -> dict[str, int]:
    """How many notes were new, updated, and there already."""
    from anki.collection import ImportAnkiPackageOptions, ImportAnkiPackageRequest

    (folder / "x.apkg").write_bytes(data)
    asked = ImportAnkiPackageRequest(package_path=str(folder / "x.apkg"), options=ImportAnkiPackageOptions())
    log = collection.import_anki_package(asked).log
    refused = (
        *log.conflicting,
        *log.missing_notetype,
        *log.missing_deck,
        *log.empty_first_field,
        *log.first_field_match,
    )
    assert not refused
    return {"new": len(log.new), "updated": len(log.updated), "same": len(log.duplicate)}


def notes(collection: Any) -> dict[str, list[str]]:
    found = [collection.get_note(n) for n in collection.find_notes("")]
    return {note.fields[0]: note.fields for note in found}


class _Text(HTMLParser):
    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.tags: list[str] = []
        self.feed(markup)
        self.close()

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)


def iconed() -> Book:
    made = book()
    return replace(made, drawings={**made.drawings, "icon-sun": made.drawings["d-cycle"]})


pytestmark = pytest.mark.needs("anki")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_importer_takes_every_card(language: str, collection: Any, tmp_path: Path) -> None:
    made = everything(language)
    wanted = two_sides(made)
    assert taken(collection, anki(made), tmp_path) == {"new": len(wanted), "updated": 0, "same": 0}
    assert collection.note_count() == collection.card_count() == len(wanted)
    assert {_Text(f).text for f in notes(collection)} == {" ".join(c.front.split()) for c in wanted}
    assert made.lesson.title in {d.name for d in collection.decks.all_names_and_ids()}


def test_cards_words_and_diagrams_each_once(collection: Any, tmp_path: Path) -> None:
    taken(collection, anki(iconed()), tmp_path)
    found = notes(collection)
    assert list(found) == ["Evaporation", "Runoff", "Condensation", "Precipitation", "The water cycle", "Evaporation and condensation"]  # fmt: skip
    front, back, icon, task, picture, source = found["The water cycle"]
    assert back.startswith("Water evaporates from the sea.") and task == "Tell it from memory, or draw it."
    assert 'alt="Cycle of four steps' in picture and not icon and source == "Source: The water cycle"
    assert "<img" in found["Evaporation"][2] and not found["Runoff"][2]
    files = sorted(p.name for p in (tmp_path / "collection.media").iterdir())
    assert len(files) == 1 and (tmp_path / "collection.media" / files[0]).read_bytes() == book().drawings["d-cycle"].png
    assert not collection.media.check().missing and not collection.media.check().unused
    assert set(collection.tags.all()) == {"water-cycle", "card", "term", "diagram"}


def test_a_second_import_brings_nothing_new_and_a_later_edition_updates(collection: Any, tmp_path: Path) -> None:
    made = book()
    count = len(two_sides(made))
    taken(collection, anki(made), tmp_path)
    assert taken(collection, anki(made), tmp_path) == {"new": 0, "updated": 0, "same": count}
    card = collection.get_card(collection.find_cards("Runoff front:Runoff")[0])
    card.ivl, card.reps = 30, 7
    collection.update_card(card)
    first, second = made.lesson.cards
    later = changed(made, cards=(first, second.model_copy(update={"back": second.back.model_copy(update={"text": "Water on its way home."})})))  # fmt: skip
    assert taken(collection, anki(later, edition=2), tmp_path) == {"new": 0, "updated": count, "same": 0}
    assert notes(collection)["Runoff"][1] == "Water on its way home."
    again = collection.get_card(collection.find_cards("front:Runoff")[0])
    assert (again.ivl, again.reps) == (30, 7), "what was learnt stays"
    assert collection.note_count() == count


def test_two_lessons_stand_side_by_side(collection: Any, tmp_path: Path) -> None:
    one, two = everything(), changed(everything("es"), id="otra", title="El ciclo")
    taken(collection, anki(one), tmp_path)
    assert taken(collection, anki(two), tmp_path)["new"] == len(two_sides(two))
    assert collection.note_count() == len(two_sides(one)) + len(two_sides(two))


def test_hostile_words_stay_words(collection: Any, tmp_path: Path) -> None:
    made = hostile()
    taken(collection, anki(made), tmp_path)
    told = {_Text(f).text for f in notes(collection)}
    assert {" ".join(plain(w).split()) for w in HOSTILE} <= {" ".join(t.split()) for t in told}
    for note in collection.find_notes(""):
        for card in collection.get_note(note).cards():
            shown = card.render_output()
            tags = set(_Text(shown.answer_text).tags)
            assert tags <= {"style", "div", "hr", "img", "br"} and "{{" not in shown.answer_text
            assert not shown.answer_av_tags and not shown.question_av_tags
    assert len(collection.decks.all_names_and_ids()) == 2, "no deck was nested by a title"


def test_a_broken_package_is_refused(collection: Any, tmp_path: Path) -> None:
    good = anki(book())
    files = opened(good)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data[: len(data) // 3] if name == "collection.anki2" else data)
    for bad in (good[: len(good) // 2], out.getvalue(), b""):
        with pytest.raises(Exception, match=r"(?s).+"):
            taken(collection, bad, tmp_path)
    assert collection.note_count() == 0


def test_the_same_bytes_the_look_and_no_empty_deck() -> None:
    made = iconed()
    assert anki(made) == anki(made) and anki(made) != anki(made, edition=2)
    css = style(made.look.palette)
    assert made.look.palette.accent in css and "%" not in css.replace("100%", "")
    with pytest.raises(BadInput, match="no cards"):
        anki(empty())

"""The quiz as H5P content: what was asked, without the program that plays it.

The file opens where the content types ``LIBRARIES`` are installed (they come with H5P's hub); a system without them refuses it.
Pairs and steps become words to drag, a number the spellings that are right: H5P's question sets know no tolerance and no weights.
"""

from __future__ import annotations

import html
import json
import uuid
from collections.abc import Mapping
from typing import Any, Final

from tools.export.languages import primary
from tools.export.package_zip import zip_bytes

from .book import Book, words
from .h5p_types import typed
from .item import Item, Picture, paragraphs
from .items import items

LIBRARIES: Final[dict[str, tuple[int, int]]] = {
    "H5P.QuestionSet": (1, 20),
    "H5P.MultiChoice": (1, 16),
    "H5P.Blanks": (1, 14),
    "H5P.DragText": (1, 10),
    "H5P.Image": (1, 1),
}
"""Names and versions of the types, as H5P's hub has them since 2024."""
_TITLES: Final = {
    "H5P.MultiChoice": "Multiple Choice",
    "H5P.Blanks": "Fill in the Blanks",
    "H5P.DragText": "Drag the Words",
}
_NAMESPACE: Final = uuid.UUID("6f1c5a3e-5b0d-5d3b-9a52-0c5a9a6d1e77")


def h5p(book: Book) -> bytes:
    """The archive: ``h5p.json``, ``content/content.json`` and pictures. Raises ``BadInput`` as ``items`` does."""
    asked = items(book)
    fixed = {**words("quiz", book.lesson.language), **words("h5p", book.lesson.language)}
    questions = [_question(item, fixed, book.lesson.id) for item in asked]
    pictures = {p.name: p.png for item in asked if (p := item.picture) is not None}
    used = {"H5P.QuestionSet", *(q["library"].split()[0] for q in questions), *(["H5P.Image"] if pictures else [])}
    about = {
        "title": book.lesson.title[:255] or fixed["quiz"],
        "language": primary(book.lesson.language),
        "mainLibrary": "H5P.QuestionSet",
        "embedTypes": ["iframe"],
        "license": "U",
        "preloadedDependencies": [
            {"machineName": name, "majorVersion": major, "minorVersion": minor}
            for name, (major, minor) in LIBRARIES.items()
            if name in used
        ],
    }
    content = {"content/content.json": _json(_set(questions, fixed)), "h5p.json": _json(about)}
    return zip_bytes({**content, **{f"content/images/{name}": png for name, png in pictures.items()}})


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, indent=1).encode()


def _set(questions: list[dict[str, Any]], fixed: Mapping[str, str]) -> dict[str, Any]:
    said = (
        "prevButton",
        "nextButton",
        "finishButton",
        "submitButton",
        "textualProgress",
        "jumpToQuestion",
        "questionLabel",
    )
    return {
        "introPage": {"showIntroPage": False},
        "progressType": "textual",
        "passPercentage": 50,
        "questions": questions,
        "texts": {name: fixed[name] for name in said},
        "endGame": {
            "showResultPage": True,
            "showSolutionButton": True,
            "showRetryButton": True,
            "message": fixed["message"],
            "scoreBarLabel": fixed["scoreBarLabel"],
            "solutionButtonText": fixed["showSolution"],
            "retryButtonText": fixed["tryAgain"],
            "finishButtonText": fixed["finishButton"],
        },
        "disableBackwardsNavigation": False,
        "randomQuestions": False,
    }


def _question(item: Item, fixed: Mapping[str, str], lesson: str) -> dict[str, Any]:
    library, params = typed(item, fixed)
    said = {"feedback": html.escape(" ".join(paragraphs(item.feedback)))} if item.feedback else {}
    version = "{}.{}".format(*LIBRARIES[library])
    return {
        "library": f"{library} {version}",
        "subContentId": str(uuid.uuid5(_NAMESPACE, f"{lesson}\0{item.id}")),
        "metadata": {"contentType": _TITLES[library], "license": "U", "title": item.prompt[:255]},
        "params": {
            **({"media": _media(item.picture)} if item.picture is not None else {}),
            **params,
            "overallFeedback": [{"from": 0, "to": 100, **said}],
        },
    }


def _media(picture: Picture) -> dict[str, Any]:
    file = {
        "path": f"images/{picture.name}",
        "mime": "image/png",
        "width": picture.width,
        "height": picture.height,
        "copyright": {"license": "U"},
    }
    params = {"contentName": "Image", "file": file, "alt": picture.alt, "decorative": False}
    image = {
        "library": "H5P.Image {}.{}".format(*LIBRARIES["H5P.Image"]),
        "params": params,
        "metadata": {"contentType": "Image", "license": "U", "title": picture.alt},
        "subContentId": str(uuid.uuid5(_NAMESPACE, picture.name)),
    }
    return {"type": image, "disableImageZooming": False}

"""Sentence ends in five languages."""

import pytest

from tools.text.embedded.lesson.split import sentences


@pytest.mark.parametrize(
    ("text", "language", "count"),
    [
        ("Dr. Lee paid 3.50 dollars. She left at 5 p.m. yesterday. J. Smith stayed.", "en", 3),
        ("He said “Stop.” Then he ran!", "en", 2),
        ("Am 3. Oktober 1990, z. B. in Berlin, wurde gefeiert. Es war laut.", "de", 2),
        ("Hacia 300 a. C. nació la Sra. Paz. ¿Quién era? Nadie lo sabe.", "es", 3),
        ("M. Dupont arriva vers 50 av. J.-C. en Gaule. Il resta.", "fr", 2),
        ("他问：“去吗？”她点头。水是液体。", "zh", 3),
    ],
)
def test_sentences_are_counted(text: str, language: str, count: int) -> None:
    found = [text[a:b] for a, b in sentences(text, language)]
    assert len(found) == count, found
    assert "".join(found).replace(" ", "") == text.replace(" ", "")

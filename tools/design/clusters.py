"""Text cleaned for drawing, cut into what belongs together, and the face that draws each piece."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from unicodedata import category, combining, normalize

from .fonts import characters, fallbacks

ZWNJ: Final = "\u200c"
ZWJ: Final = "\u200d"
TEXT_STYLE: Final = "\ufe0e"
EMOJI_STYLE: Final = "\ufe0f"
_KEYCAP: Final = "\u20e3"
_LIKE: Final = {"\u2010": "-", "\u2011": "-", "\u2212": "-", "\u02bc": "’", "\u2032": "'", "\u2033": '"'}
"""What to draw where no face has the character itself; else its compatibility form counts (⅓ as 1/3, Ⅷ as VIII, 𝓗 as H)."""
_SAME_HAND: Final = ("noto-cyrgreek",)
"""Fallbacks whose own figures are used beside their letters: Latin, Greek and Cyrillic figures belong to one design."""
_WIDE_QUOTES: Final = frozenset("“”‘’…—·")
"""Drawn full width among Chinese, proportional among Latin."""


@dataclass(frozen=True)
class Cluster:
    """A base character with its marks, or a joined emoji, and the face for it (none: no face covers it)."""

    text: str
    font_id: str
    missing: tuple[str, ...] = ()


def is_cjk(char: str) -> bool:
    """Han, kana, Hangul, and the punctuation and full-width forms that go with them."""
    code = ord(char)
    return (
        0x2E80 <= code <= 0x9FFF
        or 0xAC00 <= code <= 0xD7AF
        or 0xF900 <= code <= 0xFAFF
        or 0xFF00 <= code <= 0xFFEF
        or 0x20000 <= code <= 0x3FFFF
    )


def is_emoji(char: str) -> bool:
    """A pictograph beyond the Basic Multilingual Plane: drawn as emoji without being asked."""
    return 0x1F000 <= ord(char) <= 0x1FAFF


def clean(text: str) -> str:
    """NFC, white space as single spaces' worth, and nothing that has no width of its own.

    Dropped: controls, direction marks, zero-width spaces, soft hyphens, lone surrogates, unassigned code points. Kept where they shape
    what is drawn: joiners inside emoji and Arabic words, variation selectors after a base.
    """
    out: list[str] = []
    source = normalize("NFC", "".join(c for c in text if category(c) != "Cs"))
    for i, char in enumerate(source):
        kind = category(char)
        if char in "\t\n\r\v\f" or kind in ("Zl", "Zp"):
            out.append(" ")
        elif kind == "Cc" or kind == "Cn" or "\ufe00" <= char <= "\ufe0d" or char == "\u034f":
            continue
        elif char in (TEXT_STYLE, EMOJI_STYLE):
            if out and out[-1] != " ":
                out.append(char)
        elif kind == "Cf":
            if out and i + 1 < len(source) and _joins(out[-1], char, source[i + 1]):
                out.append(char)
        else:
            out.append(char)
    return "".join(out)


def _joins(before: str, char: str, after: str) -> bool:
    if char == ZWNJ:
        return "\u0600" <= before <= "\u08ff" and "\u0600" <= after <= "\u08ff"
    if char == ZWJ:
        emoji_before = is_emoji(before) or before == EMOJI_STYLE or "\u2600" <= before <= "\u27bf"
        emoji_after = is_emoji(after) or "\u2600" <= after <= "\u27bf"
        return emoji_before and emoji_after or "\u0600" <= before <= "\u08ff"
    return False


def split(text: str) -> list[str]:
    """Clusters of cleaned text: marks, selectors, joined emoji, skin tones and flags stay with their base."""
    out: list[str] = []
    for char in text:
        if out and _continues(out[-1], char):
            out[-1] += char
        else:
            out.append(char)
    return out


def _continues(cluster: str, char: str) -> bool:
    if category(char) in ("Mn", "Me", "Mc") or char in (ZWJ, ZWNJ, TEXT_STYLE, EMOJI_STYLE, _KEYCAP):
        return True
    if cluster.endswith(ZWJ) and is_emoji(cluster[0]) | ("\u2600" <= cluster[0] <= "\u27bf"):
        return True
    if 0x1F3FB <= ord(char) <= 0x1F3FF:
        return is_emoji(cluster[0]) or "\u2600" <= cluster[0] <= "\u27bf"
    flag = 0x1F1E6 <= ord(char) <= 0x1F1FF
    return flag and len(cluster) == 1 and 0x1F1E6 <= ord(cluster) <= 0x1F1FF


def assign(text: str, font_id: str) -> list[Cluster]:
    """A face for each cluster of cleaned text. Words are never set in two faces where one covers all of them."""
    pieces = split(text)
    found = [_face(piece, font_id, _beside_cjk(pieces, i)) for i, piece in enumerate(pieces)]
    _whole_words(found, font_id)
    _figures(found, font_id)
    _punctuation(found, font_id)
    return found


def _beside_cjk(pieces: list[str], index: int) -> bool:
    if pieces[index][0] not in _WIDE_QUOTES:
        return False
    near = [pieces[i][0] for i in (index - 1, index + 1) if 0 <= i < len(pieces)]
    return any(is_cjk(char) for char in near)


def _face(piece: str, font_id: str, cjk: bool) -> Cluster:
    order = (font_id, *fallbacks(font_id))
    if cjk:
        order = (order[2], *order)
    if piece.endswith(EMOJI_STYLE) or _KEYCAP in piece or is_emoji(piece[0]):
        order = ("noto-emoji", *order)
    core = piece.replace(EMOJI_STYLE, "").replace(TEXT_STYLE, "")
    needed = {ord(c) for c in core if c not in (ZWJ, ZWNJ)}
    for candidate in order:
        if needed <= characters(candidate):
            return Cluster(core, candidate)
    if category(core[0]) == "Zs":
        return Cluster(" ", font_id)
    if core in _LIKE:
        return Cluster(_LIKE[core], font_id)
    plain = normalize("NFKC", core).replace("\u2044", "/")
    if plain not in ("", core):
        for candidate in order:
            if {ord(c) for c in plain} <= characters(candidate):
                return Cluster(plain, candidate)
    for candidate in order:
        if ord(core[0]) in characters(candidate):
            lost = tuple(c for c in core[1:] if ord(c) not in characters(candidate) and c not in (ZWJ, ZWNJ))
            return Cluster("".join(c for c in core if c not in lost), candidate, lost)
    return Cluster(core[0], "", tuple(c for c in core if c not in (ZWJ, ZWNJ)))


def _is_word(cluster: Cluster) -> bool:
    first = cluster.text[0]
    return category(first)[0] == "L" and not is_cjk(first) or bool(combining(first))


def _whole_words(found: list[Cluster], font_id: str) -> None:
    """If one letter of an alphabetic word needs another face, set the whole word in it."""
    start = 0
    while start < len(found):
        end = start
        while end < len(found) and _is_word(found[end]):
            end += 1
        used = {c.font_id for c in found[start:end]} - {font_id, ""}
        if len(used) == 1 and any(c.font_id == font_id for c in found[start:end]):
            other = used.pop()
            word = "".join(c.text for c in found[start:end] if c.font_id)
            if {ord(c) for c in word} <= characters(other):
                found[start:end] = [Cluster(c.text, other if c.font_id else "", c.missing) for c in found[start:end]]
        start = max(end, start + 1)


def _figures(found: list[Cluster], font_id: str) -> None:
    """Figures are set in the face of the words around them where nothing else of the line is in the asked face."""
    letters = {c.font_id for c in found if category(c.text[0])[0] == "L"}
    if len(letters) != 1 or not letters <= set(fallbacks(font_id)):
        return
    (own,) = letters
    if not own.startswith(_SAME_HAND):
        return
    for i, cluster in enumerate(found):
        if cluster.font_id == font_id and {ord(c) for c in cluster.text} <= characters(own):
            found[i] = Cluster(cluster.text, own, cluster.missing)


def _punctuation(found: list[Cluster], font_id: str) -> None:
    """Spaces and marks between two pieces of one fallback face are set in it too."""
    for i in range(1, len(found)):
        before = found[i - 1].font_id
        if found[i].font_id != font_id or before in ("", font_id, "noto-emoji", "noto-symbols", "noto-dingbats"):
            continue
        if category(found[i].text[0])[0] in "LNM":
            continue
        after = next((c.font_id for c in found[i + 1 :] if category(c.text[0])[0] in "LNM"), before)
        if after == before and all(ord(c) in characters(before) for c in found[i].text):
            found[i] = Cluster(found[i].text, before)

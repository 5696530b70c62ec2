"""What a line of type is, by its words: an item, a numbered heading, a line of contents, a caption, a page number."""

from __future__ import annotations

import re
from typing import Final

BULLETS: Final = "•◦▪▫●○■□►▸‣⁃∙·➢➤✓✔❖◆◇★\uf0b7\uf0a7\uf0d8\uf02d"
_BULLET: Final = re.compile(rf"^(?:[{BULLETS}]\s*|[-–—*+o]\s+)(?=\S)(.+)$", re.S)
_NUMBER: Final = re.compile(
    r"^(?:\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,5})[.)]|\d{1,2}[、．]|[（(][一二三四五六七八九十\d]{1,3}[）)])\s*(?=\S)(.+)$",
    re.S,
)
_SPACED: Final = re.compile(r"^(?:\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,5})[.)])\s", re.S)
HEADING_WORD: Final = re.compile(
    r"^(?:(?:chapter|part|book|section|unit|lesson|appendix|act|scene|canto|capítulo|parte|libro|sección|unidad|lección|tema|anexo|kapitel|teil|abschnitt|lektion|"
    r"anhang|chapitre|partie|livre|leçon|unité|annexe)\s+(?:\d{1,3}|[ivxlc]+|[a-z]|one|two|three|four|five|six|seven|eight|nine|ten)\b[.:]?|"
    r"第[一二三四五六七八九十百零\d]{1,4}[章节課课篇部回讲单])(?:\s*$|[\s.:–—-].{0,80}$|[^。，]{0,30}$)",
    re.I,
)
_OUTLINE: Final = re.compile(r"^(\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+(\S.*)$")
_HAN_OUTLINE: Final = re.compile(r"^[一二三四五六七八九十]{1,3}、\S.{0,30}$")
_LEADERS: Final = re.compile(r"^(.*?\S)\s*(?:(?:[.·…‧]\s?){4,}|…{2,})\s*([ivxlc\d]{1,5})\s*$", re.I)
CAPTION: Final = re.compile(
    r"^(?:fig(?:ure|\.)?|table|plate|chart|box|photo|map|illustration|abb(?:ildung|\.)|tab(?:elle|la|leau|\.)?|bild|karte|figura|cuadro|gráfico|ilustración|mapa|foto|graphique|"
    r"carte|schéma|encadré|图|表|插图)\s*(?:[A-Z]?\d+(?:[.\-–]\d+)*[a-z]?|[IVX]+)\s*(?:[.:：–—|-]|\s|$)",
    re.I,
)
_LONGEST_ENTRY: Final = 400
_PAGE_NUMBER: Final = re.compile(
    r"^[\s\-–—|•.\[(]*(?:(?:page|p\.?|pág(?:ina|\.)?|seite|s\.)\s*)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:/|of|de|von|sur|\|)\s*\d{1,4})?[\s\-–—|•.\])]*$|^第?\s*\d{1,4}\s*页?(?:\s*共\s*\d{1,4}\s*页)?$",
    re.I,
)
_ENDS: Final = re.compile(r"[.!?。！？…](?:[\"”’»)\]』」]|\s)*$")
_SENTENCE: Final = re.compile(r"[a-zà-ÿ\u4e00-\u9fff]{2}[.!?。！？]\s*\S")


def listed(line: str) -> tuple[str, str] | None:
    """``("item", text)`` or ``("step", text)`` of a line that opens a list entry, else None."""
    if found := _BULLET.match(line):
        return "item", found[1]
    if (found := _NUMBER.match(line)) and (
        _SPACED.match(line) or not line[0].isascii() or line[0] == "(" or "、" in line[:4]
    ):
        return "step", found[1]
    return None


def numbered_heading(line: str) -> int:
    """Level of a heading such as "2.3 Osmosis" by its number; 0 where the line is none: a sentence, or a plain "3. item"."""
    if _HAN_OUTLINE.match(line):
        return 2
    found = _OUTLINE.match(line)
    if not found or len(line) > 100 or ends_sentence(line) or _SENTENCE.search(line):
        return 0
    depth = found[1].count(".") + 1
    title = found[2]
    if not (title[0].isupper() or "\u4e00" <= title[0] <= "\u9fff") or line.rstrip().endswith((",", ";", ":")):
        return 0
    return depth if depth > 1 else 0


def contents_line(line: str) -> str:
    """The entry of a line of contents, "Osmosis ........ 12", without leaders and page; empty where it is none."""
    if len(line) > _LONGEST_ENTRY:
        return ""
    found = _LEADERS.match(line.strip()) if ".." in line or "…" in line or ". ." in line or "··" in line else None
    return found[1].strip(" .·…") if found else ""


def page_number(line: str) -> bool:
    """Whether a line is a page's number and nothing else."""
    return len(line) <= 24 and bool(_PAGE_NUMBER.match(line.strip()))


def ends_sentence(line: str) -> bool:
    """Whether the line ends as a sentence does."""
    return bool(_ENDS.search(line[-12:]))

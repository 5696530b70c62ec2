"""The particulars of a text in one form: prices, dates, times, telephone numbers, links and mail addresses, however they are written.

``89.-``, ``CHF 89``, ``89,00 Franken`` are one price; ``30 June``, ``30. Juni``, ``30.06.`` and ``6月30日`` one day; ``7 pm``, ``19 Uhr``, ``19h`` and
``晚上七点`` one time. Words lie in ``data/calendar_words.json``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import repeat
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple
from urllib.parse import urlsplit

Kind = Literal["price", "date", "weekday", "time", "phone", "url", "email"]


class Particular(NamedTuple):
    """One of them: where it stands, and every value that it may mean (a bare ``06/07`` means two days)."""

    kind: Kind
    start: int
    end: int
    values: tuple[str, ...]


_FILE: Final = Path(__file__).parent / "data" / "calendar_words.json"
_AMOUNT: Final = r"\d{1,3}(?:[.,'’\u00a0\u202f ]\d{3})+(?:[.,]\d{1,2})?(?![\d])|\d+(?:[.,]\d{1,2})?(?!\d)"
_HAN: Final = "〇零一二两三四五六七八九十百千"
_MAIL: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_URL: Final = re.compile(
    r"(?:https?://|www\.)[^\s<>\"'，。；！？、）)】」]+|(?<![\w@.-])(?:[a-zA-Z0-9À-ɏ一-鿿-]+\.)+[a-zA-Z]{2,}(?![\w.-]*@)(?:/[^\s<>\"'，。；！？、）)】」]*)?(?![\w@])"
)
_PHONE: Final = re.compile(
    r"(?<![\w.,/+-])(?:\+\d{1,3}[\s./()-]*(?:\(0\)\s*)?\d[\d\s./()-]{5,16}\d|\(?0\d{1,4}\)?[\s./-]*\d[\d\s./-]{3,13}\d|(?:1[ .-])?\(?\d{3}\)?[ .-]\d{3}[.-]\d{4}|1[3-9]\d[ -]?\d{4}[ -]?\d{4}|[489]00[ -]\d{3}[ -]?\d{3,4})(?![\w%€$£]|[.,]\d)"
)
_CALLED: Final = re.compile(
    r"(?:tel|phone|call|text us|whatsapp|fon|ruf\w*|anruf\w*|llam\w*|teléfono|appel\w*|téléphon\w*|电话|致电|热线|手机)[^\d\n]{0,12}((?:\d[\s.-]?){6,13}\d)(?!\d)",
    re.I,
)
_ISO: Final = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_NUMERIC: Final = re.compile(
    r"(?<![\d.,/:])(\d{1,2})([./-])(\d{1,2})(?:\2(\d{4}|\d{2})(?!\d)|\.(?!\d)|(?=/)|(?![\d.,]))"
)
_HAN_DATE: Final = re.compile(rf"(?:(\d{{4}})年)?([\d{_HAN}]{{1,3}})月(?:([\d{_HAN}]{{1,3}})[日号])?")
_CLOCK: Final = re.compile(
    r"(?<![\d.,:/€$£])(?P<h>2[0-4]|[01]?\d)(?!\d)(?:\s?(?::|\.|h|时)\s?(?P<m>[0-5]\d)(?!\d|[.,]\d))?(?P<mark>\s?(?:[ap]\.?\s?m\b\.?|uhr\b|heures?\b(?!\s+de)|horas\b|h\b(?!\s*[/·])|hrs\b|o'clock\b))?",
    re.I,
)
_HAN_CLOCK: Final = re.compile(
    rf"(?P<part>凌晨|清晨|早上|上午|中午|下午|傍晚|晚上|夜里|晚)?(?P<h>\d{{1,2}}|[{_HAN}]{{1,3}})(?:点钟?|时)(?!间|长|半?内)(?:(?P<half>半)|(?P<m>\d{{1,2}}|[{_HAN}]{{1,3}})分?)?"
)
_RANGE: Final = re.compile(
    r"(?:^|(?<=[^\d.,:]))(\d{1,2})(?:[:.h](\d\d))?\s?(?:-|–|—|to|till|until|bis|a|à|至|到)\s?(?:las\s)?$", re.I
)


def particulars(text: str) -> list[Particular]:
    """All of them, in the order of their places; no two overlap, and what is read first (mail, link, price) keeps its place."""
    found: list[Particular] = []
    for reader in (_mails, _links, _prices, _days, _weekdays, _times, _phones):
        for p in map(_without_stop, reader(text), repeat(text)):
            if not any(p.start < q.end and q.start < p.end for q in found):
                found.append(p)
    return sorted(found, key=lambda p: p.start)


def _without_stop(p: Particular, text: str) -> Particular:
    """The same without the full stop of its sentence."""
    closing = (
        p.kind in ("date", "time")
        and text[p.end - 1] == "."
        and not re.search(r"(?:[ap]\.\s?m|\.\d{1,2})\.$", text[: p.end], re.I)
    )
    return p._replace(end=p.end - 1) if closing else p


def _mails(text: str) -> Iterator[Particular]:
    for m in _MAIL.finditer(text):
        yield Particular("email", m.start(), m.end(), (m[0].casefold().rstrip("."),))


def _links(text: str) -> Iterator[Particular]:
    for m in _URL.finditer(text):
        shown = m[0].rstrip(".,;:!?…")
        value = plain_link(shown)
        bare = not shown.lower().startswith(("http", "www."))
        if value and not (bare and value.split("/")[0].rsplit(".", 1)[-1] not in _words()["domains"]):
            yield Particular("url", m.start(), m.start() + len(shown), (value,))


def plain_link(url: str) -> str:
    """Host and path of a link, without scheme, ``www.``, query and closing slash: what a reader would type."""
    try:
        parts = urlsplit(url if "//" in url else "//" + url)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return ""
    return (host + parts.path).rstrip("/") if "." in host else ""


def amount(raw: str) -> str:
    """A number in one form: ``1,299.00``, ``1.299,00``, ``1'299`` and ``1 299`` are ``1299``."""
    plain = re.sub(r"['’\u00a0\u202f ]", "", raw)
    grouped = re.fullmatch(r"(\d{1,3}(?:[.,]\d{3})+)(?:[.,](\d{1,2}))?", plain)
    if grouped:
        plain = re.sub(r"[.,]", "", grouped[1]) + (f".{grouped[2]}" if grouped[2] else "")
    value = Decimal(plain.replace(",", "."))
    return format(value.normalize(), "f")


def _prices(text: str) -> Iterator[Particular]:
    for m in _price_pattern().finditer(text):
        mark = (m["before"] or m["after"] or "").lower()
        name = _currency().get(mark.rstrip("."), "")
        raw = m["n"] or m["m"] or ""
        if name and raw:
            yield Particular("price", m.start(), m.end(), (f"{amount(raw)} {name}",))
    for m in re.finditer(rf"([{_HAN}]{{1,7}})(元|块钱|欧元|美元)", text):
        value = han_number(m[1])
        if value is not None:
            yield Particular(
                "price", m.start(), m.end(), (f"{value} {_currency().get(m[2].removesuffix('钱'), 'CNY')}",)
            )
    for m in re.finditer(rf"(?<![\d.,])({_AMOUNT})\.[-–—](?![\w-])", text):
        yield Particular("price", m.start(), m.end(), (f"{amount(m[1])} *",))
    for m in re.finditer(rf"([\d{_HAN}](?:\.\d)?)\s?折", text):
        tenths = Decimal(m[1]) if m[1][0].isdigit() else Decimal(han_number(m[1]) or 0)
        yield Particular("price", m.start(), m.end(), (f"{format((100 - tenths * 10).normalize(), 'f')} %",))


def _days(text: str) -> Iterator[Particular]:
    for m in _ISO.finditer(text):
        yield from _day(m.start(), m.end(), [(int(m[2]), int(m[3]))], m[1])
    for m in _month_pattern().finditer(text):
        month = _months()[(m["m1"] or m["m2"] or m["m3"]).lower().rstrip(".")]
        year = m["y1"] or m["y2"] or m["y3"] or ""
        if m["d0"]:
            yield from _day(m.start("d0"), m.end("d0"), [(month, int(m["d0"]))], year)
        start = m.start("d1") if m["d1"] else m.start()
        yield from _day(start, m.end(), [(month, int(m["d1"] or m["d2"] or 0))], year)
    for m in _HAN_DATE.finditer(text):
        month_, day_ = _either(m[2]), _either(m[3] or "")
        if month_ and month_ <= 12 and (day_ or m[1]):
            yield from _day(m.start(), m.end(), [(month_, day_ or 0)], m[1] or "")
    for m in _NUMERIC.finditer(text):
        a, b, sign = int(m[1]), int(m[3]), m[2]
        if sign == "." and not (m[4] or m[0].endswith(".")) or sign == "-" and not m[4]:
            continue  # "4.5" is a number, "8-10" a range
        named = re.search(
            r"\b(?:on|am|bis|ab|vom|zum|den|until|by|el|hasta|le|au|du)\s$",
            text[max(0, m.start() - 8) : m.start()],
            re.I,
        )
        if not m[4] and not named and not (len(m[1]) == len(m[3]) == 2 and (sign == "." or max(a, b) > 12)):
            continue  # "24/7", "3.2."
        if sign == "." and not m[4] and re.match(r"\s?(?:uhr|h\b)", text[m.end() :], re.I):
            continue
        ways = [(b, a), (a, b)] if sign == "/" else [(b, a)]
        good = [(month, day) for month, day in ways if 1 <= month <= 12 and 1 <= day <= 31]
        if good and not re.match(r"\s?(?:stars?|sterne|estrellas|étoiles|points?|von\b|of\b)", text[m.end() :], re.I):
            yield from _day(m.start(), m.end(), good, m[4] or "")


def _day(start: int, end: int, days: list[tuple[int, int]], year: str) -> Iterator[Particular]:
    full = f"20{year}" if len(year) == 2 else year
    values = tuple(f"{month:02}-{day:02} {full}".strip() for month, day in days if 1 <= month <= 12 and day <= 31)
    if values:
        yield Particular("date", start, end, values)


def _weekdays(text: str) -> Iterator[Particular]:
    for m in _weekday_pattern().finditer(text):
        yield Particular("weekday", m.start(), m.end(), (_weekday_names()[m[0].lower()],))


def _times(text: str) -> Iterator[Particular]:
    for m in _CLOCK.finditer(text):
        mark = re.sub(r"[\s.]", "", m["mark"] or "").lower()
        sign = text[m.end("h") : m.start("m")].strip() if m["m"] else ""
        after = text[m.end() : m.end() + 6].lower()
        if not mark and not (m["m"] and sign in (":", "h", "H")) and not re.match(r"\s?uhr", after):
            continue
        minutes = _minutes(int(m["h"]), int(m["m"] or 0), mark)
        if minutes is None or (mark in ("h", "heure", "heures", "horas") and not m["m"] and _lasts(text, m.start())):
            continue
        if head := _RANGE.search(text[: m.start()]):
            first = _minutes(int(head[1]), int(head[2] or 0), mark)
            if first is not None and int(head[1]) <= 24:
                both = {first, first + 720 if first < 720 else first - 720} if mark in ("am", "pm") else {first}
                yield Particular(
                    "time",
                    head.start(1),
                    head.end(2) if head[2] else head.end(1),
                    tuple(_told(v) for v in sorted(both)),
                )
        yield Particular("time", m.start(), m.end(), (_told(minutes),))
    for m in _HAN_CLOCK.finditer(text):
        hour, minute = _either(m["h"]), 30 if m["half"] else _either(m["m"] or "") or 0
        if hour is None or hour > 24 or minute > 59:
            continue
        if not (
            m["part"]
            or m["half"]
            or m["m"]
            or m["h"].isdigit()
            or "钟" in m[0]
            or text[m.start() - 1 : m.start()] in "到至从于"
        ):
            continue  # "两点" may be two points
        late = m["part"] in ("下午", "傍晚", "晚上", "晚", "夜里") or (m["part"] == "中午" and hour < 3)
        shifted = hour + 12 if late and hour < 12 else hour
        values = {shifted * 60 + minute} | (set() if m["part"] or hour > 12 else {(hour % 12 + 12) * 60 + minute})
        yield Particular("time", m.start(), m.end(), tuple(_told(v % 1440) for v in sorted(values)))


def _lasts(text: str, start: int) -> bool:
    """Whether the figure is a length of time: "en 48 h", "12 h d'autonomie", "jusqu'à" being a point of time."""
    before = text[max(0, start - 14) : start].lower()
    return bool(
        re.search(
            r"(?:\b(?:en|in|within|pendant|durant|während|durante|for|por|of|de|sous|innerhalb von|chaque)|\d\s?[-–x])\s$",
            before,
        )
    ) and not re.search(r"(?:partir|jusqu|antes|avant|ab|bis|hasta|desde|à) ?\S*\s$", before)


def _minutes(hour: int, minute: int, mark: str) -> int | None:
    if mark in ("am", "pm"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if mark == "pm" else 0)
    return hour * 60 + minute if hour < 24 or (hour == 24 and not minute) else None


def _told(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _phones(text: str) -> Iterator[Particular]:
    for m in [*_PHONE.finditer(text), *_CALLED.finditer(text)]:
        group = 1 if m.re is _CALLED else 0
        digits = re.sub(r"\D", "", re.sub(r"\(0\)", "", m[group]))
        if 7 <= len(digits) <= 15:
            yield Particular("phone", m.start(group), m.end(group), (digits,))


def han_number(text: str) -> int | None:
    """A number in Chinese characters up to 9,999; ``None`` where it is none."""
    total, digit, seen = 0, 0, False
    for c in text:
        if c in "十百千":
            total += (digit or 1) * {"十": 10, "百": 100, "千": 1000}[c]
            digit, seen = 0, True
        else:
            value = "零一二三四五六七八九".find(c.replace("〇", "零").replace("两", "二"))
            if value < 0:
                return None
            digit, seen = value, True
    return total + digit if seen else None


def _either(text: str) -> int | None:
    return int(text) if text.isdigit() else han_number(text) if text else None


@cache
def _words() -> dict[str, Any]:
    page: dict[str, Any] = json.loads(_FILE.read_text(encoding="utf-8"))
    return page


@cache
def _currency() -> dict[str, str]:
    return {word: name for name, words in _words()["currencies"].items() for word in words}


@cache
def _months() -> dict[str, int]:
    return {word: n for n, words in enumerate(_words()["months"], 1) for word in words}


@cache
def _weekday_names() -> dict[str, str]:
    return {word: str(n) for n, words in enumerate(_words()["weekdays"], 1) for word in words}


def _one_of(words: Any) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))


@cache
def _price_pattern() -> re.Pattern[str]:
    latin = [w for w in _currency() if w[0].isalpha() and w.isascii() or w in ("dólar", "dólares")]
    signs = [w for w in _currency() if w not in latin]
    before = rf"(?P<before>(?<![\w])(?:{_one_of(w for w in latin if len(w) <= 3)})\b\.?|{_one_of(s for s in signs if s not in '%％元块')})"
    after = rf"(?P<after>{_one_of(signs)}|(?:{_one_of(latin)})(?![\w]))"
    return re.compile(
        rf"{before}\s?(?P<n>{_AMOUNT})(?:\.?[-–—](?![\w]))?|(?<![\d.,:/])(?P<m>{_AMOUNT})(?:[.,]?[-–—])?\s?{after}",
        re.I,
    )


@cache
def _month_pattern() -> re.Pattern[str]:
    month = rf"(?:{_one_of(_months())})\b\.?"
    span = r"(?:(?P<d0>\d{1,2})(?:st|nd|rd|th|er)?\.?\s?(?:-|–|to|bis|al|au|und|and|y|et)\s?(?:zum\s)?)?"
    year = r"(?:,?\s(?:de\s|del\s)?(?P<y{}>(?:19|20)\d\d))?(?!\d)"
    return re.compile(
        rf"(?<![\w.,]){span}(?P<d1>\d{{1,2}})(?:st|nd|rd|th|er)?\.?\s(?:of\s|de\s)?(?P<m1>{month}){year.format(1)}"
        rf"|(?<!\w)(?P<m2>{month})\s(?:the\s)?(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:]|\s?[ap]m|\.\d){year.format(2)}"
        rf"|(?<!\w)(?P<m3>{month})\s(?:de\s)?(?P<y3>(?:19|20)\d\d)(?!\d)",
        re.I,
    )


@cache
def _weekday_pattern() -> re.Pattern[str]:
    latin = [w for w in _weekday_names() if w[0].isascii() or w[0] == "s"]
    han = [w for w in _weekday_names() if w not in latin]
    return re.compile(rf"(?<!\w)(?:{_one_of(latin)})(?!\w)|{_one_of(han)}", re.I)

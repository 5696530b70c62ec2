"""The rules of the two importers, written down apart from the writers, and a spreadsheet that opens their tables."""

from __future__ import annotations

import csv
import io
import subprocess
import unicodedata
from pathlib import Path
from urllib.parse import urlsplit

from tests.needs import find

BUTTONS = frozenset(
    [
        "BOOK_TRAVEL",
        "SHOP_NOW",
        "LEARN_MORE",
        "SIGN_UP",
        "CONTACT_US",
        "GET_OFFER",
        "GET_QUOTE",
        "DOWNLOAD",
        "SUBSCRIBE",
        "APPLY_NOW",
        "PLAY_GAME",
        "BUY_TICKETS",
        "CALL_NOW",
        "DONATE_NOW",
        "WATCH_MORE",
    ]
)


def rows(data: bytes) -> list[dict[str, str]]:
    """Cells by column name; the byte order mark is wanted."""
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def wide(text: str) -> int:
    """Length with double-width characters as two."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def google_faults(data: bytes) -> list[str]:
    """What Google Ads Editor would refuse."""
    faults = []
    for n, row in enumerate(rows(data), 2):
        heads = [row[f"Headline {i}"] for i in range(1, 16) if row[f"Headline {i}"]]
        bodies = [row[f"Description {i}"] for i in range(1, 5) if row[f"Description {i}"]]
        faults += [f"{n}: headline too long: {h}" for h in heads if wide(h) > 30]
        faults += [f"{n}: headline with !: {h}" for h in heads if "!" in h]
        faults += [f"{n}: description too long: {d}" for d in bodies if wide(d) > 90]
        faults += [f"{n}: path too long" for p in ("Path 1", "Path 2") if wide(row[p]) > 15 or " " in row[p]]
        faults += [
            f"{n}: {k} is not paused" for k, v in row.items() if "status" in k.lower() and v not in ("", "Paused")
        ]
        faults += [f"{n}: no campaign" for _ in [0] if not row["Campaign"]]
        if len({h.casefold() for h in heads}) < len(heads):
            faults.append(f"{n}: a headline stands twice")
        if row["Ad type"] == "Responsive search ad":
            if not (3 <= len(heads) <= 15 and 2 <= len(bodies) <= 4):
                faults.append(f"{n}: {len(heads)} headlines, {len(bodies)} descriptions")
            if urlsplit(row["Final URL"]).scheme not in ("http", "https"):
                faults.append(f"{n}: no final URL")
        elif heads or bodies:
            faults.append(f"{n}: texts without an ad")
        if row["Keyword"] and (
            row["Match type"] != "Phrase" or any(c in '!@%,*;^()={}~`<>?\\|[]"' for c in row["Keyword"])
        ):
            faults.append(f"{n}: keyword {row['Keyword']!r}")
        faults += _formulas(n, row)
    return faults


def meta_faults(data: bytes, files: set[str]) -> list[str]:
    """What Meta's import would refuse or run, and media that are not in the package."""
    faults = []
    for n, row in enumerate(rows(data), 2):
        for name in ("Campaign Status", "Ad Set Run Status", "Ad Status"):
            if row[name] != "PAUSED":
                faults.append(f"{n}: {name} is {row[name]}")
        for name, most in (("Title", 40), ("Body", 125), ("Link Description", 30)):
            if len(row[name]) > most:
                faults.append(f"{n}: {name} is too long")
        if row["Call to Action"] not in BUTTONS:
            faults.append(f"{n}: no such button: {row['Call to Action']}")
        named = [row[k] for k in ("Image File Name", "Video File Name") if row[k]]
        if not named or not set(named) <= files:
            faults.append(f"{n}: media {named}")
        if not row["Link"].startswith("https://") or "utm_" in row["Link"]:
            faults.append(f"{n}: link {row['Link']}")
        faults += _formulas(n, row)
    return faults


def _formulas(n: int, row: dict[str, str]) -> list[str]:
    return [
        f"{n}: {k} is a formula"
        for k, v in row.items()
        if v.lstrip().startswith(("=", "+", "-", "@")) or v[:1] in "\t\r\n" and v
    ]


def recalculated(path: Path, out: Path) -> list[list[str]]:
    """The table as LibreOffice Calc has it after opening: formulas are run."""
    form = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"
    subprocess.run(
        [find("soffice"), "--headless", f"-env:UserInstallation=file://{out}/profile", "--infilter=Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,0,true", "--convert-to", form, "--outdir", str(out), str(path)],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    return list(csv.reader(io.StringIO((out / path.name).read_text("utf-8-sig"), newline="")))

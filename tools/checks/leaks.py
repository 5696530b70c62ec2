"""What must not leave the house inside a file: paths, names of people and machines, keys, addresses, prompts."""

from __future__ import annotations

import getpass
import math
import re
import socket
import zipfile
from collections import Counter
from collections.abc import Collection, Iterator
from typing import Final

from core.findings import Finding, Severity

from .found import Say
from .members import TooDeep, inside

_say = Say("P2.leaks")

_TEXT_RUN: Final = re.compile(rb"[\x20-\x7e\t]{8,}")
_WIDE_RUN: Final = re.compile(rb"(?:[\x20-\x7e]\x00){8,}")
_PLACE: Final = re.compile(
    r"(?<![\w.:/~-])/(?:home|root|tmp|Users|work|mnt|srv|var/folders|var/tmp|private/var|workspace)/[\w.-]+"
    r"|(?<!\w)[A-Za-z]:\\{1,2}(?:Users|Windows|Program|Temp|home|work)\b|file:///\w"
)
_SHARE: Final = re.compile(r"\\\\[A-Za-z][\w-]+\\[A-Za-z]\w+\\")
_SHARED_FILE: Final = re.compile(_SHARE.pattern + r"(?:[\w .-]+\\)*[\w -]+\.[A-Za-z]\w{1,4}\b")
"""For binary data: a smooth picture's bytes, ``P`` to ``\\`` side by side, spell a share but no file name with its dot."""
_KEY: Final = re.compile(
    r"(?<![A-Za-z0-9])(?:sk-(?:proj-|ant-)?[A-Za-z0-9_-]{20,}|(?:AKIA|ASIA)[A-Z0-9]{16}|gh[pousr]_[A-Za-z0-9]{30,}"
    r"|github_pat_\w{30,}|xox[abprs]-[A-Za-z0-9-]{10,}|AIza[\w-]{35}|hf_[A-Za-z0-9]{30,}|glpat-[\w-]{20}"
    r"|eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,})"
    r"|-----BEGIN (?:[A-Z]+ )*PRIVATE KEY"
)
_SECRET: Final = re.compile(
    r"(?i)(?:api[_-]?key|secret|token|passw(?:or)?d|authorization|bearer)[\"']?\s{0,3}[:=]\s{0,3}[\"']?(?:bearer\s)?([A-Za-z0-9_+/.=-]{16,})"
)
_MAIL: Final = re.compile(r"(?<![\w.+-])[A-Za-z0-9][\w.+-]{1,63}@(?:[A-Za-z0-9-]{2,63}\.)+[A-Za-z]{2,24}(?![\w-])")
_PLAIN_MAIL: Final = re.compile(r"(?<![\w.+-])[a-z][a-z0-9._-]{2,63}@(?:[a-z][a-z0-9-]{2,62}\.)+[a-z]{2,24}(?![\w-])")
"""For binary data: compressed bytes spell ``Ix@ks.KFD`` once in a few megabytes, and this about once in 100 GB."""
_GENERIC: Final = frozenset(
    {"root", "user", "admin", "localhost", "runner", "ubuntu", "debian", "docker", "build", "builder", "nobody"}
)


def leaks(
    path: str,
    data: bytes,
    *,
    names: Collection[str] = (),
    mail: Collection[str] = (),
    prompts: Collection[str] = (),
    slot: str = "",
) -> tuple[Finding, ...]:
    """``P2.leaks``: nothing in the file, or in what is packed in it, tells of the machine, its owner or its keys.

    ``names`` are user and host names that must not appear (``machine_names()``), ``mail`` the addresses that the brief itself
    gave, ``prompts`` texts that must stay inside. Evidence names what was found, never a whole key.
    """
    out: dict[str, Finding] = {}
    try:
        for part, raw in inside(path, data):
            found = [f"a prompt, {p[:40]!r}" for p in prompts if len(p) >= 12 and p.encode() in raw]
            for text, chance in _texts(raw):
                found += _told(text, names, mail, chance)
            for told in found:
                finding = _say(Severity.BLOCK, f"{part}: {told}", "Strip it.", slot=slot, place={"file": part})
                out.setdefault(finding.id, finding)
    except (TooDeep, zipfile.BadZipFile, NotImplementedError, EOFError, RuntimeError) as error:
        told = f"{path}: cannot be looked into: {error}"
        finding = _say(Severity.BLOCK, told, "Build the file again.", slot=slot, place={"file": path})
        out[finding.id] = finding
    return tuple(out.values())


def machine_names() -> tuple[str, ...]:
    """User and host name of this machine where they are telling: five letters or more, and no common default."""
    try:
        user = getpass.getuser()
    except (OSError, KeyError):
        user = ""
    found = {user, socket.gethostname().split(".")[0]}
    return tuple(sorted(n for n in found if len(n) >= 5 and n.casefold() not in _GENERIC))


def _texts(raw: bytes) -> Iterator[tuple[str, bool]]:
    """What can be read in a byte string: all of a text, else every run of letters, also of two-byte ones.

    The second value is true for runs found in binary data, where letters also stand together by chance.
    """
    if b"\0" not in raw[:4096]:
        try:
            yield raw.decode(), False
            return
        except UnicodeDecodeError:
            pass
    yield "\n".join(run.decode("utf-8", "ignore") for run in _TEXT_RUN.findall(raw)), True
    yield "\n".join(run[::2].decode("ascii") for run in _WIDE_RUN.findall(raw)), True


def _told(text: str, names: Collection[str], mail: Collection[str], chance: bool) -> Iterator[str]:
    for found in (*_PLACE.finditer(text), *(_SHARED_FILE if chance else _SHARE).finditer(text)):
        yield f"a path of this machine, {found.group()[:40]!r}"
    for found in _KEY.finditer(text):
        yield f"what looks like a key, {found.group()[:6]!r}..."
    for found in _SECRET.finditer(text):
        if entropy(found.group(1)) > 3.3 and re.search(r"\d", found.group(1)):
            yield f"what looks like a secret, {found.group()[:12]!r}..."
    allowed = {m.casefold() for m in mail}
    for found in (_PLAIN_MAIL if chance else _MAIL).finditer(text):
        if found.group().casefold() not in allowed:
            yield f"an address that the brief does not give, {found.group()[:60]!r}"
    for name in names:
        if re.search(rf"(?<![A-Za-z0-9]){re.escape(name)}(?![A-Za-z0-9])", text, re.I):
            yield f"the name of this machine or its user, {name!r}"


def entropy(text: str) -> float:
    """Shannon entropy in bits a character."""
    counts = Counter(text).values()
    return -sum(n / len(text) * math.log2(n / len(text)) for n in counts) if text else 0.0

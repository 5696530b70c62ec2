"""Checks that every kind of deliverable runs on its package: nothing active, nothing leaked."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence

from agents.kind import Check, Dossier, Subject
from core.blobs import Read
from core.findings import Finding


def _leak_subjects(job: Dossier) -> Iterator[Subject]:
    """Every file, with the mail addresses that the brief itself gives and the names of this machine."""
    from tools.checks.leaks import machine_names

    mails = sorted(
        {w for w in json.dumps(job.brief.json_dict(), ensure_ascii=False).replace('"', " ").split() if "@" in w}
    )
    names = sorted(machine_names())
    for path, digest in job.files.items():
        yield Subject("", {"path": path, "digest": digest, "mail": mails, "names": names})


def _leaks(subject: Subject, read: Read) -> Sequence[Finding]:
    from tools.checks.leaks import leaks

    given = subject.inputs
    return leaks(given["path"], read(given["digest"]), names=given["names"], mail=given["mail"])


def _nothing() -> tuple[str, ...]:
    return ()


def package(
    scripts: Callable[[], tuple[str, ...]] = _nothing, endings: tuple[str, ...] = (".html", ".svg", ".css")
) -> tuple[Check, ...]:
    """The checks of the package's files.

    Args:
        scripts: SHA-256 of each program of ours that a page of this kind may run.
        endings: names of the files that are looked into for active content.
    """

    def subjects(job: Dossier) -> Iterator[Subject]:
        own = list(scripts())
        for path, digest in job.files.items():
            if path.endswith(endings):
                yield Subject("", {"path": path, "digest": digest} | ({"scripts": own} if own else {}))

    return (
        Check(id="P1.active", subjects=subjects, look=_active, version=2),
        Check(id="P2.leaks", subjects=_leak_subjects, look=_leaks, version=2),
    )


def _active(subject: Subject, read: Read) -> Sequence[Finding]:
    from tools.checks.active import active

    given = subject.inputs
    return active(given["path"], read(given["digest"]), scripts=given.get("scripts", ()))

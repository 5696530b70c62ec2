"""The report and hand-over sheet of a package, from the job's nouns to the exporter's."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from agents.kind import Dossier, Kind
from core.asset import File
from core.findings import Review


def report_files(
    kind: Kind, job: Dossier, files: Sequence[File], review: Review, decision: dict[str, Any], failures: dict[str, Any],
    draft: bool, digest: str,
) -> dict[str, bytes]:  # fmt: skip
    """Path to bytes of ``REPORT.html`` and what stands beside it."""
    return {}

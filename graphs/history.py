"""What earlier runs left: their documents, and the requests of a job's last run."""

from __future__ import annotations

from typing import Any

from core.brief import Brief
from core.canonical import key_of
from core.settings import Options
from memory.home import Home
from memory.run_id import make_run_id
from memory.runs import Document

DOCUMENTS: tuple[Document, ...] = (
    "brief",
    "completed",
    "options",
    "plan",
    "assets",
    "review",
    "package",
    "requests",
    "published",
)


def job_id(brief: Brief) -> str:
    """Names the job across runs: what pins and comparisons hang on. Edits of facts or words keep it."""
    return make_run_id(brief.brand.name or brief.title or brief.product, brief.kind)


def run_name(brief: Brief, options: Options, copy: int = 1) -> str:
    """A run's id: a readable slug and a short hash, so that the same brief finds its run again."""
    salt = key_of([brief.json_dict(), options.json_dict()])
    return make_run_id(brief.title or brief.brand.name or brief.product, salt, *([copy] if copy > 1 else []))


def everything(home: Home, run_id: str) -> dict[str, Any]:
    """All documents of a run, with its state under ``run``. ``BadInput`` if there is no such run."""
    run = home.runs.get(run_id)
    return {"run": run.read_state().json_dict(), **{name: run.read(name) for name in DOCUMENTS}}


def last_requests(home: Home, job: str) -> dict[str, dict[str, Any]]:
    """Slot to request of the newest run of a job that got that far; empty for a new job."""
    for summary in home.runs.list():
        if summary.state is not None and summary.state.extra.get("job") == job:
            requests = home.runs.get(summary.id).read("requests")
            if requests:
                return requests
    return {}

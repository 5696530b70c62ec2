"""How a run ended: where the package is, what is in it, what is open, and the next command."""

from __future__ import annotations

from typing import Any

from rich.console import Console
from rich.markup import escape

from desk.ask import show_inferred
from desk.tables import findings_lines
from desk.tell import print_line
from graphs.runner import Outcome
from memory.outbox import Published

QUIET = ("INFO",)


def ending(outcome: Outcome, published: Published | None, console: Console, *, as_json: bool) -> None:
    """Print the end of a run."""
    if as_json:
        print_line("result", _data(outcome, published))
        return
    show_inferred(outcome.brief, console)
    findings = [f for f in outcome.review.json_dict()["findings"] if f["severity"] not in QUIET]
    for line in findings_lines(findings):
        console.print(line)
    if outcome.status == "rejected" and published is not None:
        _withdrawn(published, console)
    elif published is not None:
        _package(outcome, published, console)
    else:
        _unfinished(outcome, console)


def _package(outcome: Outcome, published: Published, console: Console) -> None:
    draft = outcome.package["draft"]
    console.print(f"\n[bold]{'Draft' if draft else 'Package'}[/]  {escape(str(published.folder))}/")
    groups: dict[str, int] = {}
    for f in outcome.package["files"]:
        head = f["path"].split("/")[0] + ("/" if "/" in f["path"] else "")
        groups[head] = groups.get(head, 0) + 1
    for head, count in sorted(groups.items(), key=lambda g: (not g[0].endswith("/"), g[0])):
        console.print(f"  {escape(head):24}{f'{count} files' if head.endswith('/') else ''}")
    console.print(f"  {escape(published.archive.name)} [dim](all of it in one file)[/]")
    if not published.written:
        console.print("[dim]Nothing changed: the package that lies there is the same.[/]")
    if published.kept is not None:
        console.print(f"[yellow]Your changed folder was kept as {escape(published.kept.name)}.[/]")
    console.print(f"Open [bold]{escape(str(published.folder / 'REPORT.html'))}[/]")
    if draft:
        console.print(
            f"It is a draft: some things could not be checked by machine. Look at them, then:\n"
            f"  python main.py review {outcome.run_id} --approve"
        )


def _withdrawn(published: Published, console: Console) -> None:
    """A finished package that is turned down: it is a person's by now, so it is named and left alone."""
    console.print("Turned down. The package was put out before; it stays where it is, so do not hand it on:")
    for path in (published.folder, published.archive):
        if path.exists():
            console.print(f"  {escape(str(path))}")


def _unfinished(outcome: Outcome, console: Console) -> None:
    run = outcome.run_id
    words = {
        "waiting": f"Waits for you. Decide with:\n  python main.py review {run}",
        "refused": "Refused by a check: nothing was put out. Mend what is listed above and make it again.",
        "rejected": "Turned down: nothing was put out.",
        "drained": f"Stopped; all finished work is kept. Go on with:\n  python main.py resume {run}",
        "failed": f"Some assets could not be made; the others are kept. Try again with:\n  python main.py resume {run}",
    }
    console.print(words.get(outcome.status, outcome.status))


def _data(outcome: Outcome, published: Published | None) -> dict[str, Any]:
    return {
        "run": outcome.run_id,
        "status": outcome.status,
        "exit": outcome.exit_code,
        "draft": outcome.package.get("draft"),
        "content_digest": outcome.package.get("content_digest"),
        "folder": str(published.folder) if published else None,
        "archive": str(published.archive) if published else None,
        "inferred": outcome.brief.get("inferred", []),
        "findings": outcome.review.json_dict()["findings"],
        "failures": outcome.failures,
    }

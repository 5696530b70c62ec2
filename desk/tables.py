"""Tables that commands print."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from core.errors import BottegaError
from graphs.ability import NEEDS, able
from graphs.foresee import Prospect
from tools import registry

SEVERITY = {"BLOCK": "bold red", "HOLD": "yellow", "NOT_CHECKED": "magenta", "WARN": "cyan", "INFO": "dim"}


def runs_lines(rows: Sequence[Any]) -> Iterator[str]:
    """One line a run, its id whole so that it can be copied."""
    wide = max((len(row.id) for row in rows), default=0)
    for row in rows:
        if row.state is None:
            yield f"{row.id:{wide}}  damaged"
            continue
        cut_off = row.state.status == "running" and not row.held
        when = datetime.fromtimestamp(row.state.updated).strftime("%Y-%m-%d %H:%M")
        yield f"{row.id:{wide}}  {row.state.kind:10}{'cut off' if cut_off else row.state.status:10}{when}"


def prospects_table(found: Sequence[Prospect]) -> Table:
    """One line a slot of a dry run, and the sum below."""
    table = Table("asset", "", "why", box=None, header_style="dim")
    colour = {"made": "yellow", "reused": "cyan", "pinned": "magenta", "refused": "red"}
    for p in found:
        table.add_row(p.slot, f"[{colour[p.fate]}]{p.fate}[/]", escape(p.why))
    counts = Counter(p.fate for p in found)
    table.add_row("", "", ", ".join(f"{n} {fate}" for fate, n in counts.items()), style="bold")
    return table


def findings_lines(findings: Sequence[dict[str, Any]]) -> Iterator[str]:
    """Findings as marked-up lines, worst first; the same finding on several assets is one."""
    order = list(SEVERITY)
    groups: dict[tuple[str, str, str, str], list[str]] = {}
    for f in sorted(findings, key=lambda f: (order.index(f["severity"]), f["check"], f["slot"])):
        where = f["slot"] or f["place"].get("file", "")
        groups.setdefault((f["severity"], f["check"], f["evidence"], f["remedy"]), []).append(where)
    for (severity, check, evidence, remedy), slots in groups.items():
        named = ", ".join(dict.fromkeys(s for s in slots if s))
        where = f" [dim]({escape(named if len(named) < 60 else f'{len(slots)} assets')})[/]" if named else ""
        yield f"[{SEVERITY[severity]}]{severity:11}[/] {check:12} {escape(evidence[:200])}{where}"
        if remedy:
            yield f"{'':25}[dim]{escape(remedy[:200])}[/]"


def show_run(data: dict[str, Any], console: Console) -> None:
    """A run's plan, assets and findings."""
    run, plan, assets = data["run"], data.get("plan") or {}, data.get("assets") or {}
    console.print(f"[bold]{escape(run['title'] or run['id'])}[/]  {run['kind']}  {run['status']}")
    table = Table("asset", "agent", "made by", "facts", box=None, header_style="dim")
    for slot in plan.get("slots", ()):
        asset = assets.get(slot["id"])
        facts = ", ".join(
            f"{k} {v}" for k, v in sorted((asset or {}).get("facts", {}).items()) if isinstance(v, (int, float))
        )
        by = ("you" if asset.get("pinned") else asset["origin"]["backend"]) if asset else "-"
        table.add_row(slot["id"], slot["agent"], by, facts[:70])
    console.print(table)
    findings = (data.get("review") or {}).get("findings", [])
    if findings:
        for line in findings_lines(findings):
            console.print(line)


def backend_rows() -> list[dict[str, str]]:
    """Each backend, its state here and its terms."""
    rows = []
    for spec in registry.specs():
        try:
            abilities = registry.abilities(spec)
        except BottegaError as error:
            rows.append({"spec": spec, "state": "missing", "detail": str(error)})
            continue
        modality = spec.partition(":")[0]
        ready = spec not in NEEDS or modality in able({**_own(), modality: spec})
        detail = (
            f"{abilities.licence}, revision {abilities.revision}" if ready else f"needs the package {NEEDS[spec]!r}"
        )
        rows.append({"spec": spec, "state": "ready" if ready else "missing", "detail": detail})
    return rows


def _own() -> dict[str, str]:
    from core.settings import EMBEDDED

    return dict(EMBEDDED)

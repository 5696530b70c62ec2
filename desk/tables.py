"""Tables that commands print."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
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


def runs_table(rows: Sequence[Any]) -> Table:
    """One line a run."""
    table = Table("run", "kind", "status", "updated", "title", box=None, header_style="dim")
    for row in rows:
        if row.state is None:
            table.add_row(row.id, "", "[red]damaged[/]", "", "")
            continue
        cut_off = row.state.status == "running" and not row.held
        when = datetime.fromtimestamp(row.state.updated).strftime("%Y-%m-%d %H:%M")
        table.add_row(
            row.id, row.state.kind, "cut off" if cut_off else row.state.status, when, escape(row.state.title[:60])
        )
    return table


def prospects_table(found: Sequence[Prospect]) -> Table:
    """One line a slot of a dry run, and the sum below."""
    table = Table("asset", "", "why", box=None, header_style="dim")
    colour = {"made": "yellow", "reused": "cyan", "pinned": "magenta"}
    for p in found:
        table.add_row(p.slot, f"[{colour[p.fate]}]{p.fate}[/]", escape(p.why))
    counts = Counter(p.fate for p in found)
    table.add_row("", "", ", ".join(f"{n} {fate}" for fate, n in counts.items()), style="bold")
    return table


def findings_table(findings: Sequence[dict[str, Any]]) -> Table:
    """Findings, worst first."""
    table = Table("", "check", "asset", "what", "remedy", box=None, header_style="dim")
    order = list(SEVERITY)
    for f in sorted(findings, key=lambda f: (order.index(f["severity"]), f["check"], f["slot"])):
        style = SEVERITY[f["severity"]]
        table.add_row(
            f"[{style}]{f['severity']}[/]",
            f["check"],
            f["slot"],
            escape(f["evidence"][:160]),
            escape(f["remedy"][:120]),
        )
    return table


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
        console.print(findings_table(findings))


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

"""``memory``: what Bottega remembers. Each command imports what it needs when it runs, so that ``--help`` is quick."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from desk.tell import open_home, print_json

app = typer.Typer(help="What Bottega remembers: banned words, palettes, rejected lines, facts.", no_args_is_help=True)

Json = Annotated[bool, typer.Option("--json", help="Print JSON for machines.")]


@app.command("add")
def memory_add(
    text: Annotated[str, typer.Argument(help="What to remember.")],
    kind: Annotated[
        str,
        typer.Option(help="banned, palette, rejected, family, colours, mood, ground, preference, fact or feedback."),
    ] = "preference",
    brand: Annotated[str, typer.Option(help="Only for this brand.")] = "",
    author: Annotated[str, typer.Option("--as", help="Who says so.")] = "",
    as_json: Json = False,
) -> None:
    """Remember a note."""
    from graphs.recall import open_notes

    with open_notes(open_home()) as notes:
        made = notes.add(text, kind=kind, brand=brand, origin="person", author=author)
    print_json({"id": made}) if as_json else print(f"remembered {made[:12]}")


@app.command("list")
def memory_list(brand: Annotated[str, typer.Option(help="Only this brand's.")] = "", as_json: Json = False) -> None:
    """List notes."""
    from graphs.recall import open_notes

    with open_notes(open_home()) as notes:
        rows = notes.list(brand=brand or None)
    _show_notes(rows, as_json)


@app.command("search")
def memory_search(
    query: str, k: Annotated[int, typer.Option("-k", min=1, max=100, help="How many.")] = 8,
    brand: Annotated[str, typer.Option(help="Only this brand's and brandless ones.")] = "", as_json: Json = False,
) -> None:  # fmt: skip
    """Find notes by meaning and by word."""
    from graphs.recall import open_notes

    with open_notes(open_home()) as notes:
        rows = [hit.note for hit in notes.search(query, k, brand=brand or None)]
    _show_notes(rows, as_json)


@app.command("forget")
def memory_forget(
    note: Annotated[str, typer.Argument(metavar="ID", help="A note's id or its start.")], as_json: Json = False
) -> None:
    """Forget a note: its text is erased."""
    from graphs.recall import open_notes

    with open_notes(open_home()) as notes:
        gone = notes.forget(note)
    print_json({"id": gone}) if as_json else print(f"forgot {gone[:12]}")


@app.command("reindex")
def memory_reindex(as_json: Json = False) -> None:
    """Rebuild the search index from the stored vectors."""
    from graphs.recall import open_notes

    with open_notes(open_home()) as notes:
        count = notes.reindex()
    print_json({"notes": count}) if as_json else print(f"indexed {count} notes")


def _show_notes(rows: Any, as_json: bool) -> None:
    if as_json:
        print_json([r.json_dict() for r in rows])
        return
    for row in rows:
        print(f"{row.id[:12]}  {row.kind:10} {row.brand or '-':14} {row.text[:120]}")

"""Bottega's command line. Every command imports what it needs when it runs, so that ``--help`` is quick."""

from __future__ import annotations

import atexit
import sys
from gc import freeze
from pathlib import Path
from typing import Annotated

import typer
from typer.exceptions import TyperException

from core.errors import BadInput, BottegaError
from desk import memory_commands
from desk.reading import chosen, read_brief
from desk.running import finish, foresee, run_job, warn
from desk.tell import console, open_home, print_json, tell_error

app = typer.Typer(
    help="Five agents turn a brief into a finished, reviewed deliverable on your own machine.",
    no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None,
)  # fmt: skip
app.add_typer(memory_commands.app, name="memory")

Json = Annotated[bool, typer.Option("--json", help="Print JSON for machines.")]
RunId = Annotated[str, typer.Argument(metavar="RUN", help="A run's id, as `runs` lists it.")]


@app.command()
def make(
    brief: Annotated[
        str, typer.Argument(metavar="BRIEF", help="A file (YAML, Markdown or plain text), or the words themselves.")
    ],
    kind: Annotated[str, typer.Option(help="Kind of deliverable.")] = "",
    out: Annotated[Path | None, typer.Option(help="Folder for the package (default: deliverables/<title>).")] = None,
    seed: Annotated[
        int | None, typer.Option(min=0, max=2**31 - 1, help="Another seed gives another campaign from the same brief.")
    ] = None,
    sets: Annotated[
        list[str] | None, typer.Option("--set", metavar="PATH=VALUE", help="Change a field of the brief.")
    ] = None,
    backend: Annotated[
        list[str] | None, typer.Option(metavar="MODALITY=NAME:...", help="Backend of a modality.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be made and why; make nothing.")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Ask nothing; take what the brief's words suggest.")] = False,
    as_json: Json = False,
) -> None:
    """Make a deliverable from a brief."""
    from desk.attach import attach

    home = open_home()
    parsed, folder = read_brief(brief, kind, seed, sets or [])
    parsed = attach(parsed, folder, home)
    options = chosen(backend or [])
    screen = console()
    if dry_run:
        foresee(home, parsed, options, as_json)
        return
    if not yes:
        from desk.ask import ask, refuse_gaps

        if not as_json and screen.is_terminal and sys.stdin.isatty():
            parsed = ask(parsed, screen)
        else:
            refuse_gaps(parsed)
    if not as_json:
        warn(parsed)
    outcome = run_job(home, as_json, lambda runner: runner.make(parsed, options))
    finish(home, outcome, out, as_json)


@app.command()
def resume(
    run: RunId, out: Annotated[Path | None, typer.Option(help="Folder for the package.")] = None, as_json: Json = False
) -> None:
    """Go on with a run that was stopped, failed or cut off."""
    home = open_home()
    outcome = run_job(home, as_json, lambda runner: runner.resume(run))
    finish(home, outcome, out, as_json)


@app.command()
def runs(as_json: Json = False) -> None:
    """List runs, newest first."""
    rows = open_home().runs.list()
    if as_json:
        print_json([r.json_dict() for r in rows])
        return
    from desk.tables import runs_lines

    print("\n".join(runs_lines(rows)) or "no runs yet")


@app.command()
def show(run: RunId, as_json: Json = False) -> None:
    """Show a run: plan, assets, findings."""
    from graphs.history import everything

    home = open_home()
    data = everything(home, run)
    if as_json:
        print_json(data)
        return
    from desk.tables import show_run

    show_run(data, console())


@app.command()
def review(
    run: RunId,
    approve: Annotated[bool, typer.Option("--approve", help="Approve the package as it is.")] = False,
    reject: Annotated[bool, typer.Option("--reject", help="Turn the package down.")] = False,
    reason: Annotated[str, typer.Option(help="Why; remembered for this brand.")] = "",
    remember: Annotated[
        str,
        typer.Option(
            help="Kind of the note, instead of the one read from the reason: banned, rejected, palette, family, preference."
        ),
    ] = "",
    note: Annotated[str, typer.Option(help="What the note says, e.g. the banned word itself.")] = "",
    person: Annotated[str, typer.Option("--as", help="Who decides.")] = "",
    out: Annotated[Path | None, typer.Option(help="Folder for the package.")] = None,
    as_json: Json = False,
) -> None:
    """Look at what waits for a person, and decide."""
    from desk.decide import decide

    home = open_home()
    decision = decide(
        home, run, console(), approve=approve, reject=reject, reason=reason, remember=remember, note=note, person=person,
        as_json=as_json,
    )  # fmt: skip
    if decision is None:
        return
    outcome = run_job(home, as_json, lambda runner: runner.resume(run, decision))
    finish(home, outcome, out, as_json)


@app.command()
def edit(
    run: RunId,
    slot: Annotated[str, typer.Argument(help="The asset's slot, as `show` lists it.")],
    file: Annotated[Path | None, typer.Argument(help="Your version; leave out with --undo.")] = None,
    undo: Annotated[bool, typer.Option("--undo", help="Give the slot back to the agents.")] = False,
    as_json: Json = False,
) -> None:
    """Put your own version in an asset's place; later runs keep it and only propose theirs."""
    from desk.pin import pin, unpin

    home = open_home()
    if undo:
        unpin(home, run, slot)
    elif file is None:
        raise BadInput("no file given", remedy="Name the file with your version, or use --undo.")
    else:
        pin(home, run, slot, file)
    if as_json:
        print_json({"run": run, "slot": slot, "pinned": not undo})
        return
    console().print(
        f"{slot}: {'back with the agents' if undo else 'yours from now on'}. Run the brief again to rebuild the package."
    )


@app.command()
def kinds(as_json: Json = False) -> None:
    """List kinds of deliverable."""
    from graphs import kinds as registry

    rows = {name: registry.load(name).summary for name in registry.names()}
    print_json(rows) if as_json else [print(f"{name:12} {text}") for name, text in rows.items()]


@app.command()
def backends(as_json: Json = False) -> None:
    """List backends and whether each can run here."""
    from desk.tables import backend_rows

    rows = backend_rows()
    print_json(rows) if as_json else [print(f"{r['spec']:18} {r['state']:10} {r['detail']}") for r in rows]


@app.command()
def schema(
    kind: Annotated[str, typer.Argument(metavar="KIND", help="As `kinds` lists it.")],
    as_json: Annotated[bool, typer.Option("--json", help="As without it: a schema is JSON.")] = False,
) -> None:
    """Print the JSON Schema of what a kind's brief may say."""
    from graphs.brief_schema import brief_schema

    print_json(brief_schema(kind))


@app.command()
def gc(
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would go.")] = False,
    grace: Annotated[int, typer.Option(min=0, help="Keep what was touched within so many hours.")] = 24,
    as_json: Json = False,
) -> None:
    """Remove stored files that no run, pin or recent record needs."""
    from memory.gc import collect

    gone = collect(open_home(), grace_seconds=grace * 3600, dry_run=dry_run)
    print_json(gone.json_dict()) if as_json else print(str(gone))


@app.command()
def graph(as_json: Json = False) -> None:
    """Print the production graph as Mermaid."""
    from graphs.production import mermaid

    print_json({"mermaid": mermaid()}) if as_json else print(mermaid())


@app.command()
def doctor(as_json: Json = False) -> None:
    """Say what this machine has, what is missing, and the command that mends it; ends with 1 where something needed is broken."""
    from desk.doctor import examine

    rows = examine(open_home)
    print_json(rows) if as_json else [print(f"{r['mark']} {r['what']:22} {r['detail']}") for r in rows]
    if any(r["mark"] == "✗" for r in rows):
        raise typer.Exit(1)


def cli() -> None:
    """Run, and turn every error into one line, or one JSON object where ``--json`` is asked for, and an exit code."""
    atexit.register(freeze)  # or the interpreter's last collections search all modules, half a second of every command
    as_json = "--json" in sys.argv[1:]
    try:
        code = app(standalone_mode=False)
    except BottegaError as error:
        code = tell_error(error.what, error.which, error.remedy, error.exit_code, as_json)
    except TyperException as error:
        said, context = error.format_message(), getattr(error, "ctx", None)
        if said.lstrip().startswith("Usage:"):  # called with nothing: the help itself is the message
            print(said, file=sys.stderr)
            code = error.exit_code
        else:
            remedy = f"Try '{context.command_path} --help'." if context else ""
            code = tell_error(said.rstrip("."), "", remedy, error.exit_code, as_json)
    except typer.Abort:
        code = tell_error("the input ended before an answer", "", "Nothing was done.", 2, as_json)
    except KeyboardInterrupt:
        code = 130
    sys.exit(code)


if __name__ == "__main__":
    cli()

"""The one production graph: brief to package. The only wiring there is."""

from __future__ import annotations

import os

os.environ.setdefault("LANGGRAPH_STRICT_MSGPACK", "true")  # read when langgraph is imported

import asyncio
import functools
import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from langgraph.graph import END, START, StateGraph
from langgraph.runtime import Runtime
from langgraph.types import RetryPolicy, Send, interrupt
from pydantic import ValidationError

from agents import composer, editor, illustrator, planner, reviewing, writer
from agents.deps import Work
from agents.kind import Dossier, Kind
from core.asset import Asset
from core.brief import Brief
from core.errors import BottegaError, DiskFull, MissingBlob
from core.findings import Review, Severity
from core.plan import Plan, Slot
from core.settings import Options
from graphs import kinds
from graphs.bench import Bench
from graphs.package import assemble_files, content_of, seal
from graphs.state import Errand, State
from graphs.unread import brief_checks
from graphs.worker import Drained
from memory import faults

AGENTS = {
    "writer": writer.write,
    "illustrator": illustrator.illustrate,
    "composer": composer.compose,
    "editor": editor.cut,
}


NEVER_AGAIN = RetryPolicy(max_attempts=1, retry_on=())
"""No node is run again by the graph: the scheduler has its own ladder, and what it cannot mend is a record of its slot."""


@dataclass
class Context:
    """What nodes lean on; never part of the state."""

    bench: Bench
    able: frozenset[str]
    look_back: Callable[[Review], Review] = lambda found: found
    """Adds what people decided earlier about the same content."""


def intake(state: State, runtime: Runtime[Context]) -> State:
    """Gate the input: a brief that does not validate goes no further."""
    brief = Brief.model_validate(state["brief"])
    kinds.load(brief.kind).details.model_validate(brief.details)
    for attachment in brief.attachments:
        runtime.context.bench.read(attachment.digest)
    return {"status": "running", "round": 0, "remade": {}, "assets": {}, "failures": {}}


async def plan(state: State, runtime: Runtime[Context]) -> State:
    """Freeze the plan, before any source is read into a prompt."""
    brief = Brief.model_validate(state["brief"])
    made = await planner.plan(brief, kinds.load(brief.kind), runtime.context.able, runtime.context.bench)
    agents = {slot["id"]: slot["agent"] for slot in made["plan"]["slots"]}
    runtime.context.bench.tell("plan", {"slots": len(agents), "agents": agents})
    return {"brief": made["brief"], "plan": made["plan"]}


def wave(state: State) -> State:
    """A meeting point between waves; the edge behind it decides what is ready."""
    return {"status": "producing"}


def ready(state: State) -> list[Send] | str:
    """One errand for each slot whose needs are met; ``assemble`` when none is left."""
    frozen = Plan.model_validate(state["plan"])
    assets, failures = state.get("assets", {}), state.get("failures", {})
    errands = []
    for slot in frozen.slots:
        if slot.id in assets or slot.id in failures or not all(n in assets for n in slot.needs):
            continue
        again = state.get("remade", {}).get(slot.id, {})
        errand: Errand = {
            "slot": slot.json_dict(),
            "needs": {n: assets[n] for n in slot.needs},
            "attempt": again.get("attempt", 0),
            "avoid": again.get("avoid", []),
            "run_id": state["run_id"],
        }
        errands.append(Send("produce", errand))
    return errands or "assemble"


async def produce(errand: Errand, runtime: Runtime[Context]) -> State:
    """Make one slot. A failure is a record, so that siblings finish."""
    slot = Slot.model_validate(errand["slot"])
    work = Work(
        slot=slot,
        assets={k: Asset.model_validate(v) for k, v in errand["needs"].items()},
        attempt=errand["attempt"],
        avoid=tuple(errand["avoid"]),
    )
    try:
        update: State = await AGENTS[slot.agent](work, runtime.context.bench)  # type: ignore[assignment]
        return update
    except MissingBlob as error:
        return _heal(error, errand["needs"], runtime.context.bench)
    except DiskFull:
        runtime.context.bench.draining = True  # what has not begun would fail for the same reason
        raise
    except Drained:
        return {}  # the run ends at the next edge; a resume sends this slot again
    except BottegaError as error:
        return _failed(slot, error, runtime.context.bench)
    except ValidationError as error:  # what this brief leads to is more than a tool can be asked for
        first = error.errors()[0]
        told = BottegaError(
            f"{error.title} cannot ask for this: {first['msg'].lower()}",
            which=".".join(map(str, first["loc"])),
            remedy="Ask for less in the brief: shorter lines, a shorter film, fewer or smaller files.",
        )
        return _failed(slot, told, runtime.context.bench)


def _failed(slot: Slot, error: BottegaError, bench: Bench) -> State:
    bench.tell("slot.failed", {"slot": slot.id, "error": str(error)})
    return {"failures": {slot.id: {"what": error.what, "which": error.which, "remedy": error.remedy}}}


def _heal(error: MissingBlob, assets: dict[str, Any], bench: Bench) -> State:
    """Drop the assets whose stored bytes are gone or altered, so that the next wave makes them again."""
    broken = [
        slot for slot, asset in assets.items() if any(b["digest"] == error.which for b in asset["parts"].values())
    ]
    if not broken:
        raise error
    bench.distrust(error.which)
    bench.tell("healing", {"slots": broken})
    return {"assets": dict.fromkeys(broken)}


def dossier(state: State, bench: Bench) -> tuple[Kind, Dossier]:
    """The job so far, as checks and builds see it."""
    brief = Brief.model_validate(state["brief"])
    return kinds.load(brief.kind), Dossier(
        brief=brief,
        plan=Plan.model_validate(state["plan"]),
        assets={k: Asset.model_validate(v) for k, v in state.get("assets", {}).items()},
        files={f["path"]: f["blob"]["digest"] for f in state.get("files", [])},
        read=bench.read,
    )


async def assemble(state: State, runtime: Runtime[Context]) -> State:
    """Build the package's files and store them; failed slots and what hangs on them stay out."""
    kind, job = dossier(state, runtime.context.bench)
    try:
        files = await asyncio.to_thread(assemble_files, kind, job, runtime.context.bench)
    except MissingBlob as error:
        return {**_heal(error, state["assets"], runtime.context.bench), "status": "healing"}
    return {"files": [f.json_dict() for f in files], "status": "assembled"}


def after_assemble(state: State) -> str:
    """Back to making where a stored asset proved broken."""
    return "wave" if state["status"] == "healing" else "review"


async def review(state: State, runtime: Runtime[Context]) -> State:
    """Run the kind's checks; findings name slots, and only those are made again."""
    kind, job = dossier(state, runtime.context.bench)
    checks = (*kind.checks, *brief_checks(kind))
    found = await asyncio.to_thread(reviewing.review, job, checks, state.get("round", 0), runtime.context.bench)
    found = reviewing.with_failures(found, state.get("failures", {}))
    found = reviewing.with_open_reasons(found, state["plan"]["recalled"])
    found = runtime.context.look_back(found.model_copy(update={"content": content_of(state["files"])}))
    runtime.context.bench.tell("review", {"round": found.round, "findings": len(found.findings)})
    return {"review": found.json_dict(), "status": "reviewed"}


def after_review(state: State) -> str:
    """``remake`` while a round is left and something can be mended; ``refuse`` what no person may wave through."""
    options = Options.model_validate(state.get("options", {}))
    found = Review.model_validate(state["review"])
    if _wanted(state) and state.get("round", 0) < options.rounds:
        return "remake"
    return "refuse" if found.open(Severity.BLOCK) else "gate"


def _wanted(state: State) -> dict[str, Any]:
    """Slots that a remake may mend, with what to avoid."""
    pinned = {slot for slot, asset in state.get("assets", {}).items() if asset["pinned"]}
    return reviewing.remakes(Review.model_validate(state["review"]), state.get("remade", {}), pinned)


def remake(state: State, runtime: Runtime[Context]) -> State:
    """Send findings' slots back, with all that hangs on them."""
    frozen = Plan.model_validate(state["plan"])
    wanted = _wanted(state)
    runtime.context.bench.tell("remake", {"slots": sorted(wanted)})
    gone = {slot: None for slot in frozen.downstream(set(wanted))}
    return {"remade": {**state.get("remade", {}), **wanted}, "assets": gone, "round": state.get("round", 0) + 1}


def gate(state: State) -> State:
    """Wait for a person where something is open. Nothing happens before the interrupt: it runs again on resume."""
    found = Review.model_validate(state["review"])
    options = Options.model_validate(state.get("options", {}))
    open_findings = found.holding()
    if not open_findings and not options.review:
        return {"decision": {"action": "none"}, "status": "passed"}
    decision = interrupt({"findings": [f.json_dict() for f in open_findings]})
    return {"decision": decision, "status": "decided"}


def after_gate(state: State) -> str:
    """``export`` unless a person turned the package down."""
    return "export" if state["decision"].get("action") in ("none", "approve", "waive") else "refuse"


def refuse(state: State) -> State:
    """A check or a person said no: nothing leaves."""
    blocked = Review.model_validate(state["review"]).open(Severity.BLOCK)
    return {"status": "refused" if blocked else "rejected"}


async def export(state: State, runtime: Runtime[Context]) -> State:
    """Close the package: manifest and report over the content, as stored files. ``main`` puts them on the disk."""
    kind, job = dossier(state, runtime.context.bench)
    found = Review.model_validate(state["review"])
    package = await asyncio.to_thread(
        seal, kind, job, state["files"], found, state["decision"], state.get("failures", {}), runtime.context.bench
    )
    return {"package": package, "status": "done"}


def _passing(node: Any) -> Any:
    """The node between two named points at which a crash test may end the process."""
    name = node.__name__

    if inspect.iscoroutinefunction(node):

        @functools.wraps(node)
        async def passed(*args: Any, **kwargs: Any) -> Any:
            faults.at(f"{name}:before")
            update = await node(*args, **kwargs)
            faults.at(f"{name}:after")
            return update

        return passed

    @functools.wraps(node)
    def passed_plainly(*args: Any, **kwargs: Any) -> Any:
        faults.at(f"{name}:before")
        update = node(*args, **kwargs)
        faults.at(f"{name}:after")
        return update

    return passed_plainly


def build_graph() -> StateGraph[State, Context, State, State]:
    """The uncompiled graph; compile it with a checkpointer."""
    graph: StateGraph[State, Context, State, State] = StateGraph(State, context_schema=Context)
    for node in (intake, plan, wave, assemble, review, remake, gate, refuse, export):
        graph.add_node(node.__name__, _passing(node), retry_policy=NEVER_AGAIN)
    graph.add_node("produce", _passing(produce), input_schema=Errand, retry_policy=NEVER_AGAIN)
    graph.add_edge(START, "intake")
    graph.add_edge("intake", "plan")
    graph.add_edge("plan", "wave")
    graph.add_conditional_edges("wave", ready, ["produce", "assemble"])
    graph.add_edge("produce", "wave")
    graph.add_conditional_edges("assemble", after_assemble, ["wave", "review"])
    graph.add_conditional_edges("review", after_review, ["remake", "gate", "refuse"])
    graph.add_edge("remake", "wave")
    graph.add_conditional_edges("gate", after_gate, ["export", "refuse"])
    graph.add_edge("refuse", END)
    graph.add_edge("export", END)
    return graph


def graph() -> Any:
    """Compiled without a checkpointer of ours, for ``langgraph dev``."""
    return build_graph().compile()


def mermaid() -> str:
    """The graph as a Mermaid picture."""
    return str(build_graph().compile().get_graph().draw_mermaid())

"""Drives one run of the production graph: opens the stores, streams, stops cleanly, and says how it ended."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from langgraph.errors import GraphDrained
from langgraph.runtime import RunControl

from agents import planner
from core.brief import Brief
from core.errors import BadInput, DiskFull, RunBusy, StoreFailure
from core.findings import Review
from core.plan import Plan
from core.settings import Options
from graphs import kinds
from graphs.ability import able
from graphs.bench import Bench
from graphs.decided import head
from graphs.feed import answer, go_on
from graphs.foresee import Prospect, foresee
from graphs.history import job_id, last_requests, run_name
from graphs.package import content_of
from graphs.production import Context, build_graph
from graphs.recall import recaller
from graphs.turned_down import look_back
from memory import checkpoints
from memory.home import Home
from memory.runs import Run

RECURSION_LIMIT = 120
"""Supersteps: a plan of 40 waves with two rounds of remaking stays far below."""

EXIT = {"done": 0, "waiting": 3, "refused": 4, "rejected": 4, "failed": 1, "drained": 130}

OnEvent = Callable[[str, dict[str, Any]], None]


@dataclass(frozen=True)
class Outcome:
    """How a run ended."""

    run_id: str
    status: str
    package: dict[str, Any] = field(default_factory=dict)
    review: Review = field(default_factory=lambda: Review(round=0))
    failures: dict[str, Any] = field(default_factory=dict)
    plan: dict[str, Any] = field(default_factory=dict)
    brief: dict[str, Any] = field(default_factory=dict)
    assets: dict[str, Any] = field(default_factory=dict)

    @property
    def exit_code(self) -> int:
        return EXIT.get(self.status, 1)


class Runner:
    """One home, many runs. ``on_event`` hears what goes to the event log as well."""

    def __init__(self, home: Home, on_event: OnEvent | None = None) -> None:
        self.home = home
        self.run_id = ""
        """The run at work, once it has a folder to resume from."""
        self._on_event = on_event or (lambda kind, data: None)
        self._control: RunControl | None = None
        self._bench: Bench | None = None

    def drain(self) -> None:
        """Stop soon: work in hand is finished and stored."""
        if self._bench is not None:
            self._bench.draining = True
        if self._control is not None:
            self._control.request_drain("asked to stop")

    def bench(self, run_id: str, brief: Brief, options: Options) -> Bench:
        """The scheduler for a job."""

        def emit(kind: str, data: dict[str, Any]) -> None:
            self.home.events.append(run_id, kind, data)
            self._on_event(kind, data)

        return Bench(self.home, options.backends, job=job_id(brief), emit=emit, recall=recaller(self.home))

    async def make(self, brief: Brief, options: Options) -> Outcome:
        """Run a brief from the start. Whatever the store holds is reused."""
        with self._claim(brief, options) as run:
            start = {"run_id": run.id, "brief": brief.json_dict(), "options": options.json_dict()}
            with _resumable(run.id):
                return await self._drive(run, brief, options, start, fresh=True)

    @contextmanager
    def _claim(self, brief: Brief, options: Options) -> Iterator[Run]:
        """The run of this brief, held alone; where another process works on it, a run of its own beside it."""
        with ExitStack() as held:
            for copy in range(1, 100):
                run_id = run_name(brief, options, copy)
                with suppress(BadInput):  # it is there already, or another process was faster
                    self.home.runs.create(
                        run_id,
                        brief.json_dict(),
                        options.json_dict(),
                        title=brief.title or brief.product[:80],
                        kind=brief.kind,
                    )
                try:
                    run = held.enter_context(self.home.runs.open(run_id))
                    run.read_state()
                except (RunBusy, StoreFailure):
                    continue  # held by another process, or its record is damaged: a folder of our own
                yield run
                return
            raise RunBusy("a hundred processes work on this brief", remedy="Wait for one of them.")

    async def resume(self, run_id: str, decision: dict[str, Any] | None = None) -> Outcome:
        """Go on with a run: from its last checkpoint, with a person's decision, or anew over the store.

        A decision that was written down and not put into the run yet, as a crash leaves it, is put in.
        Raises ``BadInput`` where ``decision`` is about another content than the run's present one.
        """
        with self.home.runs.open(run_id) as run:
            brief, options = Brief.model_validate(run.read("brief")), Options.model_validate(run.read("options"))
            start = {"run_id": run.id, "brief": brief.json_dict(), "options": options.json_dict()}
            with _resumable(run.id):
                return await self._drive(run, brief, options, start, decision=decision)

    async def _drive(
        self, run: Run, brief: Brief, options: Options, start: dict[str, Any], *, fresh: bool = False,
        decision: dict[str, Any] | None = None,
    ) -> Outcome:  # fmt: skip
        self.run_id = run.id
        bench = self._bench = self.bench(run.id, brief, options)
        control = self._control = RunControl()
        before = run.read_state()
        steps, extra = before.checkpointed, {**before.extra, "job": job_id(brief)}
        if fresh:
            extra["decided"] = head(self.home, run.id)
        config: Any = {"configurable": {"thread_id": run.id}, "recursion_limit": RECURSION_LIMIT}
        run.write_state(status="running", error="", extra=extra)
        bench.tell("run.started", {"run": run.id, "title": brief.title})
        try:
            async with checkpoints.open_saver(self.home.checkpoints, on_broken=self._tell_broken) as saver:
                app = build_graph().compile(checkpointer=saver)
                state = "new" if fresh else await checkpoints.guard_thread(saver, run.id, steps=steps)
                if state != "sound":
                    if not fresh:
                        bench.tell("checkpoints", {"state": state})
                    await saver.adelete_thread(run.id)
                    run.write_state(checkpointed=0)
                    steps, fresh = 0, True
                feed: Any = start if fresh else await go_on(app, config, self.home, run, decision)
                context = Context(bench=bench, able=able(options.backends), look_back=partial(look_back, self.home))
                while True:
                    drained = False
                    try:
                        async for _ in app.astream(
                            feed, config, context=context, durability="sync", stream_mode="updates", control=control
                        ):
                            steps += 1
                            run.checkpointed(steps)
                    except GraphDrained:
                        drained = True
                    snapshot = await app.aget_state(config)
                    # begun anew after its checkpoints were lost, a run comes to a gate that a person has answered
                    feed = None if drained else answer(snapshot, self.home, run)
                    if feed is None:
                        break
        finally:
            await bench.close()
            run.write("requests", {**(run.read("requests") or {}), **bench.requests})
        return self._close(run, snapshot, control)

    def _tell_broken(self, error: checkpoints.CheckpointBroken) -> None:
        if self._bench is not None:
            self._bench.tell("checkpoints", {"state": str(error)})

    def _close(self, run: Run, snapshot: Any, control: RunControl) -> Outcome:
        values = snapshot.values
        waiting = [i for task in snapshot.tasks for i in task.interrupts]
        status = values.get("status", "failed")
        if waiting:
            status = "failed" if values.get("failures") else "waiting"
        elif status not in ("done", "refused", "rejected"):
            status = "drained" if control.drain_requested else "failed"
        outcome = Outcome(
            run_id=run.id,
            status=status,
            package=values.get("package", {}),
            review=Review.model_validate(values["review"]) if values.get("review") else Review(round=0),
            failures=values.get("failures", {}),
            plan=values.get("plan", {}),
            brief=values.get("brief", {}),
            assets=values.get("assets", {}),
        )
        for name in ("plan", "brief", "assets", "package"):
            if values.get(name):
                run.write("completed" if name == "brief" else name, values[name])
        if values.get("review"):
            run.write("review", values["review"])
        content = content_of(values.get("files", []))
        run.write_state(status=status, extra={**run.read_state().extra, "content": content})
        if self._bench is not None:
            self._bench.tell("run.ended", {"run": run.id, "status": status})
        return outcome


@contextmanager
def _resumable(run_id: str) -> Iterator[None]:
    """A full disk ends the run; the error says how to go on with it."""
    try:
        yield
    except DiskFull as error:
        raise DiskFull(
            error.what, which=error.which,
            remedy="Free some space (python main.py gc removes what no run needs), then go on: finished work is kept.\n"
            f"  python main.py resume {run_id}",
        ) from error  # fmt: skip


async def foresee_job(home: Home, brief: Brief, options: Options) -> tuple[dict[str, Any], tuple[Prospect, ...]]:
    """The completed brief and every slot's fate, with nothing made."""
    bench = Bench(home, options.backends, job=job_id(brief), emit=lambda kind, data: None, recall=recaller(home))
    made = await planner.plan(brief, kinds.load(brief.kind), able(options.backends), bench)
    whole = Brief.model_validate(made["brief"])
    before = last_requests(home, job_id(whole))
    return made["brief"], await foresee(Plan.model_validate(made["plan"]), bench, before)

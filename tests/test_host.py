"""The tool host against backends that hang, crash, print, lie or run out of memory."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.blobs import blob_path
from core.errors import BackendMissing, BadInput, BottegaError, MissingBlob, ToolCrash, ToolFailure, ToolTimeout
from core.media import Media
from core.requests import SpeechRequest, TextRequest
from tools import registry
from tools.host import ToolHost
from tools.speech.embedded import available

ROOT = Path(__file__).parents[1]
TOY = "tests.toys.host_toys:"
LONG = 60.0


@pytest.fixture(autouse=True, scope="module")
def toys() -> None:
    for name in ("Obedient", "Generous", "Unbuildable"):
        registry.register(f"text:{name.lower()}", TOY + name)


@pytest.fixture
def host(tmp_path: Path) -> Iterator[ToolHost]:
    made = ToolHost("text:obedient", tmp_path, deadline=LONG)
    yield made
    made.close()


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ToolHost]:
    made = ToolHost("text:obedient", tmp_path_factory.mktemp("blobs"), deadline=LONG)
    yield made
    made.close()


def ask(role: str, product: str = "") -> TextRequest:
    return TextRequest(role=role, product=product)


def run(host: ToolHost, *requests: TextRequest) -> list[Media]:
    return list(host.generate(requests))


def gone(pid: int) -> bool:
    """True once the process is no more (or an unreaped zombie), waiting up to ten seconds."""
    for _ in range(200):
        try:
            os.kill(pid, 0)
            state = Path(f"/proc/{pid}/stat")
            if state.exists() and state.read_text().rpartition(")")[2].split()[0] == "Z":
                return True
        except (ProcessLookupError, FileNotFoundError):
            return True
        time.sleep(0.05)
    return False


def test_parts_facts_and_alt_come_back_whole_and_the_child_is_kept(shared: ToolHost) -> None:
    words = "Grüße, 太阳能 \0 " + "x" * 300_000
    first, second = run(shared, TextRequest(role="echo", product=words, voice="an alt"), ask("echo", "2"))
    assert dict(first.parts) == {"txt": words.encode(), "json": b""}
    assert list(first.parts) == ["txt", "json"]
    assert (first.alt, second.parts["txt"]) == ("an alt", b"2")
    (third,) = run(shared, ask("echo"))
    assert third.facts["pid"] == first.facts["pid"]
    assert third.facts["calls"] == first.facts["calls"] + 2


def test_no_requests_give_nothing(shared: ToolHost) -> None:
    assert run(shared) == []


def test_each_result_is_there_before_the_next_is_made(host: ToolHost) -> None:
    host.deadline = 2.0
    results = host.generate([ask("echo", "first"), ask("sleep")])
    assert next(results).parts["txt"] == b"first"
    with pytest.raises(ToolTimeout, match="2 seconds"):
        next(results)


@pytest.mark.parametrize("role", ["sleep", "spin"])
def test_deadline_ends_the_child_and_the_next_call_works(host: ToolHost, role: str) -> None:
    (before,) = run(host, ask("echo"))
    host.deadline = 0.5
    with pytest.raises(ToolTimeout):
        run(host, ask(role))
    assert gone(before.facts["pid"])
    host.deadline = LONG
    (after,) = run(host, ask("echo"))
    assert after.facts["calls"] == 1


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize(("role", "cause"), [("exit", "exit status 3"), ("segv", "SIGSEGV")])
def test_a_death_is_a_crash_with_its_last_words(host: ToolHost, role: str, cause: str) -> None:
    with pytest.raises(ToolCrash, match=cause) as caught:
        run(host, ask(role))
    if role == "exit":
        assert "last words in host_toys.py" in caught.value.which
    assert str(ROOT) not in str(caught.value)
    assert run(host, ask("echo", "again"))[0].parts["txt"] == b"again"


@pytest.mark.skipif(sys.platform != "linux", reason="address-space limits are Linux's")
def test_memory_limit(tmp_path: Path) -> None:
    host = ToolHost("text:obedient", tmp_path, deadline=LONG, memory_mb=2048)
    try:
        with pytest.raises(ToolFailure, match="out of memory"):
            run(host, ask("greedy"))
        assert run(host, ask("echo", "alive"))[0].parts["txt"] == b"alive"
    finally:
        host.close()


def test_every_backend_of_ours_that_is_hosted_has_a_limit() -> None:
    limits = {spec: registry.abilities(spec).memory_mb for spec in registry.BACKENDS if registry.abilities(spec).hosted}
    assert {"speech:embedded", "music:embedded", "video:embedded"} <= set(limits)
    assert all(4096 <= limit <= 16_384 for limit in limits.values()), limits


def test_printing_cannot_corrupt_the_answers(shared: ToolHost) -> None:
    assert [m.parts["txt"] for m in run(shared, ask("print"), ask("echo", "next"))] == [b"ok", b"next"]


def test_our_errors_cross_as_themselves(shared: ToolHost) -> None:
    with pytest.raises(BadInput) as caught:
        run(shared, ask("ours", "moon"))
    assert (caught.value.what, caught.value.which, caught.value.remedy) == ("no such thing", "moon", "Ask for another.")
    with pytest.raises(ToolFailure, match="KeyError"):
        run(shared, ask("theirs"))
    with pytest.raises(ToolFailure, match="ValueError"):
        run(shared, ask("nan"))
    assert run(shared, ask("echo", "fine"))[0].parts["txt"] == b"fine"


def test_a_failed_item_lets_its_batch_go_on(shared: ToolHost) -> None:
    found = run(shared, ask("echo", "a"), ask("failure"), ask("echo", "b"))
    assert [m.failure for m in found] == ["", "this one cannot be made", ""]
    assert not found[1].parts


def test_too_few_and_too_many_results(shared: ToolHost, tmp_path: Path) -> None:
    with pytest.raises(ToolFailure, match="fewer"):
        run(shared, ask("nothing"))
    assert run(shared, ask("echo", "on"))[0].parts["txt"] == b"on"
    host = ToolHost("text:generous", tmp_path, deadline=LONG)
    try:
        for _ in range(2):
            with pytest.raises(ToolFailure, match="more"):
                run(host, ask("any"))
    finally:
        host.close()


def test_garbage_on_the_pipe_is_a_failure(host: ToolHost) -> None:
    with pytest.raises(ToolFailure, match="cannot be read"):
        run(host, ask("garbage"))
    assert run(host, ask("echo", "again"))[0].parts["txt"] == b"again"


def test_a_backend_that_cannot_be_built(tmp_path: Path) -> None:
    for spec, error, words in (
        ("text:unbuildable", BackendMissing, "moonshine"),
        ("text:nowhere", BadInput, "no such backend"),
    ):
        host = ToolHost(spec, tmp_path, deadline=LONG)
        try:
            with pytest.raises(error, match=words):
                run(host, ask("echo"))
        finally:
            host.close()


def test_blobs_are_read_from_the_store(shared: ToolHost) -> None:
    digest = hashlib.sha256(b"stored").hexdigest()
    path = blob_path(shared.blob_root, digest)
    path.parent.mkdir(parents=True)
    path.write_bytes(b"stored")
    assert run(shared, ask("blob", digest))[0].parts["txt"] == b"stored"
    with pytest.raises(MissingBlob):
        run(shared, ask("blob", "0" * 64))


def test_no_secret_reaches_the_child(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret")
    monkeypatch.setenv("BOTTEGA_ANYTHING", "1")
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    host = ToolHost("text:obedient", tmp_path, deadline=LONG)
    try:
        names = run(host, ask("environment"))[0].parts["txt"].decode().split("\n")
    finally:
        host.close()
    assert {"PATH", "PYTHONPATH", "PYTHONHASHSEED", "OMP_NUM_THREADS"} <= set(names)
    assert not {"OPENAI_API_KEY", "BOTTEGA_ANYTHING"} & set(names)


def test_closing_from_another_thread_ends_a_running_call(host: ToolHost) -> None:
    (before,) = run(host, ask("echo"))
    caught: list[BottegaError] = []

    def work() -> None:
        try:
            run(host, ask("sleep"))
        except ToolFailure as error:
            caught.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    time.sleep(0.2)
    host.close()
    thread.join(20)
    assert [type(error) for error in caught] == [ToolFailure]
    assert "closed" in str(caught[0])
    assert gone(before.facts["pid"])
    with pytest.raises(ToolFailure, match="closed"):
        run(host, ask("echo"))
    host.close()


def test_an_iteration_left_early_does_not_spoil_the_next(host: ToolHost) -> None:
    results = host.generate([ask("echo", "1"), ask("echo", "2"), ask("echo", "3")])
    next(results)
    results.close()  # type: ignore[attr-defined]
    assert [m.parts["txt"] for m in run(host, ask("echo", "4"))] == [b"4"]


def test_calls_from_several_threads_wait_for_one_another(shared: ToolHost) -> None:
    found: dict[int, list[bytes]] = {}

    def work(number: int) -> None:
        found[number] = [m.parts["txt"] for m in run(shared, *(ask("echo", f"{number}.{i}") for i in range(5)))]

    threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert found == {n: [f"{n}.{i}".encode() for i in range(5)] for n in range(4)}


@pytest.mark.skipif(sys.platform == "win32", reason="process groups of POSIX")
@pytest.mark.parametrize("how", ["close", "timeout", "crash"])
def test_grandchildren_end_with_the_child(host: ToolHost, how: str) -> None:
    grandchild = int(run(host, ask("grandchild"))[0].parts["txt"])
    if how == "close":
        host.close()
    elif how == "timeout":
        host.deadline = 0.3
        with pytest.raises(ToolTimeout):
            run(host, ask("sleep"))
    else:
        with pytest.raises(ToolCrash):
            run(host, ask("exit"))
    assert gone(grandchild)


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("role", ["sleep", "spin", "echo"])
def test_no_orphan_when_the_parent_is_killed(tmp_path: Path, role: str) -> None:
    program = f"""
import sys, threading
from pathlib import Path
from core.requests import TextRequest
from tools import registry
from tools.host import ToolHost
registry.register("text:obedient", {TOY + "Obedient"!r})
host = ToolHost("text:obedient", Path(sys.argv[1]), deadline=600)
print(list(host.generate([TextRequest(role="grandchild")]))[0].parts["txt"].decode(), flush=True)
print(list(host.generate([TextRequest(role="echo")]))[0].facts["pid"], flush=True)
list(host.generate([TextRequest(role={role!r})]))
threading.Event().wait()
"""
    parent = subprocess.Popen(
        [sys.executable, "-c", program, str(tmp_path)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert parent.stdout is not None
    grandchild, child = int(parent.stdout.readline()), int(parent.stdout.readline())
    time.sleep(0.2)
    os.kill(parent.pid, signal.SIGKILL)
    parent.wait()
    parent.stdout.close()
    assert gone(child)
    assert gone(grandchild)


@pytest.mark.skipif(not available(), reason="espeakng-loader is not installed: pip install '.[speech]'")
def test_the_speaker_gives_the_same_bytes_inside_a_host(tmp_path: Path) -> None:
    asked = SpeechRequest(lines=("The same inside and outside.",))
    backend = registry.build("speech:embedded", lambda digest: b"")
    host = ToolHost("speech:embedded", tmp_path, deadline=LONG)
    try:
        outside = next(iter(backend.generate([asked])))
        (inside,) = host.generate([asked])
        assert dict(inside.parts) == dict(outside.parts)
        assert dict(inside.facts) == dict(outside.facts)
    finally:
        backend.close()
        host.close()

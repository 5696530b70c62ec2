"""House rules of every test: no network, an own home, and clients that are named when they are missing."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from tests.needs import find, required

settings.register_profile("untimed", deadline=None)  # examples are judged by what comes out, never by the clock
settings.load_profile("untimed")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip with the client's name where it is missing; fail instead when ``BOTTEGA_REQUIRE_ALL=1``."""
    for mark in item.iter_markers("needs"):
        for name in mark.args:
            if find(name):
                continue
            if required():
                pytest.fail(f"needs {name}, and BOTTEGA_REQUIRE_ALL is set", pytrace=False)
            pytest.skip(f"needs {name}")


class NetworkTouched(AssertionError):
    """Something under test tried to leave this machine."""


def _local(address: Any) -> bool:
    if not isinstance(address, tuple):
        return True  # a Unix socket's path
    host = str(address[0])
    if host in ("", "localhost"):
        return True
    try:
        return ipaddress.ip_address(host.split("%")[0]).is_loopback
    except ValueError:
        return False


def _refuse(address: Any) -> None:
    if not _local(address):
        raise NetworkTouched(f"a test tried to reach {address!r}: nothing in Bottega may use the network unasked")


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    """Only loopback can be reached, from the first session fixture to the last."""
    patch = pytest.MonkeyPatch()
    for name in ("connect", "connect_ex"):
        real = getattr(socket.socket, name)

        def guarded(self: socket.socket, address: Any, _real: Any = real) -> Any:
            _refuse(address)
            return _real(self, address)

        patch.setattr(socket.socket, name, guarded)
    sendto = socket.socket.sendto

    def guarded_sendto(self: socket.socket, data: Any, *rest: Any) -> int:
        _refuse(rest[-1])
        return sendto(self, data, *rest)

    lookup = socket.getaddrinfo

    def guarded_lookup(host: Any, *rest: Any, **named: Any) -> Any:
        if host is not None:
            _refuse((host.decode() if isinstance(host, bytes) else host,))
        return lookup(host, *rest, **named)

    patch.setattr(socket.socket, "sendto", guarded_sendto)
    patch.setattr(socket, "getaddrinfo", guarded_lookup)
    yield
    patch.undo()


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """``BOTTEGA_HOME`` in the test's own folder: nobody's notes are read, none are written."""
    home = tmp_path / "bottega-home"
    monkeypatch.setenv("BOTTEGA_HOME", str(home))
    return home

"""The guards of the test suite itself."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from tests.needs import find


def test_the_network_cannot_be_reached() -> None:
    with pytest.raises(AssertionError, match="tried to reach"):
        socket.create_connection(("192.0.2.1", 80), timeout=0.1)
    with pytest.raises(AssertionError, match="tried to reach"):
        socket.getaddrinfo("example.org", 443)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as udp, pytest.raises(AssertionError, match="tried to reach"):
        udp.sendto(b"x", ("192.0.2.1", 53))


def test_loopback_can_be_reached() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname(), timeout=2):
        pass


def test_home_is_the_tests_own(own_home: Path) -> None:
    assert os.environ["BOTTEGA_HOME"] == str(own_home)
    assert not own_home.exists()


def test_a_missing_client_is_not_found() -> None:
    assert not find("no-such-program-anywhere")
    assert not find("node:no-such-package")
    assert find("python:json") == "json"

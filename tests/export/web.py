"""What the tests of pages share: a folder served on loopback, and a reader of HTML that is not the writer."""

from __future__ import annotations

import functools
import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from tests.needs import CLIENTS, find, node


class Reader(HTMLParser):
    """Every tag with its attributes, and the text between, as a browser would read them."""

    def __init__(self, data: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []
        self._text: list[str] = []
        self.feed(data.decode())
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "script":
            self.scripts.append("")

    def handle_data(self, data: str) -> None:
        if self.lasttag == "script" and self.scripts and not self.scripts[-1]:
            self.scripts[-1] = data
        else:
            self._text.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self._text).split())

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]

    def links(self) -> list[str]:
        """Every address that the page could load or lead to."""
        names = ("href", "src", "poster", "action", "data", "srcset")
        return [v for _, a in self.tags for k, v in a.items() if k in names and v]


class _Quiet(SimpleHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/favicon.ico":  # asked for by the browser, not by the page
            self.send_response(204)
            self.end_headers()
        else:
            super().do_GET()

    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Base address of a folder, on loopback."""
    handler = functools.partial(_Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


def put(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files below a folder."""
    for path, data in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def looked_at(folder: Path, *pages: str) -> list[dict[str, Any]]:
    """What a browser and axe-core see on each page, at a phone's and a desk's width."""
    with served(folder) as base:
        done = node(str(CLIENTS / "axe.mjs"), *(f"{base}/{page}" for page in pages))
    assert done.returncode == 0, done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def html_validate(*paths: Path) -> str:
    """Complaints of html-validate; empty for none."""
    done = node(find("node:html-validate"), "--preset", "recommended,a11y", *map(str, paths))
    return "" if done.returncode == 0 else done.stdout + done.stderr


def vnu(*paths: Path) -> str:
    """Errors of the Nu Html Checker (HTML and CSS); empty for none."""
    import subprocess

    command = ["java", "-Xmx512m", "-jar", find("node:vnu-jar"), "--errors-only", "--also-check-css", *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr

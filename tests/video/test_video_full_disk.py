"""A disk that fills up while a film is written."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from core.errors import DiskFull, ToolFailure
from tools.video.encode import encode
from tools.video.planes import Frame


def saying(folder: Path, words: str) -> str:
    """An encoder that only says ``words`` in its log, and fails."""
    path = folder / "ffmpeg"
    path.write_text(f"#!{sys.executable}\nimport sys\nsys.stdin.buffer.read()\nsys.exit({words!r})\n")
    path.chmod(0o700)
    return str(path)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("av_interleaved_write_frame(): No space left on device", DiskFull),
        ("Unknown encoder 'libx264'", ToolFailure),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a script with a shebang")
def test_a_full_disk_is_told_from_a_film_that_cannot_be_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: str, kind: type[Exception]
) -> None:
    monkeypatch.setattr("imageio_ffmpeg.get_ffmpeg_exe", lambda: saying(tmp_path, words))
    frame = Frame(16, 16)
    frame.data[:] = 128
    with pytest.raises(kind):
        encode(iter([frame]), 16, 16, 12, 1 / 12)

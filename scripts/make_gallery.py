"""One picture of a finished campaign, for ``docs/gallery``.

    python scripts/make_gallery.py PACKAGE LANGUAGE OUT.jpg

Takes the files of a package as they are: posts, film frames, banners and the first page of the press sheet.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import imageio_ffmpeg
from PIL import Image

WIDTH, GAP, GROUND = 1800, 16, "#8b8f96"
FRAMES = 5


def main(package: Path, language: str, out: Path) -> None:
    """Write the sheet. Raises ``FileNotFoundError`` where the package lacks a picture that it needs."""
    images = package / "images" / language
    posts = [_tall(images / f"{name}.png", 620) for name in ("square", "portrait", "story")]
    rows = [_row(posts), _row([_tall(images / "wide.png", 420), *_frames(package / "video" / language, 420)])]
    banners = [_any(package / "ads" / "display" / language, name) for name in ("300x250", "970x250", "320x100")]
    rows.append(_row([_scaled(b, 250) if b.height > 250 else b for b in banners if b is not None]))
    height = sum(r.height for r in rows) + GAP * (len(rows) + 1)
    sheet = Image.new("RGB", (WIDTH, height), GROUND)
    y = GAP
    for row in rows:
        sheet.paste(row, ((WIDTH - row.width) // 2, y))
        y += row.height + GAP
    sheet.save(out, "JPEG", quality=82, optimize=True, progressive=True)


def _scaled(image: Image.Image, height: int) -> Image.Image:
    return image.resize((round(image.width * height / image.height), height), Image.Resampling.LANCZOS)


def _tall(path: Path, height: int) -> Image.Image:
    return _scaled(Image.open(path).convert("RGB"), height)


def _any(folder: Path, name: str) -> Image.Image | None:
    found = sorted(folder.glob(f"{name}.*"))
    return Image.open(found[0]).convert("RGB") if found else None


def _frames(folder: Path, height: int) -> list[Image.Image]:
    """Frames of the vertical film at even distances."""
    film = folder / "film-9x16.mp4"
    with TemporaryDirectory() as scratch:
        command = [imageio_ffmpeg.get_ffmpeg_exe(), "-loglevel", "error", "-i", str(film), "-vf", "fps=1"]
        subprocess.run([*command, f"{scratch}/%03d.png"], check=True)
        found = sorted(Path(scratch).glob("*.png"))
        picked = [found[min(len(found) - 1, int((i + 0.55) * len(found) / FRAMES))] for i in range(FRAMES)]
        return [_tall(p, height) for p in picked]


def _row(pictures: list[Image.Image]) -> Image.Image:
    """Side by side, made narrower together where they are too wide."""
    free = WIDTH - GAP * (len(pictures) + 1)
    wide = sum(p.width for p in pictures)
    if wide > free:
        pictures = [_scaled(p, max(1, int(p.height * free / wide))) for p in pictures]
    row = Image.new(
        "RGB", (sum(p.width for p in pictures) + GAP * (len(pictures) - 1), max(p.height for p in pictures)), GROUND
    )
    x = 0
    for p in pictures:
        row.paste(p, (x, 0))
        x += p.width + GAP
    return row


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]))

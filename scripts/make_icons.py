"""Make ``tools/design/data/icons.json.gz`` and the vectors to choose icons by. For maintainers; nothing else needs it.

    mkdir /tmp/fonts && cd /tmp/fonts && npm init -y && npm i --ignore-scripts @phosphor-icons/core@2.1.1
    pip install --no-deps --require-hashes -r requirements-embed.txt
    PYTHONPATH=. python scripts/make_icons.py /tmp/fonts/node_modules/@phosphor-icons/core

Brand logos are left out: they are trademarks of others. Interface parts, arrows and religious signs are kept for layouts
but are never chosen by meaning.
"""

from __future__ import annotations

import gzip
import json
import re
import shutil
import sys
from pathlib import Path

import numpy as np

from tools.embed.minilm import MiniLM

OUT = Path(__file__).resolve().parent.parent / "tools" / "design" / "data"
STYLES = ("fill", "duotone", "light", "bold")
NEVER = re.compile(
    r"arrow|caret|^text-|^align-|^number-|^letter-|^file-|^folder|^chat-.*(slash|text|teardrop|centered)|^gender|^user-|^dots?\b|^list-|"
    r"^square|^rectangle|^circle|^triangle|^line-|^git-|^cursor|^selection|^radio-button|^toggle|^sort-|^sidebar|^columns|^rows|^spinner|"
    r"^corners|subset|superset|equals?\b|^less-|^greater-|^union|^unite|^intersect|^exclude|^subtract|^divide|^tilde|^radical|"
    r"^member|^not-|^sign-(in|out)|^skip-|^rewind|^fast-forward|^eject|^stop|^pause|^record|^phone-(?!call)|^paragraph|^hash|^at$|"
    r"^asterisk|^notches|^placeholder|^option$|^command|^control|^empty|^x$|^x-|^minus|^plus|^dot-|^three-d|^four-k|"
    r"-definition|^cross$|^star-of|^star-and|^mosque|^church|^synagogue|^cigarette|^smiley|^key-return|^backspace|^split-|^swap|"
    r"^tray-|^download|^upload|^export|^share|^link|^bookmark|^clipboard|^copy|^textbox|^trash|^prohibit|^question|^info|^warning|"
    r"^mouse-|^brackets|^code-|^flip-|^frame-|^grid-|^layout|^polygon|^pentagon|^hexagon|^octagon|^parallelogram|^vector|^bounding|"
    r"^cell-signal|^wifi-(?!high)|^battery-(?!charging$|full)|^currency|^speaker-(simple|none|low|x)|^finn|^placeholder|^perspective|"
    r"^function|^pi$|^infinity|^sigma|^math|^percent|^check|^gif$|^picture-in|^subtitles|^tabs|^kanban|^terminal|^notification|^detective|"
    r"^steps|^resize|^shapes|^scribble|^gradient|^swatches|^sticker|^record|^control|^pentagram|^radioactive|^lasso|^path|^cards|^crop|"
    r"^club$|^spade$|^diamonds-four|^trademark|^shuffle|^repeat|^queue|^stack|^funnel|^sliders|^faders|^image-broken|^bell-(simple-)?z|"
    r"^angle$|^binary|^cylinder|^sphere|^wave-|^waveform|^table$|^exclamation|^quotes|^rss|^vignette|^airplay|^app-window|^closed-cap|"
    r"^crown-cross|^article-medium|^cube-|^play-|^seat$|^tree-(structure|view)|^fallout|^hand-(swipe|grabbing|eye|tap)|^gps|^globe-.*x|"
    r"^alien|^asclepius|^box-arrow|^seal-(question|warning)|^seal$|^music-notes-(minus|plus)|^calendar-(minus|plus|x|dot|slash)"
)
_WRAPPER = re.compile(r"<(?:svg|/svg)[^>]*>")


def _icons(source: Path) -> dict[str, dict[str, object]]:
    text = (source / "dist" / "index.mjs").read_text("utf-8")
    entries = re.findall(
        r'name:\s*"([a-z0-9-]+)",[^{}]*?(?:alias: \{[^{}]*\},\s*)?[^{}]*?categories:\s*\[([^\]]*)\][^{}]*?tags:\s*\[([^\]]*)\]',
        text,
        re.DOTALL,
    )
    out: dict[str, dict[str, object]] = {}
    for name, categories, tags in sorted(entries):
        if "-logo" in name or "ny-times" in name or "BRAND" in categories:
            continue
        drawn = {}
        for style in STYLES:
            file = source / "assets" / style / f"{name}-{style}.svg"
            drawn[style] = _WRAPPER.sub("", file.read_text("utf-8")).strip()
        words = [t for t in re.findall(r'"([^"]+)"', tags) if not t.startswith("*")]
        out[name] = {"tags": words, "chosen": not NEVER.search(name), **drawn}
    return out


def main() -> None:
    source = Path(sys.argv[1])
    icons = _icons(source)
    data = json.dumps(icons, separators=(",", ":"), ensure_ascii=False).encode()
    packed = gzip.compress(data, 9, mtime=0)
    (OUT / "icons.json.gz").write_bytes(packed)
    shutil.copyfile(source / "LICENSE", OUT / "icons-LICENCE.txt")
    chosen = [name for name, icon in icons.items() if icon["chosen"]]
    model = MiniLM()
    vectors = model.embed([f"{n.replace('-', ' ')}, {', '.join(icons[n]['tags'])}" for n in chosen])  # type: ignore[arg-type]
    np.save(OUT / "icon_vectors.npy", vectors.astype(np.float16), allow_pickle=False)
    (OUT / "icon_vectors.json").write_text(json.dumps({"model": model.digest, "names": chosen}) + "\n")
    print(
        f"{len(icons)} icons, {len(chosen)} to choose from, {len(packed) / 1024:.0f} KiB packed, {vectors.nbytes / 2048:.0f} KiB vectors"
    )
    print(" ".join(chosen))


if __name__ == "__main__":
    main()

"""What the command line names, read: a brief from a file or from words, and the backends of a run."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import BadInput

if TYPE_CHECKING:
    from core.brief import Brief
    from core.settings import Options


def read_brief(text: str, kind: str, seed: int | None, sets: list[str]) -> tuple[Brief, Path]:
    """The brief that was meant, and the folder that its paths start from. Raises ``BadInput``."""
    from desk.given import brief_file
    from graphs.briefs import parse_text, read_file

    extra = [*sets, *([f"kind={kind}"] if kind else []), *([f"seed={seed}"] if seed is not None else [])]
    path = brief_file(text)
    if path is not None:
        return read_file(path, sets=extra), path.parent
    return parse_text(text, sets=extra), Path.cwd()


def chosen(named: list[str]) -> Options:
    """The backends of a run: what was chosen by ``modality=name``, the embedded ones else. Raises ``BadInput``."""
    from core.settings import EMBEDDED, Options
    from core.vocab import MODALITIES
    from tools import registry

    backends = dict(EMBEDDED)
    for item in named:
        modality, _, name = item.partition("=")
        if modality not in MODALITIES or not name:
            raise BadInput("--backend wants modality=name", which=item, remedy="For example: --backend image=local")
        spec = name if name.startswith(modality + ":") else f"{modality}:{name}"
        registry.load(spec)
        backends[modality] = spec
    return Options(backends=backends)

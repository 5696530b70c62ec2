"""What was understood of a source, as lines that a person can read and judge. ``python -m tests.knowledge.extract`` writes the
golden files anew: read what changed before you keep it.
"""

from __future__ import annotations

from pathlib import Path

from core.knowledge import Knowledge
from tests.knowledge.kit import NAMES, source
from tools.text.embedded.lesson.understand import understand

GOLDEN = Path(__file__).parent / "golden"


def extract(found: Knowledge) -> str:
    """One line a piece; keywords and the four weightiest sentences at the end."""
    lines = [f"DEFINITION {d.term} = {d.meaning} [{d.kind}]" for d in found.definitions]
    lines += [f"FIGURE {f.value:.10g} {f.unit} | {f.what} | {f.shown}" for f in found.figures]
    for process in found.processes:
        lines.append(f"PROCESS {process.title}{' (cyclic)' if process.cyclic else ''}")
        lines += [f"    {step.text}" for step in process.steps]
    lines += [f"CAUSE {c.cause} => {c.effect}" for c in found.causes]
    lines += [f"EVENT {e.when} ({e.year:g}) {e.what}" for e in found.events]
    lines += [f"CONTRAST {c.first}: {c.first_says} | {c.second}: {c.second_says}" for c in found.contrasts]
    lines += [f"PARTS {p.whole}: {' + '.join(p.parts)}" for p in found.parts]
    for table in found.tables:
        lines.append(f"TABLE {table.title}: {' | '.join(table.columns)}")
        lines += [f"    {' | '.join(row)}" for row in table.rows]
    lines += [f"EXAMPLE {e.of}: {e.text}" for e in found.examples]
    lines += [f"OBJECTIVE {o.text}" for o in found.objectives]
    lines.append(
        "KEYWORDS " + ", ".join(f"{k.word} ({k.sort})" if k.sort != "thing" else k.word for k in found.keywords[:20])
    )
    best = sorted(found.sentences, key=lambda s: (-s.weight, s.span.start))[:4]
    lines += [f"SENTENCE {s.text}" for s in best]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Write all golden files."""
    GOLDEN.mkdir(exist_ok=True)
    for name in NAMES:
        (GOLDEN / f"{name}.txt").write_text(extract(understand(source(name))), "utf-8")


if __name__ == "__main__":
    main()

"""One piece beside its evidence: what in it no cited fact holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from core.copydeck import Cite, Piece
from core.findings import Finding, Severity

from .hits import Hit
from .lexicon import fold, lexicon, word
from .names import LATIN, names
from .numbers import numbers
from .properties import properties
from .spans import clause, clause_without, sentence, size

CHECK: Final = "T2.claims"
_CLAIMS: Final = (
    "superlative", "comparison", "guarantee", "scarcity", "testimonial", "award", "figures", "health", "finance", "property",
)  # fmt: skip
_GRAVE: Final = frozenset({"health", "finance"})
_NAMING: Final = ("brand", "product", "category")
"""Evidence whose names may be said anywhere."""


class Reader:
    """One piece beside its evidence."""

    def __init__(self, piece: Piece, facts: Mapping[str, str], slot: str, language: str) -> None:
        self.piece, self.facts, self.slot = piece, facts, slot
        self.text = piece.text
        self.language = language.replace("_", "-").split("-")[0].lower()
        self.evidence = "\n".join(self._fact(i) for i in dict.fromkeys(c.fact for c in piece.cites))
        self.plain = self._without_hashtags(facts)
        self.named = " ".join([facts.get("brand", ""), facts.get("product", "")])
        self.known = "\n".join([self.evidence, *(facts.get(name, "") for name in _NAMING)])

    def findings(self) -> Iterator[Finding]:
        yield from self._citations()
        stated = {h.figure for h in numbers(self.evidence, self.language, every=True)}
        loose = {value for value, _ in stated}
        for hit in numbers(self.plain, self.language):
            value, unit = hit.figure
            if hit.figure not in stated and not (not unit and value in loose):
                yield self._finding(hit, "Cite the fact that holds this figure, or leave the figure out.")
        words = {word(w) for w in re.findall(r"[A-Za-z][A-Za-z-]+", self.known) + LATIN.findall(self.known)} | set(
            re.split(r"[-'’\s]+", fold(self.known))
        )
        for hit in names(self.plain, self.language):
            parts = [p for p in re.split(r"[-'’&.\s]+", word(hit.value)) if len(p) > 1]
            if word(hit.value) not in words and not (parts and all(p in words for p in parts)) and hit.what == "name":
                yield self._finding(hit, "Cite the fact that names this, or leave the name out.")
            elif hit.what == "quotation" and fold(hit.value) not in fold(self.known):
                yield self._finding(hit, "Quote only what a cited fact says.")
        for section in _CLAIMS:
            yield from self._listed(section)
        for hit in properties(self.text, self.language, self.named, self.known):
            yield self._finding(hit, "Say of the product only what a fact says.")
        yield from self._flips()

    def _without_hashtags(self, facts: Mapping[str, str]) -> str:
        """The text with hashtags blanked that join words of the brand or product ("#HarbourRun", "#LawFirmBristol")."""
        naming = fold(" ".join(facts.get(name, "") for name in _NAMING))
        joined, known = re.sub(r"\W+", "", naming), set(re.findall(r"[^\W_]+", naming))

        def blank(m: re.Match[str]) -> str:
            words = re.findall(r"[^\W\d_a-zß-ÿ]?[^\W_A-ZÀ-Þ]+|[A-ZÀ-Þ]+", m[1])
            ours = fold(m[1]) in joined or bool(words) and all(fold(w) in known for w in words)
            return " " * len(m[0]) if ours else m[0]

        return re.sub(r"#(\w+)", blank, self.text)

    def _fact(self, name: str) -> str:
        return self.facts.get(name, self.facts.get("product", "") if name == "category" else "")

    def _citations(self) -> Iterator[Finding]:
        for cite in self.piece.cites:
            if not cite.start < cite.end <= len(self.text):
                hit = Hit(0, len(self.text), f"citation of {cite.fact} outside the text", "")
                yield self._finding(hit, "Give the span of the words that rest on the fact.")
            elif not self._fact(cite.fact):
                hit = Hit(cite.start, cite.end, f"citation of an unknown fact {cite.fact!r}", "")
                yield self._finding(hit, "Cite a fact of the brief.")

    def _listed(self, section: str) -> Iterator[Finding]:
        text, evidence = fold(self.text), fold(self.evidence)
        whole = len(text) == len(self.text)
        taken: list[tuple[int, int]] = []
        for pattern in lexicon(self.language).get(section, ()):
            for m in pattern.finditer(text):
                inside = any(a < m.end() and m.start() < b for a, b in taken)
                if inside or m.group() in evidence or pattern.search(evidence):
                    continue
                taken.append(m.span())
                a, b = m.span() if whole else (0, len(self.text))
                remedy = "Leave this out, or cite the fact that says it."
                yield self._finding(
                    Hit(a, b, section, ""), remedy, Severity.BLOCK if section in _GRAVE else Severity.HOLD
                )

    def _flips(self) -> Iterator[Finding]:
        """A "not" that the cited fact does not have, or has and the piece lost."""
        for cite in self.piece.cites:
            span = self.text[cite.start : cite.end]
            if cite.fact in ("brand", "product", "category", "audience", "cta", "url") or size(span) < 3:
                continue
            a, b = sentence(self.text, cite.start, cite.end)
            outside = self._outside(cite, *clause(self.text, cite.start, cite.end, a, b))
            fact = self._fact(cite.fact)
            at = fold(fact).find(fold(span).rstrip(" .。!?！？"))
            if at >= 0 and len(fold(fact)) == len(fact):
                source = clause_without(fact, at, at + len(span))
                said = self._negated(outside)
            else:
                source, said = fact, self._negated(outside + " " + span)
            if self._negated(source) != said:
                hit = Hit(a, b, f"negation: the fact says {fact[:80]!r}", "")
                yield self._finding(hit, "Say it as the fact does.")

    def _outside(self, cite: Cite, a: int, b: int) -> str:
        kept = list(self.text[a:b])
        for other in self.piece.cites:
            for i in range(max(other.start, a), min(other.end, b)):
                kept[i - a] = " "
        return "".join(kept)

    def _negated(self, text: str) -> bool:
        return any(p.search(fold(text)) for p in lexicon(self.language).get("negation", ()))

    def _finding(self, hit: Hit, remedy: str, severity: Severity = Severity.HOLD) -> Finding:
        a, b = sentence(self.text, hit.start, hit.end)
        line = self.text[a:b].strip()
        return Finding(
            check=CHECK,
            severity=severity,
            slot=self.slot,
            place={"span": [hit.start, hit.end]},
            evidence=f"{hit.what}: {self.text[hit.start : hit.end]!r} is in no cited fact: {line}"[:300],
            remedy=remedy,
            avoid=(line,) if line else (),
        )

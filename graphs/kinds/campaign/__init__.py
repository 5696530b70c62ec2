"""Marketing campaigns: words, pictures, films, sound and a landing page from one brief."""

from __future__ import annotations

from collections.abc import Iterator

from agents.kind import Dossier, Member
from core.brief import Brief
from core.plan import Plan
from core.taste import Taste
from graphs.kinds.campaign.checks import CHECKS
from graphs.kinds.campaign.details import Details
from graphs.kinds.campaign.draft import draft


class Campaign:
    """Implements ``agents.kind.Kind``."""

    name = "campaign"
    summary = "Copy deck, five picture sizes, two films with captions, audio, landing page, e-mail, ads, calendar, press and brand kit."
    version = 10
    details = Details
    checks = CHECKS

    def draft(self, brief: Brief, taste: Taste, able: frozenset[str]) -> Plan:
        return draft(brief, taste, able)

    def build(self, dossier: Dossier) -> Iterator[Member]:
        from graphs.kinds.campaign.build import build  # late: a run whose package is built already loads no exporter

        return build(dossier)


KIND = Campaign()

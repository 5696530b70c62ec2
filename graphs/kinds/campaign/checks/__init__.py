"""The campaign's checks: which property is looked at on which asset. The properties themselves live in ``tools/checks``.

A subject's ``inputs`` hold all that a verdict may depend on, so verdicts are remembered like assets. The modules that look
are imported when they look: a run that remembers every verdict loads none of them.
"""

from __future__ import annotations

from agents.kind import Check
from graphs.common_checks import package
from graphs.kinds.campaign.checks.films import FILMS
from graphs.kinds.campaign.checks.pictures import PICTURES
from graphs.kinds.campaign.checks.wording import WORDING

CHECKS: tuple[Check, ...] = (*WORDING, *PICTURES, *FILMS, *package())

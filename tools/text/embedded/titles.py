"""Whether a job's title is a line for the public ("Bouldering for beginners") or a label for the office ("Q3 launch")."""

from __future__ import annotations

import re
from typing import Final

from .language import foreign
from .texts import bare, clean

_OFFICE: Final = re.compile(
    r"\b(?:campaign|launch|promo\w*|marketing|brief|draft|test|demo|ads?|adverts?|advertising|q[1-4]|v\d+|h[12]|push|rollout|"
    r"relaunch|newsletter|kampagne|aktion|einführung|werbung|anzeigen?|entwurf|campaña|lanzamiento|anuncios?|publicidad|"
    r"campagne|lancement|publicité|annonces?|brouillon)\b|\w+(?:kampagne|aktion|werbung)\b|活动|推广|营销|宣传|广告|上市|方案|计划|项目",
    re.I,
)
_FEWEST: Final = 3
"""Words, or Chinese signs less one, that make a line rather than a name."""


def public_title(title: str, product: str, brand: str, language: str) -> str:
    """The title as a headline, or empty where it is a label, a name, another language, or the product line's own words."""
    text = bare(clean(title))
    size = len(re.findall(r"[\u3400-\u9fff]", text)) - 1 if language == "zh" else len(text.split())
    if size < _FEWEST or _OFFICE.search(text) or foreign(text, language):
        return ""
    said = (product.casefold(), brand.casefold())
    return "" if any(text.casefold() in s for s in said) else text

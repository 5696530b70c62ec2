"""After a colon French and Spanish go on in small letters, where English may begin a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from .line import Bit, Line, text_of

_OPENINGS: Final = {
    "fr": r"(?:L|D|C|S|J|N|Qu|Jusqu)['’](?=\w)|(?:Le|La|Les|Une?|Des|Du|De|Au|Aux|À|En|Dans|Sur|Sous|Chez|Par|Pour|Avec|Sans|Dès|Depuis|Entre|Chaque|"
    r"Tou(?:t|te|s|tes)|Aucune?|Nos|Notre|Votre|Vos|Son|Sa|Ses|Ce|Cet|Cette|Ces|Deux|Trois|Quatre|Cinq|Six|Sept|Huit|Neuf|Dix|Onze|Douze|Vingt|"
    r"Premi(?:er|ère)|Plus|Moins|Ouvert|Livraison|Entrée)\b",
    "es": r"(?:El|La|Los|Las|Un|Una|Unos|Unas|Del?|Al?|En|Con|Sin|Por|Para|Desde|Hasta|Entre|Sobre|Cada|Tod[oa]s?|Ningun[oa]?|Nuestr[oa]s?|Sus?|"
    r"Dos|Tres|Cuatro|Cinco|Seis|Siete|Ocho|Nueve|Diez|Once|Doce|Veinte|Primer[oa]?|Más|Menos|Abiert[oa]|Envío|Entrada|Hay|Se|Es|Son)\b",
}
"""Words that open a line and are no names."""


def small_after_colon(line: Line, language: str, names: Iterable[str]) -> Line:
    """The line with a small letter after each ``: ``, where a word stands there that is no name and none of ``names`` begins."""
    openings = _OPENINGS.get(language)
    if not openings:
        return line
    text = text_of(line)
    kept = [name for name in names if name]
    at = {
        m.end()
        for m in re.finditer(r":[ \u00a0\u202f](?=\w)", text)
        if re.match(openings, text[m.end() :]) and not any(text.startswith(name, m.end()) for name in kept)
    }
    if not at:
        return line
    out, start = [], 0
    for bit in line:
        signs = (c.lower() if start + i in at else c for i, c in enumerate(bit.text))
        out.append(Bit("".join(signs), bit.fact))
        start += len(bit.text)
    return tuple(out)

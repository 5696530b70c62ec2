"""French trade names with the article that a sentence gives them: "l’Atelier Vauquelin", "la Librairie du Port".

Only names that open with a common noun take one; "Lichtwarte" stays as it is. Frames that speak of the name after "de" or "à"
would need a contraction ("du", "au"), so there are none: those have the bare name after a colon.
"""

from __future__ import annotations

import unicodedata
from typing import Final

from .line import Bit, Line, text_of

_HIS: Final = frozenset(
    [
        "atelier",
        "institut",
        "observatoire",
        "hôtel",
        "espace",
        "opéra",
        "aquarium",
        "orchestre",
        "office",
        "hôpital",
        "café",
        "musée",
        "théâtre",
        "festival",
        "cabinet",
        "restaurant",
        "bistro",
        "bistrot",
        "salon",
        "studio",
        "centre",
        "domaine",
        "château",
        "moulin",
        "garage",
        "laboratoire",
        "fournil",
        "refuge",
        "gîte",
        "jardin",
        "marché",
        "magasin",
        "bar",
        "club",
        "cinéma",
        "verger",
        "potager",
        "comptoir",
        "collectif",
        "groupe",
        "conservatoire",
        "parc",
        "camping",
        "planétarium",
        "chantier",
        "port",
        "monastère",
        "prieuré",
        "relais",
        "cirque",
        "ballet",
        "chœur",
        "lycée",
        "collège",
        "bureau",
        "phare",
        "bateau",
        "vignoble",
        "caveau",
        "cellier",
        "manège",
        "haras",
        "élevage",
        "rucher",
    ]
)
_HER: Final = frozenset(
    [
        "école",
        "auberge",
        "épicerie",
        "association",
        "académie",
        "agence",
        "étude",
        "librairie",
        "boulangerie",
        "pâtisserie",
        "brasserie",
        "maison",
        "ferme",
        "clinique",
        "galerie",
        "boutique",
        "fromagerie",
        "pharmacie",
        "compagnie",
        "fondation",
        "manufacture",
        "papeterie",
        "poterie",
        "savonnerie",
        "menuiserie",
        "cave",
        "crêperie",
        "villa",
        "cidrerie",
        "chocolaterie",
        "droguerie",
        "quincaillerie",
        "mercerie",
        "médiathèque",
        "bibliothèque",
        "coopérative",
        "société",
        "résidence",
        "conserverie",
        "laiterie",
        "tannerie",
        "faïencerie",
        "verrerie",
        "forge",
        "distillerie",
        "brûlerie",
        "pension",
        "pépinière",
        "serre",
        "ludothèque",
        "halle",
        "imprimerie",
        "confiserie",
        "crèche",
        "bergerie",
        "cantine",
        "guinguette",
        "biscuiterie",
    ]
)


def articled(name: Line) -> Line:
    """The name with ``l’``, ``le`` or ``la`` before it where its first word asks for one, else as it is."""
    first = text_of(name).split(" ", 1)[0]
    word = first.lower()
    if " " not in text_of(name) or not first[:1].isupper() or word not in _HIS | _HER:
        return name
    vowel = unicodedata.normalize("NFD", word.replace("œ", "o"))[0] in "aeiouy" or word in ("hôtel", "hôpital")
    return (Bit("l’" if vowel else "le " if word in _HIS else "la "), *name)

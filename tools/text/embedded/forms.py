"""Which form of address a hand-written line uses, seen from its own words."""

from __future__ import annotations

import re
from typing import Final

_ES_TU: Final = re.compile(
    r"(?i)\b(?:tú|tu|tus|te|ti|contigo|tuy[oa]s?|vosotros|os|vuestr[oa]s?|eres|estás|tienes|quieres|puedes|sabes|vas|haces|conoces"
    r"|recuerdas|llegas|dices|crees|necesitas|piensas|buscas|miras|sales|vuelves|vienes|abres|cierras|lees|esperas|hueles|olvidas"
    r"|ven|trae|siéntate|quédate|tómate|acércate|asómate|pásate|apúntate|mira|deja|pon|haz|sal|prueba|elige|pregunta|lleva contigo"
    r"|arrima|compartes|tomas|levanta|juntaos|abriste|apuntaste|cierra (?:una|la puerta)|anda, ve|date un|abre el|miraste|prefieres|le das la"
    r"|has (?:querido|cerrado|dicho)|empieza por|cuídate|y suelta|apaga la luz|plantas este|vuelve a casa|tengas|manda una|mandas|ves|mojaste"
    r"|bájala|escribe|harías|llévalo|guarda un|echarías|despeja|serías|mueve primero|tires|alegras|pases|apúntalo|saluda|cuéntaselo"
    r"|compraste|dijiste|levantaste|llevas|guárdame)\b"
)
_FR_VOUS: Final = re.compile(r"(?i)\b(?:vous|votre|vos|vôtres?)\b|\b(?!chez\b|assez\b|nez\b|rez\b|riz\b)\w+ez\b")
_FR_TU: Final = re.compile(r"(?i)\b(?:tu|te|ton|ta|tes|toi|tiens?|tienne)\b|\bt['’]")

_DE_DU: Final = re.compile(
    r"(?i)\b(?:du|dein\w*|dir|dich|euch|eure?\w?)\b|^(?:komm|schau|rück|setz|bring|geh|frag|rückt)\b|\b(?:bleib|bring|geh trotzdem|schau kurz)\b"
)
_DE_SIE: Final = re.compile(r"\b(?:Ihnen|Ihr(?:e[nmrs]?)?)\b|(?<=[\w,] )Sie\b|[?] Sie\.|^Sie stehen")


def spoken_to(text: str, language: str) -> str:
    """The form that a hand-written line uses, empty where it speaks to nobody."""
    if language == "de":
        return "du" if _DE_DU.search(text) else "Sie" if _DE_SIE.search(text) else ""
    if language == "fr":
        return "vous" if _FR_VOUS.search(text) else "tu" if _FR_TU.search(text) else ""
    if language == "es":
        return "tú" if _ES_TU.search(text) else ""
    return ""

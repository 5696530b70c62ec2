"""Made-up briefs of many trades, and what a check may hold a writer to for each."""

from __future__ import annotations

from typing import Any, NamedTuple

from core.copydeck import Copy
from core.requests import CitedFact, TextRequest
from tools.text.embedded.backend import EmbeddedWriter

ROLES = EmbeddedWriter.roles
LIMITS = {
    "headlines": 40,
    "primary": 125,
    "sub": 90,
    "bullets": 42,
    "meta": 155,
    "alt": 150,
    "onscreen": 48,
    "search_headlines": 30,
    "search_descriptions": 90,
    "posts": 250,
}
CHANNELS = {"search_headlines": "google_ads", "search_descriptions": "google_ads", "posts": "x"}
COUNTS = {
    "headlines": 8,
    "primary": 3,
    "long": 1,
    "script": 5,
    "sub": 3,
    "bullets": 4,
    "meta": 2,
    "search_headlines": 15,
    "search_descriptions": 4,
    "email": 9,
    "press": 7,
    "posts": 8,
}


class Brief(NamedTuple):
    name: str
    language: str
    domain: str
    product: str
    brand: str
    category: str
    audience: str
    offer: str
    cta: str
    facts: tuple[str, ...]


BRIEFS = (
    Brief("dental", "de", "health", "Zahnarztpraxis Seefeld, eine Zahnarztpraxis in Zürich", "Zahnarztpraxis Seefeld", "Zahnarztpraxis", "Familien", "Neue Patienten erhalten den ersten Termin innert 5 Tagen", "Termin anfragen", ("Abendtermine bis 20 Uhr", "Drei Minuten vom Bahnhof Stadelhofen", "Kinderzimmer mit Bilderbüchern")),
    Brief("teahouse", "zh", "food", "松烟茶馆，台南的一家茶馆", "松烟茶馆", "茶馆", "爱喝乌龙茶的人", "周三下午茶两人同行，第二杯半价", "预订座位", ("每天现烧的山泉水", "茶叶来自南投的三个茶园", "晚上十点打烊")),
    Brief("boulder", "fr", "outdoor", "Bloc Confluence, une salle de bloc à Lyon", "Bloc Confluence", "salle de bloc", "débutants", "Première séance à 9 €", "Réservez une séance", ("Ouvert jusqu'à 23 h", "De nouvelles voies chaque semaine", "Chaussons à louer sur place")),
    Brief("mezcal", "es", "travel", "Ruta Maguey, una excursión de mezcal por Oaxaca", "Ruta Maguey", "excursión de mezcal", "viajeros curiosos", "Recogida en el hotel incluida hasta el 30 de junio", "Reserva tu plaza", ("Visita a tres palenques familiares", "Grupos de 8 personas", "Comida en Santiago Matatlán")),
    Brief("fintech", "en", "b2b", "Ledgerline, an invoice reconciliation tool", "Ledgerline", "invoice reconciliation tool", "finance teams", "30-day trial, no card needed", "Book a demo", ("Matches invoices with bank lines every night", "Connects to Xero and DATEV", "Data stays in Frankfurt")),
    Brief("shelter", "en", "nonprofit", "Second Lead, a dog shelter in Leeds", "Second Lead", "dog shelter", "people with room for a dog", "", "Meet the dogs", ("Every dog is walked twice a day", "Visits on Saturdays from 10 to 4", "Volunteers help with the first week at home")),
    Brief("chamber", "de", "events", "Klangufer, ein Festival für Kammermusik", "Klangufer", "Festival für Kammermusik", "Musikfreunde", "Karten ab 18 €", "Karten sichern", ("Neun Konzerte in der alten Werft", "Vom 4. bis 7. September", "Nach jedem Konzert ein Gespräch mit den Musikern")),
    Brief("coding", "en", "education", "Byte Club, a coding school for kids", "Byte Club", "coding school", "parents of curious kids", "First class is on us", "Book a first class", ("Groups of six", "Kids build their own game in ten weeks", "Laptops are provided")),
    Brief("bikes", "fr", "mobility", "L'Atelier du Guidon, un atelier de réparation de vélos à Nantes", "L'Atelier du Guidon", "atelier de réparation de vélos", "cyclistes du quotidien", "Diagnostic à 10 €", "Déposez votre vélo", ("Réparation en 48 heures", "Vélo de prêt pendant la réparation", "Pièces d'occasion triées à la main")),
    Brief("yoga", "es", "health", "Sala Ocho, un estudio de yoga en Valencia", "Sala Ocho", "estudio de yoga", "principiantes", "Primera clase por 5 €", "Apúntate a una clase", ("Clases de 45 minutos a mediodía", "Esterillas en la sala", "Grupos pequeños")),
    Brief("solar", "de", "home", "Dachstrom Huber, ein Solarbetrieb in Augsburg", "Dachstrom Huber", "Solarbetrieb", "Hausbesitzer", "Dachprüfung für 90 €", "Dachprüfung vereinbaren", ("Montage an zwei Tagen", "Eigene Monteure", "Wartung einmal im Jahr")),
    Brief("game", "en", "games", "Lampwick, a puzzle game about a lighthouse", "Lampwick", "puzzle game", "patient players", "10% off in launch week", "Wishlist Lampwick", ("Forty puzzles, each on one screen", "Hand-painted scenes", "Plays on Steam Deck")),
    Brief("florist", "fr", "local", "Maison Pivoine, une fleuriste de mariage à Annecy", "Maison Pivoine", "fleuriste de mariage", "futurs mariés", "", "Parlons de vos fleurs", ("Fleurs de saison cultivées en Savoie", "Un premier rendez-vous d'une heure", "Installation le matin même")),
    Brief("tax", "de", "finance", "Kanzlei Brandt, eine Steuerberatung in Kassel", "Kanzlei Brandt", "Steuerberatung", "Selbstständige", "Erstgespräch für 60 €", "Erstgespräch buchen", ("Belege per App einreichen", "Antwort innerhalb von 24 Stunden", "Eine feste Ansprechpartnerin")),
    Brief("cowork", "es", "b2b", "Patio 14, un espacio de coworking en Sevilla", "Patio 14", "espacio de coworking", "autónomos", "Día de prueba por 8 €", "Ven a conocerlo", ("Abierto de 7 a 22 h", "Patio con sombra y enchufes", "Dos salas para llamadas")),
    Brief("farm", "en", "food", "a farm shop in Devon that sells what the farm grows", "Hollow Farm", "farm shop", "", "", "Come by", ("Vegetables picked the same morning", "Eggs from 200 hens", "Open Thursday to Sunday")),
    Brief("escape", "zh", "games", "谜屋，一间密室逃脱店", "谜屋", "密室逃脱店", "四人小队", "工作日每位88元", "选一个时段", ("每场60分钟", "共有五个房间", "不需要任何经验")),
    Brief("shoes", "en", "outdoor", "Fleetfoot, a running shoe made from recycled fishing nets", "Fleetfoot", "running shoe", "city runners", "Old pair back, 20 euros off", "Find your size", ("Weighs 210 grams", "Made from recycled fishing nets", "Resoled in our workshop")),
    Brief("skin", "zh", "beauty", "素野，一款护手霜", "素野", "护手霜", "常洗手的人", "两支装立减10元", "看看成分", ("配方只有九种成分", "不含香精", "铝管包装")),
    Brief("language", "es", "education", "Parla, una aplicación para aprender italiano", "Parla", "aplicación para aprender italiano", "quienes viajan en metro", "Primer mes por 2 €", "Empieza la primera lección", ("Lecciones de 6 minutos", "Funciona sin conexión", "Audios grabados en Bolonia")),
    Brief("oneliner", "en", "food", "a bakery in Porto that delivers sourdough by bike before 7am", "", "bakery", "", "", "", ("a bakery in Porto that delivers sourdough by bike before 7am",)),
)  # fmt: skip


def request(brief: Brief, role: str, **changes: Any) -> TextRequest:
    """A request of that role, as the campaign asks it."""
    spoken = {
        "alt": ("square|split waves|A headline",),
        "onscreen": tuple(f"{i}. {f}." for i, f in enumerate(brief.facts)),
    }
    given = {
        "role": role, "language": brief.language, "domain": brief.domain, "product": brief.product, "brand": brief.brand,
        "category": brief.category, "audience": brief.audience, "offer": brief.offer, "cta": brief.cta, "seconds": 20.0,
        "facts": tuple(CitedFact(id=f"f{i}", text=t) for i, t in enumerate(brief.facts, 1)),
        "limit": LIMITS.get(role, 0), "channel": CHANNELS.get(role, ""), "context": spoken.get(role, ()),
    }  # fmt: skip
    given |= {"count": COUNTS.get(role, max(1, len(given["context"])))} | {k: v for k, v in changes.items() if v}
    return TextRequest(**given)


def evidence(brief: Brief) -> dict[str, str]:
    """Facts by the id that cites them."""
    fields = {k: getattr(brief, k) for k in ("product", "brand", "category", "audience", "offer", "cta")}
    return {f"f{i}": t for i, t in enumerate(brief.facts, 1)} | {k: v for k, v in fields.items() if v}


def written(wanted: TextRequest) -> Copy:
    """What the embedded writer gives."""
    (media,) = EmbeddedWriter().generate([wanted])
    assert not media.failure, media.failure
    return Copy.model_validate_json(media.parts["json"])

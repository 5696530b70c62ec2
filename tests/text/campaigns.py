"""Thirty trades in five languages, and all the texts of a campaign for each, as the campaign kind asks for them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from core.canonical import derive_seed
from core.copydeck import Copy
from core.requests import CitedFact, TextRequest
from graphs.kinds.campaign.texts import ROLES
from tests.text.briefs import written
from tools.text.embedded.address import address
from tools.text.embedded.understand import understand

LANGUAGES = ("en", "es", "de", "fr", "zh")
TRADES = """
food | Krume | a bakery in Porto | una panadería en Oporto | eine Bäckerei in Porto | une boulangerie à Porto | 波尔图的一家面包店
finance | Lindqvist | a law firm in Bergen | un bufete de abogados en Bergen | eine Anwaltskanzlei in Bergen | un cabinet d'avocats à Bergen | 卑尔根的一家律师事务所
health | Otonova | a hearing aid studio | un centro de audífonos | ein Studio für Hörgeräte | un centre d'appareils auditifs | 一家助听器店
outdoor | Granit | a climbing gym in Leeds | un rocódromo en Leeds | eine Kletterhalle in Leeds | une salle d'escalade à Leeds | 利兹的一家攀岩馆
events | Tidewater | a museum of boats | un museo de barcos | ein Museum für Boote | un musée des bateaux | 一座船舶博物馆
b2b | Invoyo | an invoicing service | un servicio de facturación | ein Dienst für Rechnungen | un service de facturation | 一款开票软件
pets | Pfote | a vet practice in Graz | una clínica veterinaria en Graz | eine Tierarztpraxis in Graz | un cabinet vétérinaire à Graz | 格拉茨的一家宠物诊所
events | Veil & Light | a wedding photographer | una fotógrafa de bodas | eine Hochzeitsfotografin | une photographe de mariage | 一位婚礼摄影师
home | Sprout | a seed shop | una tienda de semillas | ein Laden für Saatgut | une boutique de semences | 一家种子店
nonprofit | Milesong | a charity run in Ghent | una carrera solidaria en Gante | ein Spendenlauf in Gent | une course solidaire à Gand | 根特的一场慈善跑
travel | Nordbarn | a guest house by the sea | una casa de huéspedes junto al mar | ein Gästehaus am Meer | une maison d'hôtes au bord de la mer | 海边的一家民宿
games | Lampwick | a puzzle game | un juego de puzles | ein Rätselspiel | un jeu d'énigmes | 一款解谜游戏
mobility | Spoke | a bike repair shop | un taller de bicicletas | eine Fahrradwerkstatt | un atelier de vélos | 一家自行车修理店
beauty | Alba | a hair salon in Malmö | una peluquería en Malmö | ein Friseursalon in Malmö | un salon de coiffure à Malmö | 马尔默的一家理发店
education | Parla | a language school | una escuela de idiomas | eine Sprachschule | une école de langues | 一所语言学校
fashion | Webstuhl | a linen shirt | una camisa de lino | ein Leinenhemd | une chemise en lin | 一件亚麻衬衫
tech | Relay | a note app | una aplicación de notas | eine Notiz-App | une application de notes | 一款笔记应用
local | Brightkey | a locksmith in York | una cerrajería en York | ein Schlüsseldienst in York | une serrurerie à York | 约克的一家锁匠铺
food | Teestern | a tea house | una casa de té | ein Teehaus | une maison de thé | 一家茶馆
health | Stillpoint | a yoga studio | un estudio de yoga | ein Yogastudio | un studio de yoga | 一家瑜伽馆
home | Dachwerk | a roofing company | una empresa de tejados | ein Dachdeckerbetrieb | une entreprise de toiture | 一家屋面维修公司
plain | Umbra | an umbrella | un paraguas | ein Regenschirm | un parapluie | 一把雨伞
nonprofit | Second Lead | a dog shelter | un refugio de perros | ein Tierheim | un refuge pour chiens | 一家流浪狗收容所
education | Byte Club | a coding school | una escuela de programación | eine Programmierschule | une école de code | 一所编程学校
b2b | Deskyard | a coworking space | un espacio de coworking | ein Coworking-Space | un espace de coworking | 一个共享办公空间
food | Hollow Farm | a farm shop | una tienda de granja | ein Hofladen | une boutique à la ferme | 一家农场小店
finance | Sixpence | a savings account | una cuenta de ahorro | ein Sparkonto | un compte d'épargne | 一个储蓄账户
travel | Ruta Maguey | a walking tour | una visita a pie | ein Stadtrundgang | une visite à pied | 一条徒步路线
tech | Hush | a pair of headphones | unos auriculares | ein Kopfhörer | un casque audio | 一副耳机
outdoor | Fernweh | a camping lantern | un farol de camping | eine Campinglaterne | une lanterne de camping | 一盏露营灯
plain | | a repair café in Hull | un café de reparación en Hull | ein Reparaturcafé in Hull | un café de réparation à Hull | 赫尔的一家修理咖啡馆
"""
FACTS = {
    "en": ("Open from Tuesday to Saturday", "Answers within 48 hours", "Run by a team of 6", "Near the old harbour", "Prices are on the website", "Founded in 1998"),
    "es": ("Abierto de martes a sábado", "Respuesta en 48 horas", "Un equipo de 6 personas", "Cerca del puerto viejo", "Precios en la web", "Desde 1998"),
    "de": ("Geöffnet von Dienstag bis Samstag", "Antwort innerhalb von 48 Stunden", "Ein Team von 6 Leuten", "Nahe am alten Hafen", "Preise auf der Website", "Gegründet 1998"),
    "fr": ("Ouvert du mardi au samedi", "Réponse sous 48 heures", "Une équipe de 6 personnes", "Près du vieux port", "Prix affichés sur le site", "Depuis 1998"),
    "zh": ("周二到周六营业", "48小时内答复", "6个人的团队", "靠近老港口", "价格写在网站上", "创立于1998年"),
}  # fmt: skip
WHOM = {
    "en": "curious neighbours",
    "es": "vecinos curiosos",
    "de": "neugierige Nachbarn",
    "fr": "voisins curieux",
    "zh": "好奇的街坊",
}
OFFER = {
    "en": "First visit for €9",
    "es": "Primera visita por 9 €",
    "de": "Erster Besuch für 9 €",
    "fr": "Première visite à 9 €",
    "zh": "首次到访9元",
}
CTA = {"en": "See the dates", "es": "Ver las fechas", "de": "Termine ansehen", "fr": "Voir les dates", "zh": "查看日期"}
TONES = ("", "formal", "playful", "calm", "bold", "warm", "elegant")


class Campaign(NamedTuple):
    name: str
    language: str
    domain: str
    brand: str
    product: str
    audience: str
    offer: str
    cta: str
    tone: tuple[str, ...]
    facts: tuple[str, ...]


def _all() -> Iterator[Campaign]:
    for i, line in enumerate(TRADES.strip().splitlines()):
        domain, brand, *things = (part.strip() for part in line.split("|"))
        for lang, thing in zip(LANGUAGES, things, strict=True):
            comma = "，" if lang == "zh" else ", "
            rich = i % 4 != 3
            yield Campaign(
                name=things[0], language=lang, domain=domain, brand=brand,
                product=f"{brand}{comma}{thing}" if brand else thing,
                audience=WHOM[lang] if rich else "", offer=OFFER[lang] if i % 3 else "", cta=CTA[lang] if rich else "",
                tone=(TONES[i % len(TONES)],) if TONES[i % len(TONES)] else (),
                facts=FACTS[lang][: 2 + i % 5] if rich else (),
            )  # fmt: skip


CAMPAIGNS = tuple(_all())


def ask(brief: Campaign, role: str, **changes: object) -> TextRequest:
    """The request of one role, as ``graphs/kinds/campaign`` makes it."""
    shape = ROLES.get(role, {"count": 1, "limit": 48, "facts": 3, "fields": ("audience", "offer", "cta")})
    given = {
        "role": role, "language": brief.language, "product": brief.product, "brand": brief.brand, "domain": brief.domain,
        "category": understand(brief.product, brief.language).category, "tone": brief.tone, "count": shape["count"],
        "limit": shape["limit"], "channel": shape.get("channel", ""),
        "facts": tuple(CitedFact(id=f"f{i}", text=t) for i, t in enumerate(brief.facts[: shape["facts"]], 1)),
        "address": address(brief.language, brief.tone, brief.domain, f"{brief.cta} {brief.offer}"),
        "seed": derive_seed(f"{role}.{brief.language}", 7), "seconds": 18.0 if role == "script" else 0.0,
    }  # fmt: skip
    given |= {name: getattr(brief, name) for name in ("audience", "offer", "cta") if name in shape["fields"]}
    return TextRequest(**{**given, **changes})


@lru_cache(maxsize=512)
def campaign(brief: Campaign) -> dict[str, Copy]:
    """Every text of a campaign, by slot."""
    made = {f"{role}.{brief.language}": written(ask(brief, role)) for role in ROLES}
    spoken = tuple(p.text for p in made[f"script.{brief.language}"].pieces)
    screen = ask(brief, "onscreen", context=spoken, count=max(1, len(spoken)))
    return made | {f"onscreen.{brief.language}": written(screen)}

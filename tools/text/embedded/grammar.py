"""The rules behind ``understand``: where a noun phrase starts and stops in each language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from .clauses import clauses, commands, verb_at


@dataclass(frozen=True)
class Grammar:
    """Regular expressions of one language; each matches one thing in a lower- or mixed-case line."""

    lead: str
    """Openings that say nothing of the product ("we run", "campaign for")."""
    article: str
    relative: str
    """What opens a relative clause."""
    forwhom: str
    where: str
    """Preposition of a place; a capital must follow."""
    stop: str
    """Words that end a noun phrase."""
    copula: str
    """"is a" between a name and what it is."""
    called: str
    not_people: str
    """What after ``forwhom`` is no audience: times, money, purposes."""
    final_verb: bool = False
    """Whether a relative clause ends in its verb (German)."""


_PLACE = r"((?:the |la |le |los |las |el |der |den )?[A-ZÀ-Þ][\w'’.-]*(?:(?:[ -](?:de|del|da|do|la|le|les|am|an|der|sur|upon|on|los|las))*[ -][A-ZÀ-Þ][\w'’.-]*)*)"

GRAMMARS: Final[dict[str, Grammar]] = {
    "en": Grammar(
        lead=r"(?:(?:i|we)(?:'re| are|'m| am)?\s+(?:run(?:ning)?|own|make|making|sell(?:ing)?|open(?:ing)?|launch(?:ing)?|started|offer(?:ing)?|build(?:ing)?|have)?\s*|(?:(?:a|an|the|our|my|summer|new)\s+)*(?:ad|ads|advert|adverts|campaign|launch|promo|promotion|marketing|fundraiser|fundraising campaign)s?\s+(?:for|of)\s+|(?:promote|advertise|launch|introducing|introduce|announcing)\s+|(?:it is|it's|this is|there is)\s+)",
        article=r"(?:a|an|the|our|my|your|some|this)",
        relative=r"(?:that|which|who|where|whose)",
        forwhom=r"for",
        where=r"(?:in|near|at|outside|from|of)",
        stop=r"(?:that|which|who|where|whose|for|in|at|near|with|by|from|on|to|and|so|because|made|built|delivering|offering|selling|serving|is|are|has|using|without|fitted|sold|delivered|repaired|baked|designed|printed|tailored|grown|brewed|sewn|outside|around|before|after|since|open|(?<!grand )opening(?=\s(?:in|on|at|this|next|soon|near)\b)|about|while|when|if)",
        copula=r"(?:is|are)",
        called=r"(?:called|named)",
        not_people=r"(?:\d|the (?:first|price|sake|whole|love)|free|sale|hire|rent|all (?:seasons|weathers)|less|more|under|over|about|life|winter|summer|spring|autumn|breakfast|lunch|dinner|use|home|every|each|any|a|an|one|two|three|small change|now|ever|good)\b|[€$£]",
    ),
    "es": Grammar(
        lead=r"(?:(?:somos|tenemos|abrimos|lanzamos|vendemos|ofrecemos|hacemos|es|soy|tengo)\s+|(?:(?:una|la|nueva)\s+)*(?:campaña|promoción|anuncio|anuncios|lanzamiento)\s+(?:para|de|del)\s+)",
        article=r"(?:un|una|unos|unas|el|la|los|las|nuestro|nuestra|nuestros|nuestras|mi)",
        relative=r"(?:que|donde|cuyo|cuya)",
        forwhom=r"para",
        where=r"(?:en|por)",
        stop=r"(?:que|donde|para|con|en|por|desde|sin|hecho|hecha|hechos|hechas|es|son|cuyo|cuya|a|de una?|de nuestr[oa])",
        copula=r"(?:es|son)",
        called=r"(?:llamad[oa]s?)",
        not_people=r"(?:\d|siempre|todo el|toda la|llevar|comer|el (?:verano|invierno|desayuno|hogar)|la (?:casa|cena|oficina)|un|una|que|vivir|aprender|disfrutar|hacer|ir|ver|tu|tus|casa)\b|\w+(?:ar|er|ir|arse|erse|irse)\b|[€$£]",
    ),
    "de": Grammar(
        lead=r"(?:(?:wir (?:sind|betreiben|eröffnen|verkaufen|bieten|machen|haben)|ich (?:habe|betreibe|verkaufe)|es ist|das ist)\s+|(?:(?:eine|die|unsere|neue)\s+)*(?:kampagne|werbung|anzeige|anzeigen|aktion)\s+(?:für|zu|zum|zur)\s+)",
        article=r"(?:ein|eine|einen|einem|einer|der|die|das|den|dem|unser|unsere|unseren|unserem|unserer|mein|meine)",
        relative=r"(?:der|die|das|den|dem|deren|dessen|wo)",
        forwhom=r"für",
        where=r"(?:in|im|bei|aus|an|am|nahe)",
        stop=r"(?:für|in|im|mit|bei|aus|von|vom|zum|zur|seit|ab|an|am|auf|ohne|und|ist|sind|nach|über|um|zwischen|bis|nahe|unter|neben)",
        copula=r"(?:ist|sind)",
        called=r"(?:namens)",
        not_people=r"(?:\d|den|die|das|zu|zuhause|unterwegs|draussen|draußen|drinnen|nur|jeden|jede|jedes|wenig|weniger|mehr|immer|ein|eine|einen|Haus|Garten|Sommer|Winter)\b|[€$£]",
        final_verb=True,
    ),
    "fr": Grammar(
        lead=r"(?:(?:nous (?:sommes|avons|ouvrons|vendons|proposons|lançons)|je (?:tiens|vends)|c['’]est|j['’]ai)\s+|(?:(?:une|la|notre|nouvelle)\s+)*(?:campagne|promotion|publicité|publicités|annonce|lancement)\s+(?:pour|de|du)\s+)",
        article=r"(?:une|un|des|le|la|les|notre|nos|mon|ma)(?=\s)|l['’]",
        relative=r"(?:qui|que|où|dont)",
        forwhom=r"pour",
        where=r"(?:à|en|près de|au cœur de)",
        stop=r"(?:qui|que|où|dont|pour|avec|sans|dans|sur|chez|depuis|est|sont|près|au|aux|par|en|fabriqué|fabriquée|fait|faite|d['’]une?|de notre)",
        copula=r"(?:est|sont|, c['’]est)",
        called=r"(?:appelée?s?|nommée?s?)",
        not_people=r"(?:\d|toujours|l['’](?:été|hiver|instant)|la (?:maison|vie)|le (?:petit|dîner|plaisir)|un|une|tout|toute|votre|vos|moins|plus|que)\b|\w+(?:er|ir|re)\b|[€$£]",
    ),
}  # fmt: skip


def read(text: str, g: Grammar) -> dict[str, str]:
    """Parts of a line in a language with spaces."""
    body = re.sub(rf"^{g.lead}", "", text, flags=re.I).strip().rstrip(".!")
    name, rest = _name(body, g)
    article, rest = _article(rest, g)
    if g is GRAMMARS["en"] and not name and not article and commands(rest):
        return _command(rest, g)
    phrase_end = _clause_end(rest, g)
    phrase = rest[:phrase_end].strip(" ,;:–—-")
    verb = verb_at(phrase, article) if g is GRAMMARS["en"] else -1
    deed = ""
    if verb > 0 and not name:
        deed, phrase = clauses(rest[verb:])[0], phrase[:verb].strip()
    category = _category(phrase, g)
    found = {"name": name, "article": article, "category": category}
    found["place"] = _place(phrase, g)
    found["audience"] = _audience(phrase if deed else rest, g)  # a choir that looks for tenors is not one for tenors
    found["action"] = deed or _action(rest, g)
    if category:
        found["phrase"] = phrase if len(phrase) <= 90 else category
    found["product"] = name or _product(phrase, category, found["place"])
    return found


def _command(line: str, g: Grammar) -> dict[str, str]:
    """Parts of a line that asks for something itself: it names no thing, so nothing but its first words and its place are told."""
    whole = clauses(line)[0]
    place = _place(whole, g)
    at = whole.find(place) + len(place) if place else 0
    short = whole[:at] if at else re.split(r"\s(?:on|from|at|until|before|for)\s", whole, maxsplit=1)[0]
    return {"product": short if len(short) <= 60 else whole, "place": place}


def _name(body: str, g: Grammar) -> tuple[str, str]:
    """``("SunSip", "a solar lantern")`` of "SunSip, a solar lantern"; an empty name where there is none."""
    proper = r"(?P<name>[^,:;–—.]{1,48}?)"
    forms = (
        rf"^{proper}\s*,\s+(?:{g.article})\s*(?P<rest>\S.*)$",
        rf"^{proper}\s*(?:[:–—]|\s-)\s+(?:(?:{g.article})\s*)?(?P<rest>\S.*)$",
        rf"^{proper}\s+{g.copula}\s+(?:{g.article})\s*(?P<rest>\S.*)$",
        rf"^(?P<cat>(?:{g.article})?\s*[^,:;.]{{3,48}}?)\s*,?\s+{g.called}\s+(?P<name>[\"“«„]?[A-ZÀ-Þ0-9][\w'’&.-]*(?:\s+[A-ZÀ-Þ0-9][\w'’&.-]*)*[\"”»“]?)(?P<tail>.*)$",
    )
    for form in forms:
        m = re.match(form, body, flags=re.S)
        if not m or not _is_name(m["name"], g):
            continue
        groups = m.groupdict()
        if "cat" in groups:
            return m["name"].strip('"“”«»„ '), (m["cat"] + m["tail"]).strip()
        return m["name"].strip(), body[m.start("rest") - _article_width(body, m.start("rest"), g) :]
    return "", body


def _article_width(body: str, at: int, g: Grammar) -> int:
    m = re.search(rf"(?:{g.article})\s*$", body[:at], flags=re.I)
    return at - m.start() if m and (m.start() == 0 or not body[m.start() - 1].isalnum()) else 0


def _is_name(text: str, g: Grammar) -> bool:
    """A proper name: starts with a capital or figure, no article before it, few words."""
    words = text.split()
    if not 1 <= len(words) <= 5 or not (words[0][0].isupper() or words[0][0].isdigit()):
        return False
    if re.match(rf"(?:{g.article})\b", text, flags=re.I) and not words[0][0].isupper():
        return False
    return not re.search(rf"\s(?:{g.relative})\s", text) and (g.final_verb or all(_capital(w) for w in words[1:]))


def _capital(word: str) -> bool:
    return not word[0].islower() or len(word) <= 3


def _article(rest: str, g: Grammar) -> tuple[str, str]:
    m = re.match(rf"(?P<article>{g.article})(?:\s+|(?<=['’]))(?=\S)", rest, flags=re.I)
    return (m["article"].lower(), rest[m.end() :]) if m else ("", rest)


def _clause_end(rest: str, g: Grammar) -> int:
    """Where the noun phrase with its attributes ends: at a relative clause, a comma or a stop."""
    m = re.search(rf",|;|:|\.(?=\s|$)|\s[–—-]\s|\s(?:{g.relative})\s", rest)
    if g.final_verb:
        m = re.search(r",|;|:|\.(?=\s|$)|\s[–—-]\s", rest)
    return m.start() if m else len(rest)


def _category(phrase: str, g: Grammar) -> str:
    """The head of the phrase: words up to the first preposition or verb."""
    m = re.search(rf"\s(?:{g.stop}|{g.where}(?=\s+[A-ZÀ-Þ]))\s", phrase + " ", flags=0)
    head = (phrase[: m.start()] if m else phrase).strip(" ,")
    words = head.split()
    if not words or len(words) > 7 or len(head) > 56:
        return ""
    if g.final_verb and not any(w[0].isupper() for w in words):
        return ""
    return head


def _product(phrase: str, category: str, place: str) -> str:
    """The category, with its place where that follows it."""
    if not category:
        return ""
    if place and (at := phrase.find(place)) > 0 and at + len(place) <= 60:
        return phrase[: at + len(place)]
    return category


def _place(phrase: str, g: Grammar) -> str:
    m = re.search(rf"\s{g.where}\s+{_PLACE}", phrase)
    if not m:
        return ""
    if g.final_verb and not re.search(rf"\s(?:in|bei|aus|nahe)\s+{re.escape(m[1])}", phrase):
        return ""
    if g.final_verb and _MATERIAL.search(
        phrase[: m.end()]
    ):  # German writes every noun large: "aus der Wolle" is no place
        return ""
    return m[1].rstrip(".")


_MATERIAL: Final = re.compile(
    r"(?i)\saus (?:der |dem |den )?(?:\w*(?:wolle|leder|filz|leinen|seide|milch|keramik|porzellan|papier|pappe|kunststoff|kautschuk)|"
    r"stoff(?:en|resten)?|garn|hanf|holz|\w+enholz|eiche|buche|kiefer|fichte|lärche|bambus|kork|glas|ton|stein|beton|stahl|eisen|metall|"
    r"kupfer|messing|bronze|silber|gold|karton|wachs|plastik|gummi|mehl|getreide|honig|obst|früchten|äpfeln|trauben|beeren|resten)$"
)
"""What things are made of: no place, though "aus" stands before both. "Idstein" and "Boston" are places."""


def _audience(rest: str, g: Grammar) -> str:
    end = rf"(?=,|;|:|\.(?:\s|$)|\s[–—-]\s|\s(?:{g.relative}|{g.where}(?=\s+[A-ZÀ-Þ])|with|by|con|mit|avec|from|desde|ab|dès|seit)\s|$)"
    for m in re.finditer(rf"(?:^|\s){g.forwhom}\s+(?P<who>.+?){end}", rest):
        who = m["who"].strip()
        if re.match(g.not_people, who) or not 3 <= len(who) <= 60 or len(who.split()) > 8:
            continue
        if _plural(who, g):
            return who
    return ""


def _plural(who: str, g: Grammar) -> bool:
    """Whether it can be a group of people: some word is a plural (German: a noun that is not a mass)."""
    words = [w.strip(".,") for w in who.split()]
    if re.search(_THINGS, who, flags=re.I):
        return False
    if g.final_verb:
        return any(w[0].isupper() and re.search(r"(?:en|er|e|s|innen|n|el)$", w) for w in words)
    if g is GRAMMARS["en"]:
        irregular = {"people", "children", "men", "women", "everyone", "anyone", "folk", "kids", "mice"}
        return any(w.lower() in irregular or re.search(r"[^s]s$", w) for w in words)
    return any(re.search(r"[sx]$", w) for w in words)


def _action(rest: str, g: Grammar) -> str:
    if g.final_verb:
        return ""
    m = re.search(rf"\s(?:{g.relative})\s+(?P<verb>[^,;]+?)(?=,|;|\.(?:\s|$)|$)", rest)
    if not m or not re.match(r"\s(?:that|which|who|que|qui)\s", m[0]):
        return ""
    return m["verb"].strip() if len(m["verb"]) <= 140 else ""


_THINGS = (
    r"(?:häuser|wohnungen|gebäude|gärten|räume|zwecke|preise|tage|stunden|minuten|wochen|anlässe|feste|\w*transporte|waren|produkte|geräte|maschinen|bäder|küchen|böden|dächer|fenster|stoffe|teile|rechnungen|möbel|\w*räder|autos|boote|bücher|radios|uhren|schuhe|kleider|hunde|katzen|pferde|pflanzen|bäume|instrumente|klaviere|computer|messer|spielzeuge)\b"
    r"|\b(?:bicycles|e-bikes|cargo bikes|vans|trucks|books|radios|computers|laptops|clothes|shoes|boots|instruments|pianos|guitars|watches|clocks|tools"
    r"|knives|plants|trees|windows|dogs|cats|horses|pets|toys|appliances|boats|birthdays|kitchens|bicicletas|libros|perros|gatos|plantas|zapatos|relojes|coches"
    r"|vélos|livres|chiens|chats|plantes|chaussures|montres|voitures|meubles|ordinateurs)$"
    r"|\b(?:gardens|homes|houses|roofs|rooms|events|parties|weddings|days|nights|hours|minutes|weeks|months|reasons|walls|walks|trips"
    r"|purposes|desks|phones|cars|bikes|journeys|holidays|weekends|mornings|evenings|casas|días|horas|noches|fiestas|bodas|eventos|viajes"
    r"|maisons|jours|heures|nuits|fêtes|mariages|événements|voyages|vacances|jardins|murs|toits)\b"
)

_MEASURE = "一(?:家|个|款|间|支|场|位|座|种|档|台|套|本|所|次|部|群|只|把|件|盏|条|副|辆|瓶|杯|双|张|项|处|栋|艘|枚|颗|片|束|盒|包|幢|门|堂|届|顶|块|床)"
_ZH_CITY = "(?:(?![给为送做用能会有是在让帮我你您的])[\u4e00-\u9fff])"
_ZH_LEAD = "(?:我们是|我是|我们有|我们开了|这是|为|给)?"


def read_zh(text: str) -> dict[str, str]:
    """Parts of a Chinese line: name before the comma, the noun after its last 的, place after 在 or 位于."""
    body = text.rstrip("。.!！")
    name, rest = "", body
    m = re.match(rf"^(?P<name>[^，,：:。]{{1,16}})[，,：:—]+(?:是)?(?P<rest>{_MEASURE}.+)$", body) or re.match(
        r"^(?P<name>[^，,：:。的]{1,12})[：:—]+(?P<rest>.+)$", body
    )
    m = m or re.match(rf"^(?P<name>[^，,：:。的]{{1,16}})[，,：:](?P<rest>[\u4e00-\u9fff]{{2,6}}的{_MEASURE}.+)$", body)
    m = m or re.match(rf"^(?P<name>[^，,：:。]{{1,16}})是(?P<rest>{_MEASURE}.+)$", body)
    if m:
        name, rest = m["name"].strip(), m["rest"]
    clause = re.split(r"[，,；;。：:]", rest, maxsplit=1)[0]
    called = re.search(r"(?:叫做?|名为)[「“\"]?(?P<name>[^，,。」”\"]{1,12})", rest)
    if called and not name:
        name = called["name"]
    bare = re.sub(rf"^{_ZH_LEAD}", "", clause)
    phrase = re.sub(rf"{_MEASURE}", "", bare, count=1)
    tail = phrase.rsplit("的", 1)[-1]
    category = tail if 2 <= len(tail) <= 10 and not re.search(r"[0-9有能可会要让帮做卖送]|在(?!线)", tail) else ""
    place = re.search(r"(?:在|位于)(?P<place>[\u4e00-\u9fff]{2,8}?)(?:的|上的|里的|，|$)", clause)
    city = re.match(rf"^(?P<place>{_ZH_CITY}{{2,5}}?(?:市|县|区)?)(?<![上里中内外旁人家])的?(?={_MEASURE})", bare)
    audience = re.search(
        r"(?:面向|专为|写给|送给|献给|为|给)(?P<who>[\u4e00-\u9fff]{2,14}?)(?:的|提供|打造|设计|准备|而|，|$)", body
    )
    who = audience["who"] if audience else ""
    if who and not re.search(
        r"(?:者|人|家|生|们|子|族|员|师|友|妈|爸|客|户|民|长|童|团队|企业|公司|商家|女性|男性|家庭)$", who
    ):
        who = ""
    found = {"name": name, "category": category, "audience": who}
    found["place"] = place["place"] if place else (city["place"] if city else "")
    if category:
        found["phrase"] = re.sub(rf"^{_ZH_LEAD}", "", clause)
    found["product"] = name or category
    return found

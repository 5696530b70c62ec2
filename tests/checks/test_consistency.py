"""Planted deviations that must be caught, and honest texts that must not be, in five languages."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.copydeck import Cite, Copy, Piece
from core.findings import Severity
from tools.checks.consistency import Given, check_consistency
from tools.checks.particulars import amount, han_number, particulars

EN = Given(
    ("SunSip, a solar camping lantern. Ships from 1 March.", "SunSip", "Costs £1,299.00 with the panel, £89 alone", "15% off until 30 June 2027", "Open Thursday to Sunday from 10 to 4", "Talks start at 7 pm", "Call +44 20 7946 0018", "hello@sunsip.example", "https://sunsip.example/lantern?ref=a", "Shop the lantern", "Lights a tent for 12 hours"),
    "SunSip", "Shop the lantern",
)  # fmt: skip
DE = Given(
    ("Praxis Seefeld, eine Zahnarztpraxis", "Praxis Seefeld", "Das Erstgespräch kostet 60 Franken", "Die Schiene kostet 1'290.- statt CHF 1'450.–", "Termine von 7 bis 20 Uhr, auch am Samstag", "Aktion bis 30. September", "Telefon 044 555 12 34", "praxis@seefeld.example", "https://praxis-seefeld.example/termin", "Termin buchen", "20 % Rabatt"),
    "Praxis Seefeld", "Termin buchen",
)  # fmt: skip
ES = Given(
    ("Ruta Maguey, una excursión de mezcal", "Ruta Maguey", "Cuesta 1.250 pesos por persona", "Primera copa por 5 €", "Hasta el 30 de junio de 2027", "Salida a las 9:30 h los sábados", "Tel. +52 951 555 0142", "hola@rutamaguey.example", "https://rutamaguey.example", "Reserva tu plaza"),
    "Ruta Maguey", "Reserva tu plaza",
)  # fmt: skip
FR = Given(
    ("Bloc Confluence, une salle de bloc à Lyon", "Bloc Confluence", "Première séance à 9 €", "Abonnement 1 290,50 € par an", "Ouvert jusqu'à 23 h", "Fermé le lundi", "Offre valable du 1er au 15 octobre", "04 72 55 01 42", "bonjour@bloc.example", "https://bloc.example/seance", "Réservez une séance"),
    "Bloc Confluence", "Réservez une séance",
)  # fmt: skip
ZH = Given(
    ("松烟茶馆，台南的一家茶馆", "松烟茶馆", "下午茶每位88元", "周三第二杯半价", "营业到晚上十点", "活动到6月30日", "电话 06-555-0142", "https://songyan.example/book", "预订座位", "会员八折"),
    "松烟茶馆", "预订座位",
)  # fmt: skip
TONGUES = {"en": EN, "de": DE, "es": ES, "fr": FR, "zh": ZH}

PLANTED = [
    ("en", "SunSip for £79.", "£79"), ("en", "Yours for €89.", "€89"), ("en", "Yours for 1.199,00 £.", "1.199,00 £"), ("en", "25% off today.", "25%"), ("en", "15% off until 31 July.", "31 July"), ("en", "15% off until 30 June 2028.", "30 June 2028"),
    ("en", "Talks start at 8 pm.", "8 pm"), ("en", "Talks start at 7 am.", "7 am"), ("en", "Call +44 20 7946 0019.", "+44 20 7946 0019"), ("en", "Write to info@sunsip.example.", "info@sunsip.example"), ("en", "See sunsip.com for more.", "sunsip.com"), ("en", "https://sunsip.example/shop", "https://sunsip.example/shop"),
    ("en", "Sun Sip lights your tent.", "Sun Sip"), ("en", "Sunsip lights your tent.", "Sunsip"), ("en", "SUNSIP lights your tent.", "SUNSIP"), ("en", "SunSipp lights your tent.", "SunSipp"), ("en", "Talks every Tuesday.", "Tuesday"), ("en", "It is light. Buy now!", "Buy now"),
    ("de", "Das Erstgespräch kostet 50 Franken.", "50 Franken"), ("de", "Das Erstgespräch kostet 60 €.", "60 €"), ("de", "Jetzt CHF 1’190.–", "CHF 1’190.–"), ("de", "Aktion bis 31. Oktober.", "31. Oktober"), ("de", "Aktion bis 30.10.", "30.10."), ("de", "Bis 21 Uhr offen.", "21 Uhr"), ("de", "Tel. 044 555 12 43", "044 555 12 43"), ("de", "30 % Rabatt", "30 %"),
    ("de", "Die Praxis-Seefeld ist da.", "Praxis-Seefeld"), ("de", "Praxis Seefelt ist da.", "Praxis Seefelt"), ("de", "www.praxisseefeld.example", "www.praxisseefeld.example"), ("de", "Auch am Sonntag.", "Sonntag"), ("de", "Schöne Zähne. Jetzt anmelden!", "Jetzt anmelden"),
    ("es", "Solo 1.350 pesos.", "1.350 pesos"), ("es", "Primera copa por 5 dólares.", "5 dólares"), ("es", "Hasta el 30 de julio.", "30 de julio"), ("es", "Salida a las 10:30 h.", "10:30 h"), ("es", "Salida los domingos.", "domingos"), ("es", "Ruta maguey te espera.", "Ruta maguey"), ("es", "RutaMaguey te espera.", "RutaMaguey"), ("es", "Más en rutamaguey.com", "rutamaguey.com"), ("es", "Un sabor propio. Compra ahora.", "Compra ahora"),
    ("fr", "Première séance à 12 €.", "12 €"), ("fr", "Abonnement 1.390,50 €.", "1.390,50 €"), ("fr", "Ouvert jusqu'à 22 h.", "22 h"), ("fr", "Offre jusqu'au 16 octobre.", "16 octobre"), ("fr", "Fermé le mardi.", "mardi"), ("fr", "Appelez le 04 72 55 01 24.", "04 72 55 01 24"), ("fr", "Bloc confluence vous attend.", "Bloc confluence"), ("fr", "Blok Confluence vous attend.", "Blok Confluence"), ("fr", "On grimpe ? Inscrivez-vous.", "Inscrivez-vous"),
    ("zh", "下午茶每位98元", "98元"), ("zh", "下午茶每位八十九元", "八十九元"), ("zh", "下午茶88美元", "88美元"), ("zh", "活动到7月30日", "7月30日"), ("zh", "营业到晚上十一点", "晚上十一点"), ("zh", "周四第二杯半价", "周四"), ("zh", "松烟 茶馆等你", "松烟 茶馆"), ("zh", "松烟茶管等你", "松烟茶管"), ("zh", "会员七折", "七折"), ("zh", "电话 06-555-0143", "06-555-0143"), ("zh", "茶香满屋。立即下单。", "立即下单"),
]  # fmt: skip

HONEST = [
    ("en", "What does your Monday look like?"), ("en", "Open on Friday and Saturday."), ("es", "Apúntate en tu agenda: llega la tarde. Y nada más."),
    ("en", "SunSip costs £89.00, or £ 1,299 with the panel."), ("en", "15 % off until June 30."), ("en", "15% off until 30/06/2027."), ("en", "SunSip's light. Doors at 19:00."), ("en", "Come between 10 am and 4 pm, Thursday to Sunday."), ("en", "Call 020 7946 0018 or hello@sunsip.example."), ("en", "www.sunsip.example, or sunsip.example/lantern."), ("en", "#sunsip @sunsip.light"), ("en", "Shop the lantern."), ("en", "Twelve nights, 12 hours each. 1,240 buyers, 4.8 of 5 stars."), ("en", "It may march on. E.g. 24/7, p.m. or Node.js: 50/50."), ("en", "Reading an order of stars takes a while."),
    ("de", "Das Erstgespräch kostet CHF 60.– oder 60 Fr."), ("de", "Die Schiene: 1290 Franken statt 1’450 CHF."), ("de", "Offen von 7:00 bis 20:00 Uhr, samstags auch."), ("de", "Bis 30.09. gilt die Aktion."), ("de", "Rufen Sie uns an: +41 44 555 12 34."), ("de", "Mehr auf praxis-seefeld.example."), ("de", "Praxis Seefelds Team. 20% Rabatt."), ("de", "Termin buchen"), ("de", "Wer bucht, kann lachen. Version 3.2, 4,8 Sterne."), ("de", "Der eigene Termin rutscht von Dienstag auf Donnerstag."), ("de", "Im Mai blüht der Park. Etwa 8–10 Minuten."),
    ("es", "Desde 1250 pesos. Primera copa por 5,00 euros."), ("es", "Hasta el 30 de junio. Salida a las 9.30 h."), ("es", "Los sábados a las 9:30."), ("es", "Llama al 951 555 0142."), ("es", "Ruta Maguey: reserva tu plaza."), ("es", "rutamaguey.example #RutaMaguey"), ("es", "Grupos de 8 personas, 3 palenques, 40 kilómetros."), ("es", "Un lunes cualquiera no: un sábado."),
    ("fr", "Première séance à 9,00 €."), ("fr", "Abonnement : 1.290,50 € par an."), ("fr", "Ouvert jusqu’à 23h00. Fermé le lundi."), ("fr", "Du 1er au 15 octobre."), ("fr", "Appelez le +33 4 72 55 01 42."), ("fr", "Réservez une séance sur bloc.example."), ("fr", "Bloc Confluence, 120 voies, 3 salles."), ("fr", "Réparation en 48 h, 2 mars d'affilée ?"),
    ("zh", "下午茶 ¥88 一位"), ("zh", "下午茶八十八元"), ("zh", "营业到22:00"), ("zh", "活动到六月三十日，礼拜三第二杯半价"), ("zh", "松烟茶馆：预订座位"), ("zh", "致电 06-555-0142，或上 songyan.example"), ("zh", "会员8折"), ("zh", "每天现烧的山泉水，来自三个茶园，一共十二种茶"), ("zh", "喝一壶茶，用一个下午。两点水，三分火。"),
]  # fmt: skip
KNOWN_GAPS = {"Réparation en 48 h, 2 mars d'affilée ?"}
"""Honest lines that this check reads as particulars; kept here so that nobody believes it reads meaning."""


def found(language: str, text: str, role: str = "primary", cites: tuple[Cite, ...] = ()) -> list[tuple[str, Severity]]:
    copy = Copy(language=language, role=role, pieces=(Piece(text="", role=role), Piece(text=text, cites=cites)))
    told = check_consistency(copy, TONGUES[language], f"{role}.{language}")
    assert all(f.slot == f"{role}.{language}" and f.remedy and f.place["piece"] == 1 for f in told)
    return [(text[slice(*f.place["span"])], f.severity) for f in told]


@pytest.mark.parametrize(("language", "text", "span"), PLANTED)
def test_a_planted_deviation_is_caught(language: str, text: str, span: str) -> None:
    assert span in [shown for shown, _ in found(language, text)]


@pytest.mark.parametrize(("language", "text"), [h for h in HONEST if h[1] not in KNOWN_GAPS])
def test_an_honest_text_passes(language: str, text: str) -> None:
    assert found(language, text) == []


def test_the_tables_are_as_long_as_promised() -> None:
    assert len(PLANTED) >= 40 and len(HONEST) - len(KNOWN_GAPS) >= 40
    assert {row[0] for row in PLANTED} == {row[0] for row in HONEST} == set(TONGUES)


def test_how_grave_each_is() -> None:
    assert found("en", "SunSip for £79.") == [("£79", Severity.BLOCK)]
    assert found("en", "Every Tuesday.") == [("Tuesday", Severity.WARN)]
    assert found("en", "Every Tuesday.", cites=(Cite(start=0, end=13, fact="f1"),)) == [("Tuesday", Severity.HOLD)]
    assert found("en", "Light. Order now.") == [("Order now", Severity.WARN)]
    copy = Copy(language="en", role="sub", pieces=(Piece(text="SunSip for £79."),))
    (mild,) = check_consistency(copy, EN, "sub.en", pinned=True)
    assert mild.severity is Severity.HOLD and mild.evidence.startswith("price that the brief does not have: '£79'")


def test_a_brand_that_is_a_word_may_be_one() -> None:
    bloom = Given(("Bloom, a florist", "flowers that bloom"), "Bloom", "")
    copy = Copy(language="en", role="sub", pieces=(Piece(text="Where tulips bloom."),))
    assert check_consistency(copy, bloom, "s") == ()
    (doubt,) = check_consistency(copy, Given(("Bloom, a florist",), "Bloom"), "s")
    assert doubt.severity is Severity.HOLD
    assert not check_consistency(Copy(language="en", role="sub", pieces=(Piece(text="BLOOM IN MAY"),)), bloom, "s")


def test_a_cited_invitation_must_be_the_briefs() -> None:
    cite = (Cite(start=0, end=14, fact="cta"),)
    assert found("en", "Shop lanterns.", cites=cite) == [("Shop lanterns.", Severity.WARN)]
    assert found("en", "Shop the lantern today.", cites=(Cite(start=0, end=16, fact="cta"),)) == []
    assert found("en", "Order by noon.", cites=(Cite(start=0, end=13, fact="f1"),)) == [], "a fact's own words"
    assert found("en", "Book in hand", role="alt") == []


def test_figures_in_one_form() -> None:
    for raw in ("1,299.00", "1.299,00", "1'299", "1 299", "1299", "1’299.0"):
        assert amount(raw) == "1299", raw
    assert amount("89,5") == "89.5" and amount("1.250") == "1250"
    assert [han_number(t) for t in ("十", "二十", "八十八", "两百零五", "一千二百", "茶", "")] == [
        10,
        20,
        88,
        205,
        1200,
        None,
        None,
    ]


@settings(max_examples=300)
@given(st.text(max_size=120), st.sampled_from(sorted(TONGUES)))
def test_any_text_can_be_read(text: str, language: str) -> None:
    spans = [(p.start, p.end) for p in particulars(text)]
    assert all(0 <= a < b <= len(text) for a, b in spans) and spans == sorted(spans)
    found(language, text)


@given(st.integers(1, 12), st.integers(1, 28), st.integers(0, 23), st.integers(1, 9999))
def test_what_the_brief_says_passes_in_every_form(month: int, day: int, hour: int, price: int) -> None:
    names = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ]
    brief = Given((f"{price} € until {day} {names[month - 1]} 2027 at {hour}:00",), "", "")
    for text in (
        f"€{price:,}.00",
        f"{price:,} EUR".replace(",", "."),
        f"until {names[month - 1]} {day}",
        f"bis {day:02}.{month:02}.2027",
        f"{month}月{day}日",
        f"um {hour} Uhr",
        f"2027-{month:02}-{day:02}",
    ):
        copy = Copy(language="en", role="x", pieces=(Piece(text=text),))
        assert check_consistency(copy, brief, "x") == (), text
    other = Copy(language="en", role="x", pieces=(Piece(text=f"€{price + 1}"),))
    assert len(check_consistency(other, brief, "x")) == 1

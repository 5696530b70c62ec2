"""Sentences of five languages: a bar shows where each ends, in cases that full stops make hard."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tools.reading.sentences import sentences

CASES = {
    "en": """
Dr. Lee paid 3.50 dollars.| She left at 5 p.m. yesterday.| J. Smith stayed.
He said “Stop.”| Then he ran!
Water boils.| It turns to steam.
Dr. Hooke looked through it.| He saw cells.
Mr. and Mrs. Curie worked with Prof. Lippmann in Paris.
It weighs 3.14 kg.| That is 0.5 kg more.
See Fig. 3 and pp. 12-14 for details.| Then go on.
Plants, algae, etc., make sugar.
Plants, algae, etc.| They make sugar.
J. R. R. Tolkien wrote it.| C. S. Lewis read it.
It was discovered by A. Fleming in 1928.
He was born in 1879.| Einstein moved later.
The U.S. Congress voted.| It passed.
She lived in the U.S.| The law changed.
"Is it alive?" she asked.| Nobody knew.
"Stop!" he cried.| "Go home."| They went.
He said, "It moves."| Then he left.
He said "It moves." and left.
Some metals, e.g. Iron and copper, conduct.
Cells (i.e. Living units) divide.
It starts at 5 p.m.| Everyone comes.
It starts at 5 p.m. Monday in the hall.
It opens at 8 a.m. and closes late.
(See the appendix.)| Next comes osmosis.
The end (as always).| A new start.
Wait...| What was that?
He waited... and waited.
What?!| Really?
Visit www.example.com.| It is free.
Version 2.0.1 is out.| Update now.
1. Open the tap.| 2. Close it.
a. First, mix.| Then stir.
Vitamin C.| It helps.
Choose plan B.| The others fail.
Nos. 4 and 5 are even vs. No. 7.
The answer is no.| Nobody agrees.
St. Petersburg lies on the Neva.| It is old.
Smith et al. found it.| Others did not.
Acme Inc. makes it.| Acme Ltd.| They merged.
It rose by 2.5% in Jan. and fell.
He has a Ph.D. in physics.| She does not.
Gen. Lee met Col. Smith.
Approx. 40 cells were seen.| Then more.
The ratio was 1:2.| Good.
It cost $4.50.| Cheap!
Is it?| Yes.
He asked why?| 'Because,' she said.
They left.| "Why?"| "I don't know."
The node.js server runs.| Fine.
First line
goes on.| Second.
The sea is salt.| 97 percent of water is there.
The cell (see Chap. 4) divides.
King Henry VIII.| He ruled.
Turn to vol. II of the work.
It was cold.| –5 degrees were measured.
Time: 10:30.| Place: hall.
Then came E. coli.| It grew.
The pH was 7.| It fell to 5.2 in no. 3.
Why is the sky blue?| Light scatters.
He earned a B.Sc. in physics (see p. 4).| It helped.
She wrote "On Cells."| It sold well.
The temp. fell to 4 °C.| Ice formed.
Ask Lt. Col. Adams, Jr. about it.
The Rev. Dr. King spoke.| They marched.
Use approx. 5 ml, i.e. one spoon.
I think so did I.| The rest did not.
""",
    "es": """
Hacia 300 a. C. nació la Sra. Paz.| ¿Quién era?| Nadie lo sabe.
El agua hierve.| Se hace vapor.
El Sr. García llegó.| La Sra. Pérez no.
¿Qué es una célula?| Es la unidad de la vida.
Llegó tarde.| ¿Por qué?| ¡Nadie lo sabe!
Mide 3.500 m y pesa 2,5 kg.| Es mucho.
Los metales, p. ej. el hierro, conducen.
Véase la fig. 3 y las págs. 4-6.| Luego siga.
Nació en el año 44 a. C. en Roma.
EE. UU. votó ayer.
«Se mueve.»| Y se fue.
—¿Vienes? —preguntó ella.
Dijo: «Vamos».| Y fueron.
Plantas, algas, etc.| Todas respiran.
El Dr. Ramón y Cajal ganó en 1906.| Fue médico.
Vive en la Avda. Real núm. 5.
La Ud. 3 trata de ello.| El cap. 4 también.
D. Quijote y D. Sancho salieron.
¡Cuidado!| Está caliente.
Espera...| ¿Qué fue eso?
Esperó... y esperó.
El art. 14 lo dice.| Los demás no.
1. Abra el grifo.| 2. Ciérrelo.
""",
    "de": """
Am 3. Oktober 1990, z. B. in Berlin, wurde gefeiert.| Es war laut.
Wasser siedet.| Es wird zu Dampf.
Am 3. Oktober 1990 wurde es ein Land.| Das war ein Tag.
Im 19. Jahrhundert kam die Bahn.| Sie war laut.
Die 2. Auflage ist neu.
Metalle, z. B. Eisen und Kupfer, leiten.| Holz nicht.
Metalle, z.B. Eisen, leiten.
Das heißt, d. h. Wasser, bzw. Eis.
Dr. Koch und Prof. Virchow stritten.
Siehe Abb. 3 und S. 12 ff. im Buch.
Er kostet 3,50 Euro.| Das ist viel.
Es waren 12.| Danach kam keiner.
Pflanzen, Algen usw.| Sie atmen.
„Lebt sie?“, fragte er.| Niemand wusste es.
„Sie bewegt sich.“| Dann ging er.
Er wurde ca. 80 Jahre alt.
Er lebte um 300 v. Chr. in Athen.
Die Zelle teilt sich (vgl. Kap. 4).| Dann wächst sie.
Nr. 5 lebt!| Wirklich?
Warte ...| Was war das?
Das Gesetz (Art. 5 Abs. 2) gilt.
St. Gallen liegt u. a. am Hang.
1. Hahn öffnen.| 2. Hahn schließen.
Ludwig XIV.| Er herrschte lang.
Sie kamen i. d. R. Montag.
Das ist Art. 1 GG.| Er gilt.
Am 12. März kam er.| Am 13. ging er.
Karl der Große (gest. 814) herrschte.
Der 1. FC verlor.| Schade!
Er las S. 5.| Dann schlief er.
""",
    "fr": """
M. Dupont arriva vers 50 av. J.-C. en Gaule.| Il resta.
L'eau bout.| Elle devient vapeur.
M. Dupont et Mme. Curie arrivent.
Est-elle vivante ?| Personne ne sait.
« Elle bouge. »| Puis il partit.
« Vient-il ? » demanda-t-elle.| Oui.
Il mesure 3,5 m.| C'est grand.
Les métaux, p. ex. le fer, conduisent.
Voir fig. 3 et p. 12.| Ensuite, continuez.
Plantes, algues, etc.| Elles respirent.
J.-J. Rousseau écrivit cela.| Il marchait.
Né en 52 av. J.-C. à Rome.
Il vint !| Quelle joie !
Attends...| Qu'est-ce ?
Il attendit... puis partit.
L'art. 5 le dit.| Les autres non.
Le Dr Pasteur réussit en 1885.| Il vaccina.
C'est l'eau, c.-à-d. la vie.
1. Ouvrez le robinet.| 2. Fermez-le.
À Paris.| À Lyon.
Il part.| – Où ?
""",
    "zh": """
他问：“去吗？”|她点头。|水是液体。
水会蒸发。|它变成水蒸气。
这是什么？|这是细胞。
太好了！|我们走吧。
他说：“水会蒸发。”|然后走了。
“你好。”他说。|她笑了。
“你是谁？”老人问道。|没有人回答。
圆周率是3.14。|它很有用。
细胞（见图1.2）会分裂。|然后生长。
他等着……然后走了。
温度是25.5℃。|很暖和。
「水是生命。」|老师写在黑板上。
DNA是分子。|RNA也是。
第一，打开水龙头；第二，关上。
真的吗？！|是的。
""",
}


def lines(text: str) -> list[str]:
    """Cases; a line that opens in lower case goes on with the one above."""
    out: list[str] = []
    for line in text.strip().split("\n"):
        if line[0].islower() and not line.startswith("a. "):
            out[-1] += "\n" + line
        else:
            out.append(line)
    return out


TABLE = [(language, case) for language, text in CASES.items() for case in lines(text)]


def test_there_are_many_cases() -> None:
    assert len(TABLE) >= 125


@pytest.mark.parametrize(("language", "case"), TABLE)
def test_each_case_is_parted_where_its_bars_stand(language: str, case: str) -> None:
    wanted = [part.strip() for part in case.split("|")]
    text = case.replace("|", "")
    assert [text[a:b] for a, b in sentences(text, language)] == wanted


def test_blank_lines_part_sentences() -> None:
    text = "A heading\n\nA sentence that\ngoes on.\n\nNo stop"
    assert [text[a:b] for a, b in sentences(text)] == ["A heading", "A sentence that\ngoes on.", "No stop"]


def test_other_languages_are_split_by_their_terminators() -> None:
    assert len(sentences("Вода кипит. Она становится паром.", "ru")) == 2


@settings(max_examples=150, deadline=None)
@given(
    st.text(alphabet=st.sampled_from("aB1 .!?…。！？\n\"'”“«»()¿¡,z-中文说"), max_size=200),
    st.sampled_from(["en", "es", "de", "fr", "zh", "it"]),
)
def test_sentences_hold_every_character_once_and_in_order(text: str, language: str) -> None:
    found = sentences(text, language)
    last = 0
    for start, end in found:
        assert last <= start < end <= len(text)
        assert not text[last:start].strip()
        assert text[start:end] == text[start:end].strip()
        last = end
    assert not text[last:].strip()


@pytest.mark.parametrize("unit", [". ", "a.", "? ", '"', "x" * 50, "1.", "\n\n", "。", "« "])
def test_long_texts_take_no_longer_than_their_length(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    began = time.process_time()
    sentences(text, "en")
    assert time.process_time() - began < 20

"""Chinese lines end between words: planted sentences of many trades."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.design.breaks import pieces
from tools.design.chinese import inside_words, words
from tools.design.fonts import face
from tools.design.wrap import balanced, wrap

WHOLE = {
    "每周五、六晚上六点开市，凌晨一点收摊": ("五、六", "晚上", "六点", "开市", "凌晨", "一点", "收摊"),
    "八十六个摊位，鱼丸汤十二元一碗": ("八十六个", "摊位", "鱼丸汤", "十二元", "一碗"),
    "每晚两支本地乐队演出": ("每晚", "两支", "本地", "乐队", "演出"),
    "地铁二号线老码头站步行三分钟": ("地铁", "二号线", "码头站", "步行", "三分钟"),
    "宠物医院全天二十四小时急诊，绝育套餐九百八十元起": ("宠物医院", "二十四小时", "急诊", "九百八十元起"),
    "零基础成人钢琴课，每周二晚七点半开班": ("零基础", "钢琴课", "每周二", "七点半", "开班"),
    "老师傅用了四十年的钳子，修好你家漏水的水龙头": ("老师傅", "四十年的", "钳子", "漏水的", "水龙头"),
    "满100元减20元，2026年3月15日起": ("100元", "20元", "2026年", "3月", "15日起"),
    "成都路二百一十八号二楼": ("成都路", "二百一十八号", "二楼"),
    "看《海边故事》 #海边夜市#": ("《海边故事》", "#海边夜市#"),
}
LOCAL = face("noto-sc-regular").id


@pytest.mark.parametrize("text", WHOLE)
def test_no_piece_ends_inside_a_word(text: str) -> None:
    ends, place = set(), 0
    for piece in pieces(text):
        place += len(piece)
        ends.add(place)
    for word in WHOLE[text]:
        start = text.index(word)
        torn = ends & set(range(start + 1, start + len(word)))
        assert not torn, f"{word} is torn in {pieces(text)}"


@pytest.mark.parametrize("width", [180, 240, 300, 390])
@pytest.mark.parametrize("text", WHOLE)
def test_lines_end_between_words(text: str, width: int) -> None:
    for lines in (wrap(text, LOCAL, 28, width), balanced(text, LOCAL, 28, width)):
        ends, place = set(), 0
        for line in lines:
            place = text.index(line, place) + len(line)
            ends.add(place)
        for word in WHOLE[text]:
            start = text.index(word)
            assert not ends & set(range(start + 1, start + len(word))), lines


def test_particles_begin_no_line_and_adverbs_end_none() -> None:
    assert words("把在意的写下来")[0].endswith("的")
    assert "不超过" in words("从采摘到餐桌不超过十二小时")
    assert "就走" in words("再吃一家就走")


def test_japanese_is_left_to_its_own_rules() -> None:
    assert inside_words("カフェで会いましょう") == frozenset()


@given(st.text(alphabet="一二三十百元个的了海边夜市，。 0123a《》#鱍", max_size=40))
def test_pieces_give_the_text_again(text: str) -> None:
    line = " ".join(text.split())
    assert "".join(pieces(line)) == line
    assert all(0 < place < len(line) for place in inside_words(line))


def test_a_last_day_stays_in_one() -> None:
    assert words("三月底前报名送泳镜")[0] == "三月底前"
    assert words("前五十位到场者")[0] == "前五十位"

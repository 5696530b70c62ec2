"""One way to write a value as bytes, so that equal values have equal hashes everywhere."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from typing import Any

_VERSION = b"v1\0"


def canonical_json(value: Any) -> bytes:
    """UTF-8 JSON with sorted keys, NFC text, no spaces. Raises ``ValueError`` on NaN or infinity."""
    return json.dumps(
        _normal(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    ).encode("utf-8", "replace")


def _normal(value: Any) -> Any:
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, dict):
        return {_normal(str(k)): _normal(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [_normal(v) for v in value]
    return value


def sha256(data: bytes) -> str:
    """Hex SHA-256 of bytes: the name of a blob."""
    return hashlib.sha256(data).hexdigest()


def key_of(value: Any) -> str:
    """Hex SHA-256 over the canonical form: the name of a request."""
    return hashlib.sha256(_VERSION + canonical_json(value)).hexdigest()


def derive_seed(*parts: object) -> int:
    """A 31-bit seed from parts, equal on every machine (unlike ``hash``)."""
    return int(key_of([str(p) for p in parts])[:8], 16) & 0x7FFFFFFF

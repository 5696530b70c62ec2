"""The base of our nouns: frozen, strict about unknown fields, plain JSON inside."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """An immutable value. Unknown fields are refused; NaN and infinity never get in."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    def json_dict(self) -> dict[str, Any]:
        """Plain JSON-able data (tuples become lists)."""
        return self.model_dump(mode="json")

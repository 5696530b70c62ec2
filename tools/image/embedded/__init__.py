"""Illustrated scenes drawn from a palette and an hour, with no model."""

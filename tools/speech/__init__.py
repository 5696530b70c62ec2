"""Narration: one folder per engine."""

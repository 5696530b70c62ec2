"""Lessons without a model: a source is understood by patterns, and nothing is added to it."""

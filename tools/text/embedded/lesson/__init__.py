"""Lessons with no model: a source is understood, and asked about, in nothing but its own words."""

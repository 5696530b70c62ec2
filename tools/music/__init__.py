"""Pieces of music."""

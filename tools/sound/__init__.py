"""Mixing, mastering and measuring sound."""

"""Diagrams of a lesson, drawn from data: a kind is one file here and one line in ``kinds``."""

"""Slides of a lesson as pictures: the same look as its deck, with one picture for each moment of speaking."""

"""Typographic layout: type, colour, icons and pictures drawn as SVG and rendered."""

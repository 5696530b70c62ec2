"""Checks of a lesson: each is one function over a ``Lesson`` and its source texts by name, and says what does not hold."""

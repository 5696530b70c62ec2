"""Reads a person's sources: text, Markdown, HTML, Word, PDF and EPUB become one ``Reading``, and its running text sentences.

Everything here is untrusted: no reader opens a path, a reference or a network address, and none runs without a bound on what
it takes in. Adding a format is a file with a ``pieces`` function and a line in ``formats.py``.
"""

from .formats import FORMATS, read
from .sentences import sentences

__all__ = ["FORMATS", "read", "sentences"]

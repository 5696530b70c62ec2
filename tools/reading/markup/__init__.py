"""HTML as a tree, without what surrounds the words, walked into pieces. HTML, Markdown and EPUB all come this way."""

from .tree import tree
from .walk import pieces

__all__ = ["pieces", "tree"]

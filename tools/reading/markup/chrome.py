"""What stands round the words of a page and is none of them: navigation, banners, forms, hidden things."""

from __future__ import annotations

import re
from typing import Final

from core.source import Mark

from .tree import Element, hints, tag

NEVER: Final = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "canvas",
        "iframe",
        "object",
        "embed",
        "audio",
        "video",
        "map",
        "button",
        "input",
        "select",
        "textarea",
        "option",
        "datalist",
        "head",
        "link",
        "meta",
        "dialog",
        "rp",
        "rt",
        "annotation",
        "annotation-xml",
    ]
)
"""No text of these is the page's."""
_AROUND: Final = frozenset(("nav", "header", "footer", "aside", "form", "menu"))
_ROLES: Final = frozenset(
    ("navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog", "menu", "menubar", "toolbar", "doc-pagebreak", "doc-noteref")
)  # fmt: skip
_NAMED: Final = re.compile(
    r"(?:^|[\s_-])(?:cookies?|consent|gdpr|ccpa|newsletter|subscri(?:be|ption)|sidebar|breadcrumbs?|share|sharing|social|adverts?|ads?|"
    r"advertisement|promo|popup|modal|overlay|related|recommended|comments?|navbar|navbox|navigation|nav|menu|skip-?link|"
    r"site-?(?:header|footer|nav)|page-?(?:header|footer)|masthead|mw-editsection|noprint|printfooter|catlinks|hatnote|metadata|"
    r"pagination|pager|toolbar|login|signup|paywall|disqus|outbrain|taboola|sponsored|feedback)(?:$|[\s_-])"
)
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|pt|em|%)?\s*(?:;|$)|opacity\s*:\s*0\s*(?:;|$)", re.I)  # fmt: skip
_BODIES: Final = frozenset(("article", "main", "section", "blockquote", "figure"))
_MARKS: Final[tuple[tuple[re.Pattern[str], Mark], ...]] = (
    (re.compile(r"objectives?|learning-?(?:outcomes?|goals?)|lernziele?|objetivos|objectifs"), "objectives"),
    (re.compile(r"glossary|key-?terms?|vocabulary|glossar|glosario|glossaire|doc-glossary"), "terms"),
    (re.compile(r"(?:chapter|section|key)-?(?:summary|takeaways?|points?)|(?:^|\s)(?:doc-)?(?:abstract|summary)(?:$|\s)|takeaways?"), "summary"),
    (re.compile(r"(?:review|practice|end-of-chapter)-?(?:questions?|problems?|exercises?)|(?:^|\s)(?:exercises?|assessments?|practices?|qna|quiz|problemset)(?:$|\s)"), "questions"),
    (re.compile(r"doc-(?:bibliography|endnotes|biblioentry)|(?:^|\s)(?:bibliography|references|endnotes?|footnotes?|reflist)(?:$|\s)"), "references"),
    (re.compile(r"(?:^|\s)(?:doc-)?toc(?:$|\s)|(?:^|\s)table-of-contents(?:$|\s)"), "contents"),
    (re.compile(r"(?:^|\s|-)(?:doc-|worked-?)?(?:examples?|case-?study)(?:$|\s|-box)|beispiel|ejemplo|exemple"), "example"),
)  # fmt: skip


def mark(element: Element) -> Mark:
    """What an element's attributes say its part is for."""
    words = hints(element)
    return next((found for pattern, found in _MARKS if pattern.search(words)), "") if words else ""


def hidden(element: Element) -> bool:
    """Whether a reader never sees it."""
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    style = element.get("style")
    return bool(style and _HIDDEN.search(style))


def around(element: Element, inside: bool) -> bool:
    """Whether an element surrounds the page's words. ``inside`` says that it lies in an article or section, whose own headers count.

    A box that says it is an example, a summary or the like is no surrounding, even where it is an ``aside``.
    """
    name, words = tag(element), hints(element)
    if name in ("body", "html", "main", "article"):
        return False
    kept = mark(element) if words else ""
    if kept and kept != "contents":
        return False
    if kept or name in ("nav", "menu", "form", "aside") or (name in _AROUND and not inside):
        return True
    return bool(words and (_ROLES.intersection(words.split()) or _NAMED.search(words)))


def body_of(root: Element) -> Element:
    """The element with the page's words: its ``main``, else its only ``article``, if that holds at least a third of the text; else all."""
    for path in (".//main", ".//*[@role='main']", ".//article"):
        found = root.findall(path)
        if len(found) == 1 and 3 * _size(found[0]) >= _size(root):
            return found[0]
    return root


def is_body(element: Element) -> bool:
    """Whether headers and footers inside it are its own."""
    return tag(element) in _BODIES


def linked(element: Element) -> bool:
    """Whether a list is a menu: at least four items, short, and nearly all their words are links."""
    size = _size(element)
    links = [len("".join(a.itertext()).strip()) for a in element.iter("a")]
    return len(links) >= 4 and size < 40 * len(links) and sum(links) >= 0.85 * size > 0


def _size(element: Element) -> int:
    return sum(len(text.strip()) for text in element.itertext())

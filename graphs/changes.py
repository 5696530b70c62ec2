"""Changes from the command line to a brief that is not checked yet."""

from __future__ import annotations

from typing import Any

from core.errors import BadInput
from graphs.brief_yaml import Place


def change_in(raw: dict[str, Any], change: str) -> Place:
    """Set one field of a brief's plain data in place: ``brand.name=SunSip``, ``facts.1=...``, ``translations.de.title=...``.

    ``translations`` may be a mapping by language or a list of items that name theirs; what is not there yet is begun.
    Gives the path of what was set. Raises ``BadInput`` where the path leads nowhere.
    """
    path, sign, value = change.partition("=")
    if not sign or not path:
        raise BadInput("--set wants path=value", which=change, remedy="For example: --set brand.name=SunSip")
    *parents, last = path.split(".")
    at: Any = raw
    spoken = raw.get("translations")
    place: list[str | int] = []
    for word in parents:
        if isinstance(spoken, list) and at is spoken and not word.isdigit():
            item = _item(spoken, word)
            place.append(spoken.index(item))
            at = item
        elif isinstance(at, list) and word.isdigit() and int(word) < len(at):
            if isinstance(at[int(word)], str):
                at[int(word)] = {"text": at[int(word)]}
            at = at[int(word)]
            place.append(int(word))
        elif isinstance(at, dict):
            if not isinstance(at.get(word), (dict, list)):
                at[word] = {"name" if word == "brand" else "text": at[word]} if isinstance(at.get(word), str) else {}
            at = at[word]
            place.append(word)
        else:
            raise BadInput("--set names a place that is not there", which=path)
    if isinstance(at, list):
        if not last.isdigit() or int(last) > len(at):
            raise BadInput("--set names a place that is not there", which=path)
        at[int(last) : int(last) + 1] = [value]
        return (*place, int(last))
    at[last] = value
    return (*place, last)


def _item(items: list[Any], language: str) -> dict[str, Any]:
    """The item of a list of translations in that language, begun where there is none."""
    for item in items:
        if isinstance(item, dict) and language in (item.get("language"), item.get("lang")):
            return item
    begun: dict[str, Any] = {"language": language}
    items.append(begun)
    return begun

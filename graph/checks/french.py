"""How checks are worded in French."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.french import NBSP, listed
from graph.model import Node

_TITLE, _SHORT = 80, 40
_BEFORE = re.compile(r"[ \u00a0\u202f]+(?=[:;?!»%€])")
_AFTER = re.compile(r"(?<=«)[ \u00a0\u202f]+")


def typeset(text: str) -> str:
    """No-break spaces where French wants them: before : ; ? ! » % €, and after «."""
    return _AFTER.sub(NBSP, _BEFORE.sub(NBSP, text))


def quoted(text: str, longest: int = _TITLE) -> str:
    """« text », cut at a word where it is longer; quotation marks inside become “ ”."""
    inner = re.sub(r"\s*»", "”", re.sub(r"«\s*", "“", shortened(text, longest)))
    return f"« {inner} »"


def shortened(text: str, longest: int) -> str:
    """The text, cut at a word and closed by … where it is longer."""
    if len(text) <= longest:
        return text
    return text[: longest - 1].rsplit(" ", 1)[0].rstrip(" ,;:(") + "…"


def objective(node: Node) -> str:
    """An objective as people name it: by its number, where one is printed, and its title."""
    number = node.properties.get("number")
    return " ".join(filter(None, ["l'objectif", str(number) if number else "", quoted(node.name)]))


def of(objectives: Sequence[Node]) -> str:
    """ " de l'objectif 1", " des objectifs 1 et 2"; empty where there is none."""
    if not objectives:
        return ""
    noun = "de l'objectif" if len(objectives) == 1 else "des objectifs"
    return f" {noun} {numbers(objectives)}"


def numbers(objectives: Sequence[Node]) -> str:
    """Objectives in short: their numbers, or titles where none is printed."""
    return listed([str(node.properties.get("number") or quoted(node.name, _SHORT)) for node in objectives])

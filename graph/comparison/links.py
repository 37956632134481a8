"""What stands beside the outline: memberships, answers to national measures, and lines that nobody could read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from graph.comparison.change import Passage, Side
from graph.comparison.codes import Code
from graph.comparison.french import agreed, quoted, short
from graph.comparison.scene import Scene, Subject
from graph.comparison.view import View, key, passages
from graph.comparison.who import owner
from graph.model import Relationship, Unread

_CODES = {"PART_OF": (Code.MEMBER_CAME, Code.MEMBER_LEFT), "RESPONDS_TO": (Code.ANSWER_CAME, Code.ANSWER_LEFT)}
_VERBS = {
    "PART_OF": ("fait partie de", "font partie de", "ne fait plus partie de", "ne font plus partie de"),
    "RESPONDS_TO": ("répond à", "répondent à", "ne répond plus à", "ne répondent plus à"),
}
Links = dict[tuple[str, str], list[Relationship]]


def link_changes(scene: Scene) -> None:
    """Add every change of these."""
    for type_ in _CODES:
        _links(scene, type_)
    _unread(scene)


def _links(scene: Scene, type_: str) -> None:
    """Ties between things that both plans have; any other comes or goes with its end."""
    before = _between(scene.a, type_, lambda id_: _name(scene, id_, before=True))
    after = _between(scene.b, type_, lambda id_: _name(scene, id_, before=False))
    came, left = _CODES[type_]
    for ends in sorted(after.keys() - before.keys()):
        if not _is_reading(scene, after[ends], scene.b, scene.a):
            _add(scene, came, after[ends], scene.b)
    for ends in sorted(before.keys() - after.keys()):
        if not _is_reading(scene, before[ends], scene.a, scene.b):
            _add(scene, left, before[ends], scene.a)


def _name(scene: Scene, id_: str, *, before: bool) -> str | None:
    """The common name of what both plans have, None of what one only has."""
    view = scene.a if before else scene.b
    if view.nodes[id_].label == "Actor":
        alone = scene.who.is_gone(id_) if before else scene.who.is_new(id_)
        return None if alone else (scene.who.before if before else scene.who.after)(id_)
    pair = scene.pairs.of(id_) if before else scene.pairs.by_after(id_)
    return pair.after if pair else None


def _between(view: View, type_: str, name: Callable[[str], str | None]) -> Links:
    """Ties by the names of their ends; not those that the ends say already: a service's, an answer's place."""
    found: Links = {}
    for tie in view.ties:
        if tie.type != type_ or owner(view, tie.start) == tie.end or view.parents.get(tie.start) == tie.end:
            continue
        start, end = name(tie.start), name(tie.end)
        if start is not None and end is not None:
            found.setdefault((start, end), []).append(tie)
    return found


def _is_reading(scene: Scene, ties: list[Relationship], view: View, other: View) -> bool:
    names = view.names(ties[0].start) | {key(view.words(ties[0].start))}
    return ties[0].type == "PART_OF" and scene.is_reading(ties, names, other, ties[0].end)


def _add(scene: Scene, code: Code, ties: list[Relationship], view: View) -> None:
    tie = ties[0]
    is_after = view is scene.b
    one, many, gone, gone_many = _VERBS[tie.type]
    is_actor = view.nodes[tie.start].label == "Actor"
    subject = scene.of_target(None, tie.start) if is_after else scene.of_target(tie.start, None)
    name = view.name(tie.start) if is_actor else short(view.words(tie.start))
    whole = view.name(tie.end) if is_actor else short(view.words(tie.end))
    words = f"{agreed(name, one, many) if is_after else agreed(name, gone, gone_many)} {whole}"
    side = Side(other=tie.end, value=view.words(tie.end), passages=passages(ties))
    sides = (Side(), side) if is_after else (side, Side())
    scene.add(code, subject, words, *sides, actor=view.name(tie.start) if is_actor else None)


def _unread(scene: Scene) -> None:
    """Lines that no rule could read: what they say is not compared, so their coming and going is said.

    One that stands on the line of an action that came or left goes with it.
    """
    came = {(p.document, p.locator) for id_ in scene.aligned.new("Action") for p in scene.b.stated(id_)}
    left = {(p.document, p.locator) for id_ in scene.aligned.gone("Action") for p in scene.a.stated(id_)}
    for view, other, told, code, verb in (
        (scene.b, scene.a, came, Code.UNREAD_CAME, "apparaît"),
        (scene.a, scene.b, left, Code.UNREAD_LEFT, "disparaît"),
    ):
        for line in _unknown(view, other):
            if (line.document, line.locator) not in told:
                words = f"une ligne que Maillage ne lit pas {verb}, {quoted(line.text)}"
                side = Side(value=line.text, passages=(Passage(line.document, line.locator, line.text),))
                sides = (Side(), side) if view is scene.b else (side, Side())
                scene.add(code, _anywhere(), words, *sides)


def _unknown(view: View, other: View) -> list[Unread]:
    """Unread lines of one plan that the other has not, or has fewer times, and does not read either."""
    read = {key(quote) for tie in other.ties for quote in tie.properties.get("quotes") or ()}
    theirs = Counter(key(line.text) for line in other.graph.unread)
    places = {(key(line.text), line.locator) for line in other.graph.unread}
    found = []
    for line in sorted(view.graph.unread, key=lambda u: ((key(u.text), u.locator) not in places, u.locator, u.text)):
        if theirs[key(line.text)]:
            theirs[key(line.text)] -= 1
        elif key(line.text) not in read:
            found.append(line)
    return found


def _anywhere() -> Subject:
    return Subject(None, None, "Document", "", "ligne", "", "", None, None, ())

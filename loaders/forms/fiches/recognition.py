"""Whether an outline is a plan: by its content, never by its name."""

from __future__ import annotations

import re

from graph.text import fold
from loaders.forms.fiches.scan import ACTORS, TELLING
from loaders.forms.fiches.skeleton import ActionFiche, Outline

_MINUTES = re.compile(
    r"^(?:compte[ -]rendu|proces[ -]verbal|releve de (?:decisions|conclusions)|ordre du jour|(?:etaient )?presents?\b"
    r"|excuses?\b|participants?\s*:|secretaire de seance)"
)
_FEWEST = 2


def is_plan_by_fiches(found: Outline) -> bool:
    """True where an objective has a section, or actions have rubrics of their own that leave no doubt."""
    if any(fiche.sections for fiche in found.fiches):
        return True
    named = [action for action in found.actions if any(section.lines for section in action.of(*ACTORS))]
    if found.fiches:
        return bool(named)
    told = len(named) >= _FEWEST or any(_is_full(action) for action in named)
    return told and not any(_MINUTES.match(fold(line.text)) for line in found.preamble)


def _is_full(action: ActionFiche) -> bool:
    """True for one action that says that it is a fiche, or several things of itself."""
    kinds = {section.kind for section in action.sections if section.lines}
    return fold(action.label).startswith("fiche") or len(kinds & TELLING) >= _FEWEST

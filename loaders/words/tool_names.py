"""Names of programmes, plans and schemes as plans print them."""

from __future__ import annotations

import re

_ENLISTED = re.compile(
    r"^(?:(?:inscrit|éligible|financé|prévu|retenu|relevant|mobilisé)(?:\(?e\)?)?(?:\(?s\)?)?\s+)?"
    r"(?:dans|au titre de|au titre du|par|au|à|du|de)\s+(?:la |le |les |l['’])?",
    re.IGNORECASE,
)


def tool_of_column(label: str) -> str:
    """The programme that crosses in a column stand for: "Inscrit dans protocole PERR" → "protocole PERR"."""
    return _ENLISTED.sub("", label).strip() or label

"""Office files are zips: the same content gives the same bytes, whatever the hour."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_EPOCH = (1980, 1, 1, 0, 0, 0)


def zipped(files: Mapping[str, bytes], stored: frozenset[str] = frozenset()) -> bytes:
    """These files as a zip, in this order; `stored` ones are not compressed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.external_attr = 0o644 << 16
            plain = name in stored or name.endswith(".png")
            archive.writestr(entry, content, zipfile.ZIP_STORED if plain else zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def timeless(archive: bytes) -> bytes:
    """A zip without the hour of its making."""
    with zipfile.ZipFile(io.BytesIO(archive)) as read:
        return zipped({entry.filename: read.read(entry) for entry in read.infolist()})

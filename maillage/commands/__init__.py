"""The commands, in the order in which `maillage --help` lists them."""

from __future__ import annotations

import click

COMMANDS: tuple[click.Command, ...] = ()

"""The command line: one group, one file of `maillage/commands/` a command family."""

from __future__ import annotations

import gettext
import os
from pathlib import Path

import click

from graph.errors import MaillageError


def _speak_french() -> None:
    """Give click, which speaks through gettext, our French messages (compiled by `make locale`)."""
    os.environ["LANGUAGE"] = "fr"
    gettext.bindtextdomain("messages", str(Path(__file__).parent / "locale"))


_speak_french()


class FrenchErrors(click.Group):
    """Turns expected errors into a French message and an exit code; lists commands in the order they are given."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names of the commands, the main job first."""
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; a `MaillageError` becomes its message on standard error and its exit code."""
        try:
            return super().invoke(ctx)
        except MaillageError as error:
            click.echo(f"Erreur — {error}", err=True)
            ctx.exit(error.exit_code)


@click.group(
    cls=FrenchErrors,
    subcommand_metavar="COMMANDE [ARGUMENTS]…",
    context_settings={"help_option_names": ["-h", "--help", "--aide"]},
)
@click.version_option(package_name="maillage", message="%(prog)s %(version)s")
def main() -> None:
    """Maillage lit les plans d'un contrat de ville et montre qui pilote, qui aide et qui paie."""


def _register() -> None:
    """Add every command; their modules import click alone, heavy imports stand inside the commands."""
    from maillage.commands import COMMANDS

    for command in COMMANDS:
        main.add_command(command)


_register()

if __name__ == "__main__":
    main()

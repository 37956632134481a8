"""The commands, in the order in which `maillage --help` lists them."""

from __future__ import annotations

import click

from maillage.commands.acteurs import acteurs
from maillage.commands.carte import carte
from maillage.commands.charger import charger
from maillage.commands.comparer import comparer
from maillage.commands.copil import copil
from maillage.commands.dossier import dossier
from maillage.commands.exporter import exporter
from maillage.commands.extraire import extraire
from maillage.commands.lacunes import lacunes
from maillage.commands.mesures import mesures
from maillage.commands.modele import modele
from maillage.commands.neo4j import neo4j
from maillage.commands.requetes import requete, requetes
from maillage.commands.simuler_depart import simuler_depart
from maillage.commands.verifier import verifier

COMMANDS: tuple[click.Command, ...] = (
    copil,
    extraire,
    verifier,
    charger,
    acteurs,
    requetes,
    requete,
    mesures,
    simuler_depart,
    lacunes,
    carte,
    dossier,
    comparer,
    exporter,
    modele,
    neo4j,
)

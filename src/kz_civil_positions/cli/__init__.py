"""The command line: arguments in, answers out; what is heavy is imported inside commands."""

from kz_civil_positions.cli import commands, exporting, importing, lookup, reports
from kz_civil_positions.cli.commands import main

__all__ = ["commands", "exporting", "importing", "lookup", "main", "reports"]

"""What the commands share."""

import os
from typing import NoReturn

import typer

from quoteservice.settings import SettingInvalid, Settings

app = typer.Typer(help="Who said what in a Hungarian news article.", no_args_is_help=True, add_completion=False)


def settings() -> Settings:
    """The settings of the environment; ends the command with a sentence when one is invalid."""
    try:
        return Settings.from_environment(os.environ)
    except SettingInvalid as error:
        fail(str(error))


def fail(sentence: str, code: int = 1) -> NoReturn:
    """End the command with one sentence on stderr."""
    typer.echo(sentence, err=True)
    raise typer.Exit(code)

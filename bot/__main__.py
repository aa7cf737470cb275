"""The command line: ``python -m bot play|run|migrate|seed|grant|import|export|circular|uncertain|rotate|check``."""

import asyncio
import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from bot.settings import Settings
    from models.imports import SheetKind

cli = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False, help="Behinyar")


def _settings() -> "Settings":
    from bot.settings import BadSettingsError, read_settings

    try:
        return read_settings()
    except BadSettingsError as error:
        for line in error.lines:
            typer.echo(line, err=True)
        raise typer.Exit(2) from None


def _ready(settings: "Settings | None" = None) -> "Settings":
    """The settings, once the database can be worked on by them."""
    from bot.readiness import fault

    settings = settings or _settings()
    wrong = fault(settings)
    if wrong is not None:
        typer.echo(wrong, err=True)
        raise typer.Exit(1)
    return settings


def _forever(main: "Coroutine[Any, Any, None]") -> None:
    if sys.platform == "win32":
        asyncio.run(main)
        return
    import uvloop

    uvloop.run(main)


@cli.command()
def play(
    port: Annotated[int, typer.Option(help="Port of the page; 0 takes any free one.")] = 8080,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Open no browser.")] = False,  # noqa: FBT002 (an option)
    reset: Annotated[bool, typer.Option("--reset", help="Begin anew.")] = False,  # noqa: FBT002 (an option)
    folder: Annotated[str, typer.Option(help="Where the rehearsal's data lie.")] = "var/play",
) -> None:
    """The whole story in a browser, with local messengers: no token, no internet."""
    from bot import play as rehearsal

    _forever(rehearsal.play(folder, port=port, browser=not no_browser, reset=reset))


@cli.command()
def run(only: Annotated[str | None, typer.Option(help="intake, delivery or calendar: run one part.")] = None) -> None:
    """Serve the messengers whose tokens are set."""
    gc.disable()  # until all is loaded: walking what only grows is a fifth of a start
    from bot.lean import import_structlog

    import_structlog()
    from bot import serve

    if only is not None and only not in serve.PARTS:
        typer.echo(f"--only takes one of: {', '.join(serve.PARTS)}", err=True)
        raise typer.Exit(2)
    settings = _settings()
    if not settings.messengers:
        typer.echo("No token is set. Set BEHINYAR_TELEGRAM__TOKEN or BEHINYAR_BALE__TOKEN, or try: make play", err=True)
        raise typer.Exit(2)
    try:
        _ready(settings)
        _forever(serve.serve(settings, only))
    except serve.CannotRunError as why:
        typer.echo(str(why), err=True)
        raise typer.Exit(1) from None


@cli.command()
def migrate(revision: str = "head") -> None:
    """Bring the database's tables up to date."""
    from bot import office_work

    _told(office_work.migrate(_settings(), revision))


@cli.command()
def seed(
    demo: Annotated[bool, typer.Option("--demo", help="The invented demo world too; for rehearsal only.")] = False,  # noqa: FBT002 (an option)
) -> None:
    """Put the 32 provincial organisations and the ministry's offices into the database; may be repeated."""
    from bot import office_work

    _told(asyncio.run(office_work.seed(_settings(), demo=demo)))


@cli.command()
def grant(
    phone: Annotated[str, typer.Argument(help="The person's mobile number, 09…")],
    role: Annotated[str, typer.Argument(help="A role such as union-approver or order-expert.")],
    office: Annotated[str, typer.Argument(help="The office: its number, code or full name.")],
    create: Annotated[str | None, typer.Option(help="Make the office first: county, union, chamber …")] = None,
    under: Annotated[str | None, typer.Option(help="With --create: the office above it.")] = None,
) -> None:
    """Give a role to the person with this number; may make the office first."""
    from bot import office_work

    _told(asyncio.run(office_work.grant(_ready(), phone, role, office, create=create, under=under)))


def _sheet(kind: str) -> "SheetKind":
    from models.imports import SheetKind

    if kind not in set(SheetKind):
        typer.echo(f"no list {kind!r}; there are: {', '.join(SheetKind)}", err=True)
        raise typer.Exit(2)
    return SheetKind(kind)


def _told(outcome: "tuple[bool, str]") -> None:
    _tell((outcome[0], [outcome[1]]))


def _tell(outcome: "tuple[bool, list[str]]") -> None:
    done, lines = outcome
    for line in lines:
        typer.echo(line, err=not done)
    raise typer.Exit(0 if done else 1)


@cli.command("import")
def bring(
    kind: Annotated[str, typer.Argument(help="offices, people or units.")],
    file: Annotated[Path, typer.Argument(help="The sheet: .xlsx or .csv.")],
    commit: Annotated[bool, typer.Option("--commit", help="Write it when nothing is wrong.")] = False,  # noqa: FBT002 (an option)
) -> None:
    """Check a list, and write it with --commit: all of it or nothing."""
    from bot.sheets import operator

    _tell(asyncio.run(operator.bring(_ready(), _sheet(kind), file, commit=commit)))


@cli.command("export")
def take(
    kind: Annotated[str, typer.Argument(help="offices, people or units.")],
    file: Annotated[Path, typer.Argument(help="Where to: .xlsx or .csv.")],
) -> None:
    """Write a list to a file in the columns of the template, numbers in full."""
    from bot.sheets import operator

    _tell(asyncio.run(operator.take(_ready(), _sheet(kind), file)))


@cli.command()
def circular(file: Annotated[Path, typer.Argument(help="The circular: a TOML file, see the README.")]) -> None:
    """Make a draft of a circular from a file, for an office and its author; it is never released here."""
    from bot import circular_file

    _tell(asyncio.run(circular_file.compose(_ready(), file)))


@cli.command()
def rotate() -> None:
    """Seal all personal data anew with the first of BEHINYAR_KEYS, so that older keys can be retired."""
    from bot import office_work

    _told(asyncio.run(office_work.rotate(_settings())))


@cli.command()
def uncertain(
    arrived: Annotated[list[int] | None, typer.Option(help="This notice was read: do not send it again.")] = None,
    again: Annotated[list[int] | None, typer.Option(help="This notice did not arrive: send it once more.")] = None,
    after: Annotated[int, typer.Option(help="List those above this number.")] = 0,
) -> None:
    """List by name the notices of which nobody knows whether they arrived, and decide on them."""
    from bot import office_work

    _tell(asyncio.run(office_work.uncertain(_ready(), arrived or [], again or [], after)))


@cli.command()
def check() -> None:
    """Look at settings, database and tokens, and say what is wrong and how to mend it."""
    from bot import office_work

    well, lines = asyncio.run(office_work.check(_settings()))
    for line in lines:
        typer.echo(line)
    raise typer.Exit(0 if well else 1)


if __name__ == "__main__":
    cli()

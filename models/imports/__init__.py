"""Lists that come in and go out as sheets: offices, people with their roles, units. The files are bot.sheets' business.

A sheet is read into rows, each row into a line with what is wrong about it, all lines into a plan against the database;
then either every line is written in one transaction or none is.
"""

from models.imports.columns import (
    COLUMNS,
    MOST_ROWS,
    TOLD,
    Cell,
    CellProblem,
    Column,
    Fault,
    Heading,
    SheetKind,
    SheetProblem,
    SheetRow,
)
from models.imports.reading import Vocabulary
from models.imports.records import (
    ImportProblem,
    ImportState,
    OpenImport,
    await_file,
    begin_reading,
    begin_writing,
    change,
    current,
    done,
    drop,
    mark_of,
    one,
    release,
)
from models.imports.sheets import Lines, Planned, plan, read, write
from models.imports.table import Grid, Table, table

__all__ = [
    "COLUMNS",
    "MOST_ROWS",
    "TOLD",
    "Cell",
    "CellProblem",
    "Column",
    "Fault",
    "Grid",
    "Heading",
    "ImportProblem",
    "ImportState",
    "Lines",
    "OpenImport",
    "Planned",
    "SheetKind",
    "SheetProblem",
    "SheetRow",
    "Table",
    "Vocabulary",
    "await_file",
    "begin_reading",
    "begin_writing",
    "change",
    "current",
    "done",
    "drop",
    "mark_of",
    "one",
    "plan",
    "read",
    "release",
    "table",
    "write",
]

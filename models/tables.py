"""Every table of the house in one place, so that the metadata is whole wherever this is imported."""

import importlib
import pkgutil

from sqlmodel import SQLModel

import models

# Rooms are found, not listed: one that was forgotten here would be missing from the migrations.
for _room in pkgutil.iter_modules(models.__path__):
    if _room.name not in {"migrations", "tables", "values"}:
        importlib.import_module(f"models.{_room.name}")

metadata = SQLModel.metadata

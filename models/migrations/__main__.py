"""Write a revision: ``python -m models.migrations 0002 "Add visits"``."""

import sys

import sqlalchemy as sa

from models.migrations import draft, upgrade

number, message = sys.argv[1:]
engine = sa.create_engine("sqlite://")
with engine.begin() as connection:
    if number != "0001":
        upgrade(connection)
    draft(connection, message, number)

"""Offices of the ministry and of the guilds, the roles that people hold in them, and the unions that are missing."""

from models.organisations.missing_unions import MissingUnion, Wish, missing_unions, record_missing_union
from models.organisations.offices import (
    Office,
    OfficeKind,
    OfficeView,
    OrganisationProblem,
    Unions,
    counties,
    lineage,
    office,
    offices,
    provinces,
    unions,
    within,
)
from models.organisations.roles import Hat, Role, RoleKind, add_office, grant, hat, hats, officers, revoke

__all__ = [
    "Hat",
    "MissingUnion",
    "Office",
    "OfficeKind",
    "OfficeView",
    "OrganisationProblem",
    "Role",
    "RoleKind",
    "Unions",
    "Wish",
    "add_office",
    "counties",
    "grant",
    "hat",
    "hats",
    "lineage",
    "missing_unions",
    "office",
    "officers",
    "offices",
    "provinces",
    "record_missing_union",
    "revoke",
    "unions",
    "within",
]

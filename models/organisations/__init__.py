"""Offices of the ministry and of the guilds, the roles that people hold in them, and the unions that are missing."""

from models.organisations.granting import GIVES, add_office, grant, may_give, revoke
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
from models.organisations.reach import DEEDS, Deed, Reach, acting, covers, may, reaches
from models.organisations.roles import SEATS, Hat, Role, RoleKind, hat, hats, officers

__all__ = [
    "DEEDS",
    "GIVES",
    "SEATS",
    "Deed",
    "Hat",
    "MissingUnion",
    "Office",
    "OfficeKind",
    "OfficeView",
    "OrganisationProblem",
    "Reach",
    "Role",
    "RoleKind",
    "Unions",
    "Wish",
    "acting",
    "add_office",
    "counties",
    "covers",
    "grant",
    "hat",
    "hats",
    "lineage",
    "may",
    "may_give",
    "missing_unions",
    "office",
    "officers",
    "offices",
    "provinces",
    "reaches",
    "record_missing_union",
    "revoke",
    "unions",
    "within",
]

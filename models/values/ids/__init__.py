"""The numbers that name people, units, licences and products, and how to tell them apart.

Fields and checks: Behinyab's and the licence's, as far as their formats are published; lengths that no source confirms
are wide. An id is a ``str`` in its one normalised spelling and is made only by ``parse``.
"""

from models.values.ids.kinds import IdHint, IdKind, IdProblem, IdWarning
from models.values.ids.numbers import (
    ID_TYPES,
    BusinessId,
    ForeignId,
    GuildId,
    LegalId,
    LicenceNumber,
    NationalId,
    Phone,
    PostalCode,
    ProductCode,
    TrackingCode,
    UniqueLicenceId,
)
from models.values.ids.passwords import looks_like_password, names_password
from models.values.ids.recognise import parse_id, recognise
from models.values.ids.user_names import UserName, UserNameProblem, looks_like_secret

__all__ = [
    "ID_TYPES",
    "BusinessId",
    "ForeignId",
    "GuildId",
    "IdHint",
    "IdKind",
    "IdProblem",
    "IdWarning",
    "LegalId",
    "LicenceNumber",
    "NationalId",
    "Phone",
    "PostalCode",
    "ProductCode",
    "TrackingCode",
    "UniqueLicenceId",
    "UserName",
    "UserNameProblem",
    "looks_like_password",
    "looks_like_secret",
    "names_password",
    "parse_id",
    "recognise",
]

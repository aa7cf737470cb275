"""The union's decisions on registrations and months (60/227210 ¶2, ¶5)."""

from models.reviews.records import RegistrationCheck, Review, ReviewRemark

__all__ = ["RegistrationCheck", "Review", "ReviewRemark"]

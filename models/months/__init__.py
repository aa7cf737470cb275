"""Monthly production statistics (60/227210, preamble and ¶5)."""

from models.months.records import Month, MonthLine, MonthReason

__all__ = ["Month", "MonthLine", "MonthReason"]

"""The month: a calendar with states, the form of one month, mending what was returned, the sheet for Behinyab."""

from handlers.month.conversation import CONVERSATION, MonthConversation, router

__all__ = ["CONVERSATION", "MonthConversation", "router"]

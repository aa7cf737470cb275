"""A union's way to Behinyab's access, seen and moved by everybody on it (60/227210 ¶3)."""

from handlers.access.desk import router
from handlers.access.forms import CONVERSATIONS

__all__ = ["CONVERSATIONS", "router"]

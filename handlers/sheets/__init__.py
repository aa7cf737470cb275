"""Lists in and out: templates, files that are checked before they are written, exports."""

from handlers.sheets.conversation import router

__all__ = ["router"]

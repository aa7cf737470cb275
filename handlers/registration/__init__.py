"""Registering a guild production unit (60/227210 ¶1, ¶2): questions, summary, and mending what the union returned."""

from handlers.registration.conversation import RegistrationConversation, router

__all__ = ["RegistrationConversation", "router"]

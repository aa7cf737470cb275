"""Conversations: what is said."""

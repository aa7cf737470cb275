"""Told dialogues: a person with an intention, on both messengers and both databases."""

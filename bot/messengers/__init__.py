"""The messengers: one profile each, and all that they do differently."""

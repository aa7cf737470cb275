"""The local messenger and the page over it."""

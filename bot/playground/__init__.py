"""Behinyar without a token and without the internet: the local messenger and the page with the phones."""

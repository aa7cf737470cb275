"""The page with the phones, its routes, and a small bot behind it."""

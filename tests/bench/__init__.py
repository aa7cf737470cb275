"""The measurements: ``python -m tests.bench``; a table, in which nothing passes or fails."""

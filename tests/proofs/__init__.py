"""The long proofs: ``python -m tests.proofs [name]``; one line with figures each, non-zero when one falls short."""

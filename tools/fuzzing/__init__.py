"""Trying the worst input: hostile values, mutated documents, targets, limits. `tools/fuzz.py` runs it."""

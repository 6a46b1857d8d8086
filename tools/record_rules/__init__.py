"""Invariants of the packaged records, read from the JSON sources; nothing here imports hipkit."""

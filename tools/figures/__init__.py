"""Aids for the people who draw: whether a figure says what its record says."""

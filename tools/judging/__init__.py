"""Judges of composed routines: they read stored JSON and rendered text, and reckon everything again.

Nothing here shares code with hipkit's filter, clock, order or search; only the packaged data is read.
"""

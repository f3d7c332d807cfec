"""Handing in: the rehearsal of a notebook and the one file that a trainee sends."""

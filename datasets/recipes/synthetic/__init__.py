"""Figures that are invented, because no real ones exist: seeded, so that they come out the same each time."""

"""``corredores verify``: every exercise of a module, for every corridor, answered in a notebook as a person would."""

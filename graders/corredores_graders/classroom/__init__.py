"""Running a class: the commands that a master trainer adds to `corredores`."""

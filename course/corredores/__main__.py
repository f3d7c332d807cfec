"""`python -m corredores`: the command, where its own name is not on PATH."""

from corredores.cli import main

main()

"""An answer: reading it, comparing it, the verdict and the card; ``check()`` and ``hint()`` for the notebook."""

from corredores.checking.cell import ANSWER_MIME, check, hint
from corredores.checking.encoding import NOT_AVAILABLE
from corredores.checking.verdicts import ExerciseVerdict, Verdict, decide

__all__ = ["ANSWER_MIME", "NOT_AVAILABLE", "ExerciseVerdict", "Verdict", "check", "decide", "hint"]

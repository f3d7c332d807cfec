"""The contest of ``benchmarks/grading.py``: the same submissions graded by nbgrader, otter-grader, a floor and ours."""

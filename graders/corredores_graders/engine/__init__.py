"""Running submitted notebooks: warm interpreters that fork one sandboxed child a submission.

What comes out of a child is hostile data; what it is worth is decided elsewhere (:mod:`corredores_graders.judging`).
"""

"""The book: translate, execute and cache, strip what nbgrader hides, draw the figures, then the engine."""

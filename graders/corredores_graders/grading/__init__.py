"""From submissions to the gradebook: nbgrader's own preprocessors and gradebook, called in memory for a whole class."""

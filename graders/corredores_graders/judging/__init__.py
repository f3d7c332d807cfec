"""The trusted judge: from a published answer to verdict and score, outside the trainee's code."""

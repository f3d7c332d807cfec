"""Recipes: how the tables of the course are derived from what each publisher gave."""

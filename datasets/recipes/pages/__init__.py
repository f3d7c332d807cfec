"""The data page of each table: what `datasets/README.md` and the book's appendix both show."""

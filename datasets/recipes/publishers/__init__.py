"""One module a publisher, holding only its quirks: what its files are called, and what has to be put right in them."""

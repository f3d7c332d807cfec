"""One text, many outputs: `module.md` and a language become the source notebook and the book page."""

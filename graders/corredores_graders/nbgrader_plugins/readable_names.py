"""Names that somebody else gave to files and folders, shown on a terminal or a page."""


def readable_name(name: str) -> str:
    """Return a file's or folder's name without what a terminal or a page cannot show."""
    shown = name.encode("utf-8", "backslashreplace").decode("utf-8")
    return "".join(letter if letter.isprintable() else f"\\x{ord(letter):02x}" for letter in shown)[:200]

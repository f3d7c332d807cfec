"""What somebody else wrote, such as the name of a file, shown on a terminal or a page."""


def readable_name(name: str, most: int = 200) -> str:
    """Return a file's or folder's name, or a sentence with one, without what a terminal or a page cannot show."""
    return readable_text(name)[:most]


def readable_text(said: str) -> str:
    """Return ``said`` with every character that cannot be shown written as its code."""
    shown = said.encode("utf-8", "backslashreplace").decode("utf-8")
    return "".join(letter if letter.isprintable() else f"\\x{ord(letter):02x}" for letter in shown)

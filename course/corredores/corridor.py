"""A corridor: the origin and destination on which a trainee works, and the short code that carries it."""

import re
from dataclasses import dataclass

from corredores import data
from corredores.language import text

# Only pairs whose origin the 2024 revision names in its main destinations; small origins are folded into "other".
_PAIRS = (
    "ARG>ESP ARG>USA BOL>ARG BOL>ESP BRA>USA BRA>ESP COL>USA COL>ESP CUB>USA CUB>ESP DOM>USA DOM>ESP ECU>USA ECU>ESP "
    "GTM>USA GTM>MEX GUY>USA GUY>CAN HND>USA HND>ESP HTI>USA HTI>DOM JAM>USA JAM>CAN MEX>USA MEX>CAN NIC>CRI NIC>USA "
    "PAN>USA PAN>CRI PER>USA PER>CHL PRY>ARG PRY>BRA SLV>USA SLV>MEX TTO>USA TTO>CAN VEN>COL VEN>PER"
)
_CHECK_CHARACTERS = "TRWAGMYFPDXBNJZSQVHLCKE"  # no I, O, U: easily misread or misheard


class UnreadableCode(ValueError):
    """A corridor code that is mistyped or names a pair that the data do not have."""


@dataclass(frozen=True, order=True)
class Corridor:
    """People born in ``origin`` who live in ``destination`` (ISO 3166-1 alpha-3 codes)."""

    origin: str
    destination: str

    @property
    def pair(self) -> str:
        """The corridor without check character, as in the class list: ``SLV-USA``."""
        return f"{self.origin}-{self.destination}"

    @property
    def code(self) -> str:
        """The code a trainee types: ``SLV-USA-`` and a check character that catches a slip of one letter or a swap."""
        letters = self.origin + self.destination
        weighted = sum(place * ord(letter) for place, letter in enumerate(letters, start=2))
        return f"{self.pair}-{_CHECK_CHARACTERS[weighted % len(_CHECK_CHARACTERS)]}"

    @property
    def origin_name(self) -> str:
        """Name of the origin in the current language."""
        return data.country_name(self.origin)

    @property
    def destination_name(self) -> str:
        """Name of the destination in the current language."""
        return data.country_name(self.destination)

    def __str__(self) -> str:
        return f"{self.origin_name} → {self.destination_name}"


ASSIGNABLE: tuple[Corridor, ...] = tuple(Corridor(*pair.split(">")) for pair in _PAIRS.split())
ORIGINS: tuple[str, ...] = tuple(sorted({corridor.origin for corridor in ASSIGNABLE}))
PRACTICE = Corridor("NIC", "CRI")


def read_pair(written: str) -> Corridor:
    """Return the assignable corridor of ``SLV-USA``.

    Raises
    ------
    UnreadableCode
        When the text is no pair of codes, or a pair that cannot be assigned.
    """
    parts = re.findall(r"[A-Z]{3}", written.upper())
    corridor = Corridor(*parts[:2]) if len(parts) >= 2 else None
    if corridor not in ASSIGNABLE or corridor is None:
        raise UnreadableCode(text("«{written}» no es un corredor de esta clase.", written=written[:40]))
    return corridor


def read_code(written: str) -> Corridor:
    """Return the corridor of a code such as ``SLV-USA-Q``; case and separators do not matter.

    Raises
    ------
    UnreadableCode
        When the code is mistyped (its check character does not agree) or not assignable.
    """
    letters = re.sub(r"[^A-Z]", "", written.upper())
    for corridor in ASSIGNABLE:
        if letters == corridor.code.replace("-", ""):
            return corridor
    raise UnreadableCode(
        text(
            "El código «{written}» no coincide con ningún corredor. Cópielo de nuevo de la lista de su clase: "
            "son dos códigos de país y una letra, por ejemplo {example}.",
            written=written[:40],
            example=PRACTICE.code,
        )
    )


def my_corridor(code: str = "") -> Corridor:
    """Return the corridor of the trainee's ``code`` and say it in words; without a code, a practice corridor."""
    try:
        corridor = read_code(code) if code.strip() else PRACTICE
    except UnreadableCode as mistyped:
        print(mistyped)
        corridor = PRACTICE
    if corridor == PRACTICE and code.strip().upper() != PRACTICE.code:
        print(
            text(
                "Trabaja ahora con el corredor de práctica: {corridor}. Para el suyo, escriba entre las comillas "
                "el código que le dio su clase y ejecute de nuevo el cuaderno desde el principio.",
                corridor=corridor,
            )
        )
    else:
        print(text("Su corredor: {corridor}.", corridor=corridor))
    return corridor

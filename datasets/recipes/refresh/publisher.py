"""Who is asked, and with how much patience."""

from dataclasses import dataclass

from corredores.language import text

MEGABYTE = 1 << 20


@dataclass(frozen=True)
class Publisher:
    """Who is asked, and where."""

    title: str  #: in Spanish, marked for the catalogue
    base: str  #: address of the service, without a slash at the end
    domain: str  #: a page may move within it
    form: str  #: what the content type of an answer must name; "" where the documentation does not say
    documentation: str  #: where the form of the answers is written

    @property
    def name(self) -> str:
        """Its name in the language of whoever reads."""
        return text(self.title)


@dataclass(frozen=True)
class Patience:
    """How long to wait, how often to ask, how much to take."""

    connect: float = 10.0  #: seconds until the service takes the call
    silence: float = 120.0  #: seconds without a byte
    answer: float = 600.0  #: seconds for a whole answer
    attempts: int = 5
    pause: float = 1.0  #: seconds before the third attempt, doubled at each that follows
    longest_pause: float = 120.0  #: seconds that a service may ask to be left alone
    answer_bytes: int = 64 * MEGABYTE
    all_bytes: int = 2048 * MEGABYTE

"""Digests: compare an answer with one that the file does not show.

A number is digested as the interval that its tolerance makes round it. The line is cut into cells of width
2 t (1 + 1/128); one byte, the phase, shifts the cuts so that the right answer stands in the middle of its cell.
Everything within t falls into that cell, nothing beyond 1.012 t does, and a single hash is compared.
It keeps a person from peeking and no more: a number can be found by trying.
"""

import hashlib
import math

_WIDENING = 1 + 1 / 128
_PHASES = 256


def digest_word(salt: str, word: str) -> str:
    """Return eight hexadecimal digits for ``word`` (a code, an option, a key of a row)."""
    return hashlib.blake2b(f"{salt}\x1f{word}".encode(), digest_size=4).hexdigest()


def digest_number(salt: str, value: float, tolerance: float) -> tuple[int, str]:
    """Return the phase (0–255) and the digest of the interval ``value ± tolerance``."""
    width = 2 * tolerance * _WIDENING
    phase = round(((value / width) - 0.5) % 1 * _PHASES) % _PHASES
    return phase, digest_word(salt, str(_cell(value, width, phase)))


def seal(salt: str, word: str, sentence: str) -> str:
    """Hide ``sentence`` from all who do not give ``word``: what is said of a right option tells the option."""
    return _masked(salt, word, sentence.encode()).hex()


def unseal(salt: str, word: str, sealed: str) -> str:
    """Return the sentence that :func:`seal` hid, given the same word."""
    return _masked(salt, word, bytes.fromhex(sealed)).decode(errors="replace")


def _masked(salt: str, word: str, plain: bytes) -> bytes:
    mask = hashlib.shake_256(f"{salt}\x1f{word}\x1fseal".encode()).digest(len(plain))
    return bytes(one ^ other for one, other in zip(plain, mask, strict=True))


def matches_number(salt: str, value: float, tolerance: float, phase: int, digest: str) -> bool:
    """Whether ``value`` lies in the digested interval."""
    width = 2 * tolerance * _WIDENING
    return digest_word(salt, str(_cell(value, width, phase))) == digest


def _cell(value: float, width: float, phase: int) -> int | None:
    place = value / width
    return math.floor(place - phase / _PHASES) if abs(place) < 2**53 else None

"""The colours: apart in grey and for every colour vision, and read against their ground, light or dark.

Colour vision is simulated as Machado, Oliveira and Fernandes (2009) do, doi:10.1109/TVCG.2009.113, table 1 at severity
1.0; distances are CIE 1976 (L*a*b*, white point D65); contrast is WCAG 2.2's. Dark is what the style sheets of book
and JupyterLab do: ``invert(0.88) hue-rotate(180deg)``, by the matrices of the W3C's Filter Effects.
"""

import math
import re
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from corredores.charts import template
from corredores.charts.slopes import _FALLS, _RISES, _STAYS

Colour = NDArray[np.float64]
VISION = {
    "normal": np.eye(3),
    "protanopia": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "deuteranopia": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    "tritanopia": [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
}
TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)
WHITE = TO_XYZ.sum(axis=1)
LINES = template.PALETTE[:4]  # what one chart draws as lines, told apart by colour, dash and mark
INVERTED = 0.88


def written(colour: str) -> Colour:
    return np.array([int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)])


def dark(colour: str) -> Colour:
    """Return what a dark page shows of a colour."""
    red, green, blue = 0.213, 0.715, 0.072
    luma = np.array([[red, green, blue]] * 3)
    cosine, sine = math.cos(math.pi), math.sin(math.pi)
    turned = np.array([[-red, -green, 1 - blue], [0.143, 0.140, -0.283], [-(1 - red), green, blue]])
    rotate = luma + cosine * (np.eye(3) - luma) + sine * turned
    inverted = INVERTED + written(colour) * (1 - 2 * INVERTED)
    return np.clip(rotate @ inverted, 0, 1)


def light_of(colour: Colour) -> Colour:
    return np.where(colour <= 0.04045, colour / 12.92, ((colour + 0.055) / 1.055) ** 2.4)


def lab(light: Colour) -> Colour:
    relative = TO_XYZ @ np.clip(light, 0, 1) / WHITE
    x, y, z = np.where(relative > 216 / 24389, np.cbrt(relative), (24389 / 27 * relative + 16) / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def distance(one: Colour, other: Colour, vision: str) -> float:
    seen = [lab(np.array(VISION[vision]) @ light_of(colour)) for colour in (one, other)]
    return float(np.linalg.norm(seen[0] - seen[1]))


def grey(one: Colour, other: Colour) -> float:
    return float(abs(lab(light_of(one))[0] - lab(light_of(other))[0]))


def contrast(one: Colour, other: Colour) -> float:
    light, dim = sorted((float(TO_XYZ[1] @ light_of(colour)) for colour in (one, other)), reverse=True)
    return (light + 0.05) / (dim + 0.05)


SHOWN = {"light": written, "dark": dark}


@pytest.mark.parametrize("vision", VISION)
@pytest.mark.parametrize("theme", SHOWN)
def test_the_palette_is_told_apart_with_any_colour_vision(theme: str, vision: str) -> None:
    show = SHOWN[theme]
    for one, other in combinations(template.PALETTE, 2):
        apart = distance(show(one), show(other), vision)
        assert apart >= (15 if {one, other} <= set(LINES) else 8), f"{one} {other}: {apart:.1f}"


@pytest.mark.parametrize("theme", SHOWN)
def test_the_palette_is_told_apart_in_grey(theme: str) -> None:
    show = SHOWN[theme]
    for one, other in combinations(template.PALETTE, 2):
        least = 9 if {one, other} <= set(LINES) else 5 if {one, other} <= set(template.PALETTE[:5]) else 3
        assert grey(show(one), show(other)) >= least, f"{one} {other}"


def test_the_test_convicts_a_palette_that_is_not_told_apart() -> None:
    red, green = written("#C0392B"), written("#5A7A2B")
    assert distance(red, green, "normal") > 60
    assert distance(red, green, "deuteranopia") < 15
    assert grey(written("#0072B2"), written("#007A5E")) < 3  # Okabe and Ito's blue, and a green, printed in grey


@pytest.mark.parametrize("theme", SHOWN)
def test_words_are_read_and_marks_are_seen(theme: str) -> None:
    show = SHOWN[theme]
    paper = show("#FFFFFF")
    for ground in ("#FFFFFF", template.SEA, template.LAND, template.DESTINATION_LAND, template.ORIGIN_LAND):
        assert contrast(show(template.INK), show(ground)) >= 4.5, ground
    assert contrast(show(template.QUIET), paper) >= 4.5
    for mark in template.PALETTE:
        assert contrast(show(mark), paper) >= 3, mark


def test_rising_falling_and_staying_are_told_apart_without_colour() -> None:
    assert len({(look["dash"], look["symbol"]) for look in (_RISES, _FALLS, _STAYS)}) == 3


@pytest.mark.parametrize("sheet", ["book/_static/corredores.css", "course/labextension/static/pictures.js"])
def test_book_and_lab_darken_as_the_test_does(project: Path, sheet: str) -> None:
    rule = re.search(r"invert\((.*?)\) hue-rotate\((.*?)\)", (project / sheet).read_text(encoding="utf-8"))
    assert rule and (float(rule[1]), rule[2]) == (INVERTED, "180deg")

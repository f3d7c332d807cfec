"""Names on a map: beside their point, on the page, and not on one another."""

import pytest

from corredores import charts
from corredores.charts.arcs import PHONE
from corredores.charts.labels import Box, _size, offsets
from corredores.charts.maps import HEIGHT
from corredores.corridor import ORIGINS


def boxes(picture: charts.Picture) -> list[Box]:
    """Rectangles of the names on a phone, in pixels from the middle of the map."""
    x, y = picture.figure.layout.xaxis.range, picture.figure.layout.yaxis.range
    scale = min(PHONE / (x[1] - x[0]), HEIGHT / (y[1] - y[0]))
    named = [label for label in picture.figure.layout.annotations if label.name != "source"]
    return [
        Box((label.x - sum(x) / 2) * scale + label.ax, (sum(y) / 2 - label.y) * scale + label.ay, *_size(label.text))
        for label in named
    ]


@pytest.mark.parametrize("origin", ORIGINS)
def test_names_of_every_assignable_origin_are_apart_and_on_the_page(origin: str) -> None:
    names = boxes(charts.corridor_map(origin))
    assert 4 <= len(names) <= 6
    for place, name in enumerate(names):
        assert abs(name.x) + name.width / 2 <= PHONE / 2 + 1
        for other in names[place + 1 :]:
            shrunk = Box(name.x, name.y, name.width - 2, name.height - 2)
            assert not shrunk.meets(other)


def test_a_second_name_at_the_same_point_moves_away() -> None:
    first, second = offsets([(0, 0), (0, 0)], ["Guatemala", "El Salvador"], [], (400, 400))
    assert first != second

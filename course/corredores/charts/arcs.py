"""What a map of corridors is drawn from: land, arcs, places and names."""

from corredores.charts.drawing import Drawing
from corredores.charts.labels import offsets
from corredores.charts.land import Window, outlines, rings_near
from corredores.charts.template import BLUE, DESTINATION_LAND, INK, LAND, ORANGE, ORIGIN_LAND, wrap

PHONE = 366  # width of the plotting area on a page of 390 pixels: names that fit there fit everywhere
WIDEST_LINE, THINNEST_LINE = 13.0, 1.2
NAME_CHARACTERS = 16

Point = tuple[float, float]


def draw_land(figure: Drawing, window: Window, origin: str, destinations: list[str]) -> None:
    """Draw the countries near the window; origin and destinations are tinted."""
    rings = rings_near(window)
    others = {ring.iso3 for ring in rings} - {origin, *destinations}
    for countries, colour in ((others, LAND), (destinations, DESTINATION_LAND), ([origin], ORIGIN_LAND)):
        x, y = outlines(rings, countries)
        figure.add(
            "scatter",
            x=x,
            y=y,
            mode="lines",
            fill="toself",
            fillcolor=colour,
            line={"color": "white", "width": 0.7},
            hoverinfo="skip",
        )


def draw_arcs(figure: Drawing, points: list[Point], stock: list[int], persons: list[str]) -> None:
    """Draw an arc from the first point to each other, the largest on top; ``persons`` is what the pointer reads."""
    for point, amount, written in reversed(list(zip(points[1:], stock, persons, strict=True))):
        part = amount / max(stock)
        x, y = _arc(points[0], point)
        figure.add(
            "scatter",
            x=x,
            y=y,
            mode="lines",
            line={"color": BLUE, "width": round(max(THINNEST_LINE, WIDEST_LINE * part), 1)},
            opacity=round(0.5 + 0.35 * part, 2),
            text=written,
            hoverinfo="text",
        )


def draw_places(figure: Drawing, points: list[Point]) -> None:
    """Draw the destinations as circles and, above them, the origin as a diamond."""
    origin, *destinations = [(round(x, 2), round(y, 2)) for x, y in points]
    for places, symbol, size, colour in ((destinations, "circle", 8, BLUE), ([origin], "diamond", 12, ORANGE)):
        figure.add(
            "scatter",
            x=[x for x, _ in places],
            y=[y for _, y in places],
            mode="markers",
            marker={"size": size, "symbol": symbol, "color": colour, "line": {"color": "white", "width": 1.5}},
            hoverinfo="skip",
        )


def draw_names(figure: Drawing, window: Window, points: list[Point], names: list[str], height: int) -> None:
    """Write the names beside the first points, the first (the origin) in bold."""
    scale = min(PHONE / window.width, height / window.height)
    middle_x, middle_y = (window.west + window.east) / 2, (window.south + window.north) / 2
    pixels = [((x - middle_x) * scale, (middle_y - y) * scale) for x, y in points]
    wrapped = [wrap(name, NAME_CHARACTERS) for name in names]
    wrapped[0] = f"<b>{wrapped[0]}</b>"
    places = offsets(pixels[: len(names)], wrapped, pixels, (PHONE, height))
    for (x, y), name, (right, down) in zip(points[: len(names)], wrapped, places, strict=True):
        figure.annotate(
            x=round(x, 2),
            y=round(y, 2),
            ax=right,
            ay=down,
            text=name,
            showarrow=True,
            arrowhead=0,
            arrowwidth=1,
            arrowcolor=INK,
            standoff=5,
            bgcolor="rgba(255,255,255,0.85)",
            borderpad=1,
        )


def _arc(start: Point, end: Point, steps: int = 16) -> tuple[list[float], list[float]]:
    """Return a quadratic Bézier curve that bulges to the north, so that neighbours' arcs part."""
    (x0, y0), (x1, y1) = start, end
    side = 1 if x1 >= x0 else -1
    bend_x, bend_y = (x0 + x1) / 2 - side * 0.22 * (y1 - y0), (y0 + y1) / 2 + side * 0.22 * (x1 - x0)
    ways = [step / steps for step in range(steps + 1)]
    x = [round((1 - t) ** 2 * x0 + 2 * t * (1 - t) * bend_x + t**2 * x1, 2) for t in ways]
    y = [round((1 - t) ** 2 * y0 + 2 * t * (1 - t) * bend_y + t**2 * y1, 2) for t in ways]
    return x, y

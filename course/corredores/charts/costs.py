"""The cost of sending money along one corridor, quarter by quarter, against the two lines of the goal."""

from decimal import ROUND_HALF_UP, Decimal

import pandas as pd

from corredores import data
from corredores.charts.corridors import NothingToShow, code_of
from corredores.charts.drawing import Drawing
from corredores.charts.numbers import Numbers, class_numbers
from corredores.charts.picture import Picture
from corredores.charts.template import BLUE, INK, ORANGE, dress
from corredores.language import text

TARGET, CEILING = 3.0, 5.0  # per cent of the amount sent: Sustainable Development Goal 10.c
PUBLISHED_DECIMALS = 3
HEIGHT, LABEL_ROOM, AXIS_ROOM = 300, 62, 48


def sending_cost(sender: str, receiver: str) -> Picture:
    r"""Draw what it costs to send USD 200 from ``sender`` to ``receiver``, in every quarter of the publisher.

    Per cent of the amount sent, fee and exchange-rate margin together, the mean of the services surveyed in the
    corridor; dashed at 5 % and dotted at 3 %, the two lines of Sustainable Development Goal 10.c. A quarter that is
    not given leaves a gap. The series ends where the publisher's file ends, and the picture says so.

    Raises
    ------
    corredores.data.UnknownName
        When one of them is no country.
    corredores.charts.corridors.NothingToShow
        When the corridor is not surveyed; the message names those that are.
    """
    sender, receiver = code_of(sender), code_of(receiver)
    table = _table(sender, receiver)
    numbers = class_numbers()
    source = data.source_line("remittance_cost")
    words = _words(sender, receiver, table, numbers)
    figure = dress(
        _figure(table, numbers),
        title=_title(table, words),
        note=text(
            "Costo medio de enviar 200 dólares. Líneas: la meta del {target} y el tope del {ceiling} (ODS 10.c). "
            "Estos datos terminan en {end}; lo posterior no está dado.",
            **words,
        ),
        source=source,
        numbers=numbers,
        height=HEIGHT,
        left=LABEL_ROOM,
        below=AXIS_ROOM,
    )
    headers = {"period": text("Trimestre"), "cost": text("Costo (% de lo enviado)")}
    return Picture(figure, _alt(table, words, numbers), table, headers, source, numbers, {"cost": PUBLISHED_DECIMALS})


def _table(sender: str, receiver: str) -> pd.DataFrame:
    surveyed = data.load("remittance_cost")
    corridor = surveyed[(surveyed["sender"] == sender) & (surveyed["receiver"] == receiver)]
    if corridor.empty:
        raise NothingToShow(_not_surveyed(surveyed, sender, receiver))
    quarters = sorted(surveyed["quarter"].unique())
    return pd.DataFrame(
        {
            "quarter": quarters,
            "period": [_written(quarter) for quarter in quarters],
            "cost": corridor.set_index("quarter")["cost"].reindex(quarters).astype(float).array,
        }
    )


def _written(quarter: str) -> str:
    return text("{year}-T{quarter}", year=quarter[:4], quarter=quarter[-1])


def _percent(cost: float, numbers: Numbers) -> str:
    """Write a cost with two decimals, a half upwards: the publisher prints three, and binary 2.855 lies below it."""
    if pd.isna(cost):
        return numbers.percent(cost)
    return numbers.percent(float(Decimal(str(cost)).quantize(Decimal("0.01"), ROUND_HALF_UP)), 2)


def _words(sender: str, receiver: str, table: pd.DataFrame, numbers: Numbers) -> dict[str, object]:
    given = table.dropna(subset="cost")
    first, last = given.iloc[0], given.iloc[-1]
    return {
        "sender": data.country_name(sender),
        "receiver": data.country_name(receiver),
        "start": first["period"],
        "before": _percent(first["cost"], numbers),
        "when": last["period"],
        "cost": _percent(last["cost"], numbers),
        "end": table["period"].iloc[-1],
        "target": numbers.percent(TARGET, 0),
        "ceiling": numbers.percent(CEILING, 0),
    }


def _title(table: pd.DataFrame, words: dict[str, object]) -> str:
    last = table["cost"].dropna().iloc[-1]
    if last > CEILING:
        return text("Enviar dinero de {sender} a {receiver} costaba el {cost}: más del {ceiling} ({when})", **words)
    if last < TARGET:
        return text("Enviar dinero de {sender} a {receiver} costaba el {cost}: menos del {target} ({when})", **words)
    return text(
        "Enviar dinero de {sender} a {receiver} costaba el {cost}: entre el {target} y el {ceiling} ({when})", **words
    )


def _figure(table: pd.DataFrame, numbers: Numbers) -> Drawing:
    places = [int(quarter[:4]) + (int(quarter[-1]) - 1) / 4 for quarter in table["quarter"]]
    reach = [places[0] - 0.2, places[-1] + 0.9]
    figure = Drawing()
    figure.add(
        "scatter",
        x=places,
        y=[None if pd.isna(cost) else round(cost, 3) for cost in table["cost"]],
        mode="lines+markers",
        line={"color": BLUE, "width": 2.5},
        marker={"size": 6},
        connectgaps=False,
        cliponaxis=False,
        hovertext=[
            f"{period}: {_percent(cost, numbers)}" for period, cost in zip(table["period"], table["cost"], strict=True)
        ],
        hoverinfo="text",
    )
    for level, dash, colour in ((CEILING, "dash", ORANGE), (TARGET, "dot", INK)):
        figure.add(
            "scatter",
            x=reach,
            y=[level, level],
            mode="lines",
            line={"color": colour, "width": 1.5, "dash": dash},
            hoverinfo="skip",
        )
        figure.annotate(**_named(level, numbers))
    years = [place for place in places if place == int(place) and int(place) % 2 == 0]
    figure.update_xaxis(
        title={"text": text("Trimestre"), "standoff": 8},
        tickvals=years,
        ticktext=[_written(f"{year:.0f}Q1") for year in years],
        tickangle=0,
        showgrid=False,
        range=reach,
    )
    least, most = table["cost"].min(), max(table["cost"].max(), CEILING)
    figure.update_yaxis(
        title={"text": text("Costo (% de lo enviado)")},
        range=[min(0.0, 1.15 * least), 1.12 * most],
        ticksuffix=numbers.percent_sign,
        zeroline=bool(least < 0),
        zerolinecolor=INK,
    )
    return figure


def _named(level: float, numbers: Numbers) -> dict[str, object]:
    """Write the level at the right end of its line, where the series has ended."""
    return {
        "text": numbers.percent(level, 0),
        "xref": "paper",
        "x": 1,
        "y": level,
        "xanchor": "right",
        "yanchor": "bottom",
        "showarrow": False,
        "font": {"size": 12, "color": INK},
    }


def _alt(table: pd.DataFrame, words: dict[str, object], numbers: Numbers) -> str:
    given, absent = table.dropna(subset="cost"), table[table["cost"].isna()]["period"].tolist()
    ordered = given.sort_values("cost", kind="stable")
    lowest, highest = ordered.iloc[0], ordered.iloc[-1]
    sentences = [
        text(
            "Línea por trimestre con dos líneas fijas, en el {target} y en el {ceiling}: enviar 200 dólares de "
            "{sender} a {receiver} costaba el {before} en {start} y el {cost} en {when}.",
            **words,
        ),
        text(
            "El menor costo es {least} ({least_when}) y el mayor {most} ({most_when}). Trimestres dados: {count}; por "
            "encima del {ceiling}: {above}; por debajo del {target}: {below}.",
            least=_percent(lowest["cost"], numbers),
            least_when=lowest["period"],
            most=_percent(highest["cost"], numbers),
            most_when=highest["period"],
            count=len(given),
            above=int((given["cost"] > CEILING).sum()),
            below=int((given["cost"] < TARGET).sum()),
            **words,
        ),
    ]
    if absent:
        sentences.append(text("No dados: {list}.", list=", ".join(absent)))
    sentences.append(text("Los datos terminan en {end}.", **words))
    return " ".join(sentences)


def _not_surveyed(surveyed: pd.DataFrame, sender: str, receiver: str) -> str:
    into = sorted(surveyed.loc[surveyed["receiver"] == receiver, "sender"].unique())
    return text(
        "Nadie midió en estos datos el costo de enviar de {sender} a {receiver}. Hacia {receiver} se midió "
        "desde: {list}.",
        sender=data.country_name(sender),
        receiver=data.country_name(receiver),
        list=", ".join(data.country_name(code) for code in into) or text("ninguno"),
    )

"""Why a country's jobs changed: the region's growth, the mix of sectors, and what is the country's own."""

import pandas as pd

from corredores import data, indicators
from corredores.charts.corridors import NothingToShow, code_of
from corredores.charts.drawing import Drawing
from corredores.charts.labour_marks import source_of
from corredores.charts.numbers import Numbers, class_numbers
from corredores.charts.picture import Picture
from corredores.charts.template import BLUE, INK, ORANGE, dress, wrap
from corredores.language import text

SECTORS = ("agriculture_jobs", "industry_jobs", "services_jobs")
EFFECTS = ["national", "mix", "competitive"]
HEIGHT, LABEL_ROOM, AXIS_ROOM, BAR_CHARACTERS = 320, 82, 62, 12


def shift_share_waterfall(country: str, start: int = 2014, end: int = 2024) -> Picture:
    r"""Draw the change of a country's jobs as the sum of the three effects of shift-share analysis.

    For each sector :math:`i`, with :math:`e_i` the country's jobs in ``start``, :math:`c_i` and :math:`g_i` the growth
    of the sector in the country and in the region, and :math:`G` that of all jobs of the region:

    .. math:: \Delta e_i = e_i G + e_i (g_i - G) + e_i (c_i - g_i)

    National, mix and competitive effect, in jobs, summed over agriculture, industry and services; the table has them
    by sector. The region is the sum of the countries of the same region of the course (of Latin America and the
    Caribbean, the 33 States) with data of both years, the country itself among them. The jobs are derived from modelled
    rates; the picture says so.

    Raises
    ------
    corredores.data.UnknownName
        When there is no such country, or the table has no such year.
    corredores.charts.corridors.NothingToShow
        When a sector of the country is not given in one of the years, the country lies in no region of the course, or
        ``end`` is not later than ``start``.
    """
    country = code_of(country)
    jobs = _jobs(country, start, end)
    table = _effects(jobs, country)
    numbers = class_numbers()
    source = source_of("labour")
    total = table.iloc[-1]
    words = {
        "country": data.country_name(country),
        "start": start,
        "end": end,
        "countries": jobs.index.get_level_values("iso3").nunique(),
        **{effect: _signed(total[effect], numbers) for effect in [*EFFECTS, "change"]},
    }
    figure = dress(
        _figure(total, numbers),
        title=text("{country}, {start} a {end}: {change} empleos; lo propio del país suma {competitive}", **words),
        note=text(
            "Tres sectores juntos, frente a {countries} países de su región, contado el propio. Empleos derivados de "
            "tasas modeladas: son estimaciones.",
            **words,
        ),
        source=source,
        numbers=numbers,
        height=HEIGHT,
        left=LABEL_ROOM,
        below=AXIS_ROOM,
    )
    whole = dict.fromkeys(_headers(words), 0)
    return Picture(figure, _alt(words, table, numbers), table, _headers(words), source, numbers, whole)


def _jobs(country: str, start: int, end: int) -> pd.DataFrame:
    """Return the jobs of each country of the region (rows: country and sector) in the columns before and after."""
    countries = data.load("countries").set_index("iso3")
    region = countries.at[country, "course_region"]
    neighbours = countries[countries["course_region"] == region]
    members = neighbours.index[neighbours["lac33"]] if region == "LAC" else neighbours.index
    labour = data.load("labour", indicator=list(SECTORS), sex="total", year=[start, end])
    labour = labour[labour["iso3"].isin([*members, country])]
    jobs = labour.pivot(index=["iso3", "indicator"], columns="year", values="value").reindex(columns=[start, end])
    jobs = jobs.dropna()
    jobs = jobs[jobs.groupby("iso3")[end].transform("size") == len(SECTORS)]
    if region == "OTH" or end <= start or country not in jobs.index.get_level_values("iso3"):
        raise NothingToShow(
            text(
                "Para {country} no hay con qué comparar {start} y {end}: hacen falta los tres sectores en los dos "
                "años, el primero anterior al segundo, y un país de una región del curso.",
                country=data.country_name(country),
                start=start,
                end=end,
            )
        )
    return jobs.set_axis(["before", "after"], axis="columns")


def _effects(jobs: pd.DataFrame, country: str) -> pd.DataFrame:
    """Return one row a sector and a last one for all, whose effects are the sums of the sectors'."""
    own, region = jobs.loc[country].loc[list(SECTORS)], jobs.groupby(level="indicator").sum().loc[list(SECTORS)]
    effects = indicators.shift_share(
        jobs_before=own["before"],
        jobs_after=own["after"],
        reference_before=region["before"],
        reference_after=region["after"],
    )
    table = own.join(effects).assign(change=own["after"] - own["before"])
    table.loc["total"] = table.sum()
    names = [text("Agricultura"), text("Industria"), text("Servicios"), text("Los tres sectores")]
    table.insert(0, "sector", names)
    return table.reset_index(names="indicator")


def _signed(jobs: float, numbers: Numbers) -> str:
    sign = "+" if jobs > 0 else "−" if jobs < 0 else ""
    return f"{sign}{numbers.write(abs(jobs))}"


def _figure(total: "pd.Series[float]", numbers: Numbers) -> Drawing:
    named = _bars()
    figure = Drawing()
    figure.add(
        "waterfall",
        x=list(range(len(named))),
        y=[float(total[effect]) for effect in named],
        measure=["relative"] * len(EFFECTS) + ["total"],
        text=[f"<b>{_signed(total[effect], numbers)}</b>" for effect in named],
        textposition="outside",
        cliponaxis=False,
        increasing={"marker": {"color": BLUE}},
        decreasing={"marker": {"color": ORANGE}},
        totals={"marker": {"color": INK}},
        connector={"line": {"color": INK, "width": 1, "dash": "dot"}},
        hoverinfo="skip",
    )
    steps = total[EFFECTS].astype(float).cumsum()
    low, high = min(0.0, *steps), max(0.0, *steps)
    room = 0.14 * (high - low)
    labels = [wrap(name, BAR_CHARACTERS) for name in named.values()]
    figure.update_xaxis(
        title={"text": text("Efecto"), "standoff": 8},
        tickvals=list(range(len(named))),
        ticktext=labels,
        tickangle=0,
        showgrid=False,
    )
    figure.update_yaxis(
        title={"text": text("Cambio en el empleo (personas)")},
        range=[low - room * bool(low), high + room],
        zeroline=True,
        zerolinecolor=INK,
        tickformat=",.0f",
        nticks=6,
    )
    return figure


def _bars() -> dict[str, str]:
    return {
        "national": text("Crecimiento regional"),
        "mix": text("Mezcla de sectores"),
        "competitive": text("Propio del país"),
        "change": text("Cambio total"),
    }


def _headers(words: dict[str, object]) -> dict[str, str]:
    return {
        "sector": text("Sector"),
        "before": text("Empleos en {start}", **words),
        "after": text("Empleos en {end}", **words),
        "national": text("Efecto regional (empleos)"),
        "mix": text("Efecto de mezcla (empleos)"),
        "competitive": text("Efecto propio (empleos)"),
        "change": text("Cambio (empleos)"),
    }


def _alt(words: dict[str, object], table: pd.DataFrame, numbers: Numbers) -> str:
    sectors = "; ".join(
        text(
            "{sector} {change} (región {national}, mezcla {mix}, propio {competitive})",
            sector=row["sector"],
            **{effect: _signed(row[effect], numbers) for effect in [*EFFECTS, "change"]},
        )
        for _, row in table.iloc[:-1].iterrows()
    )
    return " ".join(
        [
            text(
                "Cascada del cambio en el empleo de {country} entre {start} y {end}: si hubiera crecido como toda la "
                "región, {national}; por su mezcla de sectores, {mix}; por lo propio del país, {competitive}. La suma "
                "es el cambio total: {change} empleos.",
                **words,
            ),
            text("Por sector: {list}.", list=sectors),
            text(
                "La región son {countries} países con datos de los dos años, contado el propio. Los empleos se derivan "
                "de tasas modeladas: son estimaciones.",
                **words,
            ),
        ]
    )

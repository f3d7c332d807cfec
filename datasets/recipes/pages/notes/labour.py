"""Notes on work and pay: flags, editions, models, currencies, samples, codes that are no numbers."""

from datasets.recipes.checks.check import Tables
from datasets.recipes.checks.sample_findings import PayGap
from datasets.recipes.declaration import N_
from datasets.recipes.pages.notes.figures import cell, holds, percent, region, rows
from datasets.recipes.pages.notes.note import Note, Values
from datasets.recipes.pages.notes.values import Country, Number, Plain, Value, share

INFANT, UNTOLD_PAY, UNTOLD_HOURS = -1, -9, 999
FOREIGN_BORN = (4, 5)
WORKING, UNEMPLOYED = 1, 2
WORKING_AGE = 15
POINT = 1.0


def flags(tables: Tables) -> Values:
    """Return the share of the rows that carry each flag."""
    table = rows(tables, "informality")
    breaks, unreliable = (len(rows(tables, "informality", flag=flag)) for flag in ("B", "U"))
    blank = rows(tables, "informality", flag="U")["value"].isna().sum()
    return {
        "rows": Number(len(table)),
        "breaks": share(percent(breaks, len(table))),
        "unreliable": share(percent(unreliable, len(table))),
        "blank": Number(int(blank)),
    }


def editions_of_informality(tables: Tables) -> Values:
    """Return how many common cells two downloads of one indicator tell differently, and the largest change."""
    keys = ["iso3", "year", "sex"]
    wide = rows(tables, "informality_vintages").pivot(index=keys, columns="edition", values="value").dropna()
    (later, earlier) = sorted(wide.columns)
    both = wide.assign(change=(wide[later] - wide[earlier]).abs()).reset_index()
    most = both[both["sex"] == "total"].nlargest(1, "change").iloc[0]
    return {
        "common": Number(len(wide)),
        "revised": Number(int((wide[later] != wide[earlier]).sum())),
        "country": Country(str(most["iso3"])),
        "year": Plain(int(most["year"])),
        "earlier": share(float(most[earlier])),
        "later": share(float(most[later])),
    }


def modelled_unemployment(tables: Tables) -> Values:
    """Return how far the modelled rate of unemployment lies from the national one, in the region."""
    where = {"iso3": tuple(region(tables)), "sex": "total", "age": "15+"}
    modelled, national = (
        rows(tables, "labour", indicator=name, **where)[["iso3", "year", "value"]].dropna()
        for name in ("unemployment_rate", "unemployment_rate_national")
    )
    both = modelled.merge(national, on=["iso3", "year"], suffixes=("", "_national"))
    both["gap"] = (both["value"] - both["value_national"]).abs()
    most = both.nlargest(1, "gap").iloc[0]
    return {
        "pairs": Number(len(both)),
        "point": Plain(int(POINT)),
        "apart": share(percent(int((both["gap"] > POINT).sum()), len(both)), 0),
        "country": Country(str(most["iso3"])),
        "year": Plain(int(most["year"])),
        "modelled": share(float(most["value"])),
        "national": share(float(most["value_national"])),
    }


def two_currencies(tables: Tables) -> Values:
    """Return hourly pay in local currency and monthly pay in PPP dollars of two countries, latest year."""
    pair = ("PRY", "MEX")
    hourly = {"sex": "total", "occupation": "OCU_ISCO08_TOTAL"}
    monthly = {"sex": "total", "area": "national"}
    years = [
        set(rows(tables, table, iso3=code, **where).dropna(subset="value")["year"])
        for table, where in (("earnings_occupation", hourly), ("earnings_monthly", monthly))
        for code in pair
    ]
    year = max(set.intersection(*years))
    local = [cell(tables, "earnings_occupation", "value", iso3=code, year=year, **hourly) for code in pair]
    shared = [cell(tables, "earnings_monthly", "value", iso3=code, year=year, **monthly) for code in pair]
    return {
        "first": Country(pair[0]),
        "second": Country(pair[1]),
        "year": Plain(int(year)),
        "first_local": Number(local[0], 2),
        "second_local": Number(local[1], 2),
        "first_shared": Number(shared[0]),
        "second_shared": Number(shared[1]),
        "local_times": Number(percent(local[0], local[1]) / 100, 0),
        "shared_times": Number(percent(shared[0], shared[1]) / 100, 1),
    }


def small_sample(tables: Tables) -> Values:
    """Return how few of the persons interviewed answer a question on foreign-born unemployment."""
    persons = rows(tables, "survey_sample")
    adults = persons[persons["CH06"] >= WORKING_AGE]
    unemployed = adults[adults["ESTADO"] == UNEMPLOYED]
    foreign = unemployed["CH15"].isin(FOREIGN_BORN)
    return {
        "persons": Number(len(persons)),
        "age": Plain(WORKING_AGE),
        "unemployed": Number(len(unemployed)),
        "foreign": Number(int(foreign.sum())),
        "twice": Number(int(persons.duplicated(["CODUSU", "NRO_HOGAR", "COMPONENTE"]).sum())),
    }


def codes_as_numbers(tables: Tables) -> Values:
    """Return what the mean of the hours becomes when a code is taken for a number."""
    working = rows(tables, "survey_sample", ESTADO=WORKING)
    hours = working["PP3E_TOT"].dropna()
    untold = hours == UNTOLD_HOURS
    holds(bool(untold.any()), N_("hay horas sin respuesta"))
    return {
        "code": Plain(UNTOLD_HOURS),
        "untold": Number(int(untold.sum())),
        "careless": Number(float(hours.mean()), 1),
        "right": Number(float(hours[~untold].mean()), 1),
        "pay_code": Plain(UNTOLD_PAY),
        "untold_pay": Number(len(rows(tables, "survey_sample", P21=UNTOLD_PAY))),
        "age_code": Plain(INFANT),
        "infants": Number(len(rows(tables, "survey_sample", CH06=INFANT))),
    }


def four_pay_gaps(tables: Tables) -> Values:
    """Return the pay gap of one sample by the hour and by the month, mean and median."""
    rows(tables, "survey_sample")
    gaps: dict[str, Value] = {
        "hourly_mean": share(float(PayGap("hourly")(tables).value), 2),
        "hourly_median": share(float(PayGap("hourly", True)(tables).value), 2),
        "monthly_mean": share(float(PayGap("P21")(tables).value), 2),
        "monthly_median": share(float(PayGap("P21", True)(tables).value), 2),
    }
    return gaps


NOTES = (
    Note("flags", ("informality", "neet", "earnings_occupation", "earnings_monthly"),
         N_("Las marcas también son datos"),
         N_("De {rows} celdas de informality, el {breaks} lleva la marca B (corte de la serie) y el {unreliable} la "
            "marca U (poco fiable); {blank} de estas últimas están vacías."),
         N_("Pida la misma serie con las celdas marcadas y sin ellas, y que se decida qué se publica y con qué nota."),
         flags),
    Note("editions_of_informality", ("informality_vintages", "informality"), N_("El mismo indicador, dos descargas"),
         N_("De {common} celdas que están en las dos ediciones, {revised} cambiaron. La que más: {country}, {year}: de "
            "{earlier} a {later}."),
         N_("Haga anotar fecha y edición junto a cada cifra, y repetir la consulta con la otra."),
         editions_of_informality),
    Note("modelled_unemployment", ("labour",), N_("Estimado y observado en la misma tabla"),
         N_("De {pairs} pares de país y año de la región con las dos tasas de desocupación, el {apart} difiere en más "
            "de {point} punto porcentual. El que más: {country}, {year}: {modelled} según el modelo y {national} según "
            "la cifra nacional."),
         N_("Pregunte qué tasa usaría en un informe sobre su país y cuál para comparar países."),
         modelled_unemployment),
    Note("two_currencies", ("earnings_occupation", "earnings_monthly"), N_("Dos monedas"),
         N_("En {year}, por hora y en moneda local: {first} {first_local} y {second} {second_local}, {local_times} "
            "veces. Al mes y en dólares PPA: {first_shared} y {second_shared}, {shared_times} veces."),
         N_("Ponga las dos columnas sin unidad y pida ordenar los países; después revele la moneda."),
         two_currencies),
    Note("small_sample", ("survey_sample",), N_("Una muestra pequeña"),
         N_("De {persons} personas entrevistadas, {unemployed} de {age} años y más están desocupadas, y {foreign} de "
            "ellas nacieron en otro país. Además, {twice} personas están en los dos trimestres."),
         N_("Pida la tasa de desocupación de las personas nacidas en otro país y detenga al grupo antes de "
            "publicarla."),
         small_sample),
    Note("codes_as_numbers", ("survey_sample",), N_("Códigos que parecen números"),
         N_("En las horas, {code} es «sin respuesta»: {untold} personas bastan para llevar la media de {right} a "
            "{careless}. En el pago, {pay_code} son {untold_pay} respuestas que faltan; en la edad, {age_code} son "
            "{infants} menores de un año."),
         N_("Dé la media equivocada y pida buscar en la tabla la fila que la explica."),
         codes_as_numbers),
    Note("four_pay_gaps", ("survey_sample",), N_("Cuatro brechas de una muestra"),
         N_("La brecha de pago entre hombres y mujeres, con las mismas personas: {hourly_mean} por hora y "
            "{monthly_mean} al mes con la media; {hourly_median} y {monthly_median} con la mediana. Negativa quiere "
            "decir que las mujeres ganan más por hora: trabajan menos horas pagadas."),
         N_("Dé una medida a cada grupo y pida un titular honesto que diga cuál es."),
         four_pay_gaps),
)  # fmt: skip

"""``occupations``, ``occupation_crosswalk`` and ``occupation_titles``: ISCO-08, SOC-2010 and ESCO v1.0."""

from pathlib import Path

import pandas as pd

from datasets.recipes.source import TEXT, Kind, read_csv

PUBLISHER = "ESCO v1.0 / ISCO-08"
CROSSWALK = "iscoCrosswalks"
SOC = Kind(pattern="[0-9]{6}")
CONCEPT = "http://data.europa.eu/esco/occupation/"


def occupations(sources: Path) -> pd.DataFrame:
    """Return the 619 groups of ISCO-08 with their names; the English descriptions of the ILO are not read."""
    path = sources / "esco_isco" / "isco08_multilingual.csv"
    names = {f"label_{language}": TEXT for language in ("es", "en", "fr")}
    columns = {"code": Kind(pattern="[0-9]{1,4}"), "level": Kind(number=True, minimum=1, maximum=4), **names}
    table = read_csv(path, PUBLISHER, columns)
    return table.rename(columns={"code": "isco"} | {label: label.replace("label", "name") for label in names})


def occupation_crosswalk(sources: Path) -> pd.DataFrame:
    """Return both lists: SOC-2010 to the unit groups of ISCO-08 (four digits) and to its minor groups (three)."""
    lists = [
        crosswalk(sources / "esco_isco" / "iscoCrosswalks_soc10_isco08.csv", digits=4),
        crosswalk(sources / "esco_isco" / "iscoCrosswalks_isco08_soc10.csv", digits=3),
    ]
    return pd.concat(lists, ignore_index=True)


def crosswalk(path: Path, digits: int) -> pd.DataFrame:
    """Return a list with SOC codes as the Department of Labor writes them: 45-2092."""
    columns = {"soc10": SOC, "isco08": Kind(pattern=f"[0-9]{{{digits}}}"), "soc_label": TEXT, "isco_label": TEXT}
    table = read_csv(path, CROSSWALK, columns)
    table["soc"] = table["soc10"].str[:2] + "-" + table["soc10"].str[2:]
    table["level"] = digits
    return table.rename(columns={"isco08": "isco", "soc_label": "soc_title", "isco_label": "isco_name"})


def occupation_titles(sources: Path) -> pd.DataFrame:
    """Return the occupations of ESCO with other titles in use, joined by ``|`` as published."""
    columns = {
        "conceptUri": Kind(pattern=f"{CONCEPT}[0-9a-f-]{{36}}"), "iscoGroup": Kind(pattern="[0-9]{4}"),
        "label_es": TEXT, "label_en": TEXT, "alt_es": TEXT, "alt_en": TEXT,
    }  # fmt: skip
    table = read_csv(sources / "esco_isco" / "esco_v1.0_occupations_es_en.csv", PUBLISHER, columns)
    table["esco"] = table["conceptUri"].str.removeprefix(CONCEPT)
    renamed = {"label_es": "name_es", "label_en": "name_en", "alt_es": "also_es", "alt_en": "also_en"}
    return table.rename(columns={"iscoGroup": "isco"} | renamed)

"""Names of occupations and crosswalks, counted in the publishers' files themselves."""

from pathlib import Path

import pandas as pd

from tests.datasets.coverage.published_files import rows_of, stated

FOLDER = "esco_isco"


def test_occupations_against_three_lists(sources: Path, project: Path, tables: dict[str, pd.DataFrame]) -> None:
    """ESCO's Spanish and French lists and the crosswalk's English one say what the file of three languages says."""
    names = tables["occupations"].set_index("isco")
    assert stated(project, "occupations")["rows"] == len(names) == 619
    for file, column, label, other in (
        ("esco_v1.0_ISCOGroups_es.csv", "name_es", "preferredLabel", 0),
        ("esco_v1.0_ISCOGroups_fr.csv", "name_fr", "preferredLabel", 0),
        ("isco08_multilingual.csv", "name_en", "label_en", 0),
        ("iscoCrosswalks_isco.csv", "name_en", "preferredLabel", 9),
    ):
        listed = {row["code"]: row[label] for row in rows_of(sources / FOLDER / file)}
        assert listed.keys() == set(names.index)
        assert sum(names.loc[code, column] != name for code, name in listed.items()) <= other, file


def test_crosswalk_has_every_pair_of_both_lists(sources: Path, project: Path, tables: dict[str, pd.DataFrame]) -> None:
    frame = tables["occupation_crosswalk"]
    listed = {
        (row["soc10"], row["isco08"])
        for file in ("iscoCrosswalks_soc10_isco08.csv", "iscoCrosswalks_isco08_soc10.csv")
        for row in rows_of(sources / FOLDER / file)
    }
    assert set(zip(frame["soc"].str.replace("-", ""), frame["isco"], strict=True)) == listed
    assert stated(project, "occupation_crosswalk")["rows"] == len(frame) == len(listed)


def test_titles(sources: Path, project: Path, tables: dict[str, pd.DataFrame]) -> None:
    rows, frame = rows_of(sources / FOLDER / "esco_v1.0_occupations_es_en.csv"), tables["occupation_titles"]
    assert stated(project, "occupation_titles")["rows"] == len(frame) == len(rows)
    titles = frame.set_index("esco")
    for row in rows:
        title = titles.loc[row["conceptUri"].rsplit("/", 1)[-1]]
        expected = [row["iscoGroup"], row["label_es"], row["label_en"], row["alt_es"], row["alt_en"]]
        assert list(title[["isco", "name_es", "name_en", "also_es", "also_en"]].fillna("")) == expected

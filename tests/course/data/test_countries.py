"""Codes from whatever a person writes, and names from codes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corredores import data
from corredores.corridor import ASSIGNABLE

LANGUAGES = ("es", "en", "pt", "fr")


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Estados Unidos", "USA"), ("estados unidos de américa", "USA"), ("EE. UU.", "USA"), ("EE.UU.", "USA"),
        ("EEUU", "USA"), ("USA", "USA"), ("U.S.A.", "USA"), ("us", "USA"), ("United States", "USA"),
        ("los Estados Unidos", "USA"), ("États-Unis", "USA"), ("EUA", "USA"),
        ("República Dominicana", "DOM"), ("republica dominicana", "DOM"), ("Rep. Dominicana", "DOM"),
        ("Dominican Republic", "DOM"), ("Dominica", "DMA"),
        ("El Salvador", "SLV"), ("MÉXICO", "MEX"), ("Mexico", "MEX"), ("Méjico", "MEX"), ("Belice", "BLZ"),
        ("Belize", "BLZ"), ("Haïti", "HTI"), ("España", "ESP"), ("Spain", "ESP"), ("Perú", "PER"),
        ("Trinidad and Tobago", "TTO"), ("Trinidad y Tobago", "TTO"), ("las Bahamas", "BHS"),
        ("Bolivia (Estado Plurinacional de)", "BOL"), ("Venezuela", "VEN"), ("na", "NAM"), ("Namibia", "NAM"),
        (" Panamá ", "PAN"), ("Costa Rica", "CRI"), ("WLD", "WLD"), ("OTH", "OTH"), ("Brasil", "BRA"),
        ("Curazao", "CUW"), ("Holanda", "NLD"), ("Reino Unido", "GBR"), ("Surinam", "SUR"), ("Guyana", "GUY"),
    ],
)  # fmt: skip
def test_written_by_people(written: str, code: str) -> None:
    assert data.country_code(written) == code


@pytest.mark.parametrize("written", ["", "   ", "XX", "Narnia", "12", "🌎", "el", "São Martinho"])
def test_no_country(written: str) -> None:
    assert data.country_code(written) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_leads_back_to_its_code(language: str) -> None:
    countries = data.load("countries")
    for code in countries["iso3"]:
        name = data.country_name(code, language)
        shared = (countries[f"name_{language}"] == name).sum() > 1
        assert data.country_code(name) == (None if shared else code)


def test_codes_lead_to_themselves() -> None:
    countries = data.load("countries")
    for code, short in zip(countries["iso3"], countries["iso2"], strict=True):
        assert data.country_code(code) == code
        assert not isinstance(short, str) or data.country_code(short) == code


def test_names_in_the_languages_of_the_course() -> None:
    assert data.country_name("DOM", "es") == "República Dominicana"
    assert data.country_name("DOM", "en") == "Dominican Republic"
    assert data.country_name("WLD", "es") == "Mundo"
    assert data.country_name("OTH", "es") == "Orígenes sin nombrar"
    assert data.country_name("DOM", "de") == "República Dominicana"


def test_unknown_code_names_the_nearest() -> None:
    with pytest.raises(data.UnknownName) as asked:
        data.country_name("MEXX")
    assert asked.value.nearest == "MEX"


def test_required_country_names_the_nearest() -> None:
    assert data.require_country("Haití") == "HTI"
    with pytest.raises(data.UnknownName) as asked:
        data.require_country("Hondura")
    assert asked.value.nearest == "HND"
    assert "Hondura" in str(asked.value)


def test_assignable_corridors_are_given_by_sex() -> None:
    stock = data.load("stock", year=2024).set_index(["origin", "destination", "sex"])["stock"]
    for corridor in ASSIGNABLE:
        assert stock[corridor.origin, corridor.destination, "total"] > 0
        assert stock[corridor.origin, corridor.destination, "female"] > 0


@given(st.text(max_size=40))
def test_any_text_is_read_or_declined(written: str) -> None:
    code = data.country_code(written)
    assert code is None or len(code) == 3

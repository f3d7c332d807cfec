"""Violations planted for what the course asks of its invented tables."""

import pandas as pd

from tests.datasets.checks.planting import Plant, Planted, change

REGISTER = "vacancy_register"


def remade(column: str, by: str, **where: object) -> Plant:
    """Give every row with these values the value of an expression over the columns."""

    def plant(tables: "pd.DataFrame") -> Planted:
        table = tables[REGISTER].copy()
        chosen = pd.Series(True, index=table.index)
        for name, value in where.items():
            chosen &= table[name] == value
        table[column] = table[column].astype(float)
        table.loc[chosen, column] = table[chosen].eval(by)
        return {**tables, REGISTER: table}

    return plant


FIRST = {"country": "Auroria", "isco2": "22"}
PLANTS: dict[str, Plant] = {
    "vacancy_register.invented": change(REGISTER, "country", "Perú"),
    "vacancy_register.tightness": remade("vacancies", "job_seekers * 1.02", **FIRST),
    "vacancy_register.days": remade("days_to_fill", "60 + 0 * days_to_fill", country="Auroria"),
    "vacancy_register.ways": remade("days_to_fill", "1 + 299 * (month > 7) + 0 * days_to_fill", **FIRST),
    "vacancy_register.ratios": remade("vacancies", "job_seekers * 1.5", **FIRST),
    "vacancy_register.cells": remade("vacancies", "vacancies * 10", country="Auroria"),
    "vacancy_register.corridor": remade("vacancies", "vacancies * 10", isco2="22"),
    "vacancy_register.along": remade("vacancies", "vacancies * 2", country="Dunaria", month=3),
    "vacancy_register.moving": remade("vacancies", "1000 + 0 * vacancies", country="Auroria"),
    "vacancy_register.outward": remade("vacancies", "vacancies * (1 + (month > 6))", country="Auroria"),
    "vacancy_register.women_shares": remade("employed_women", "employed / 2"),
    "vacancy_register.hires": remade("hires", "0 * hires"),
}

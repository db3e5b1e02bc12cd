"""Formulas of the small country that reckon with dates, pick from tables and go through ranks."""

from typing import Any

import numpy as np
import pandas as pd

TABLE = np.array([[10.0, 20.0, 30.0, 40.0], [11.0, 21.0, 31.0, 41.0], [-1.0, 22.0, 32.0, 42.0]])
AREAS = pd.Index(["c", "b", "d"])


def is_due(persons: Any, period: Any, law: Any) -> Any:
    """A month after birth that parameters decide, held against a day."""
    months = (law(period).rate * 3000 + persons("salary", period) % 24).astype(int)
    month = persons("born", period).astype("datetime64[M]") + months.astype("timedelta64[M]")
    last_day = (month + np.timedelta64(1, "M")).astype("datetime64[D]") - np.timedelta64(1, "D")
    return last_day < np.datetime64("2050-06-15")


def has_young(households: Any, period: Any) -> Any:
    """By the latest birth of all members."""
    youngest = households.reduce(households.members("born", period), np.maximum, np.datetime64("1066-01-01"))
    return youngest >= np.datetime64("2010-01-01")


def tabled(persons: Any, period: Any, law: Any) -> Any:
    """From a table by what data says, and by what parameters decide."""
    table = np.round(np.where(TABLE > 0, TABLE, 1), 1)
    area = AREAS.get_indexer(persons("code", period))
    zone = persons.household("zone", period).astype(int)
    size = np.minimum((persons("salary", period) * law(period).rate / 200).astype(int), 3)
    caps = np.array([law(period).by_size[str(number)] for number in range(1, 5)])
    capped = np.minimum(TABLE, caps[None, :])
    return np.where(area < 0, 0, table[zone, np.maximum(area, 0)]) + capped[zone, size] + BONUS[size]


BONUS = np.array([0.5, 1.5, 2.5, 3.5])


def shared_out(persons: Any, period: Any, law: Any) -> Any:
    """One after another, in the order of what each earns, until nothing is left."""
    order = persons.get_rank(persons.household, persons("salary", period))
    left = persons.household.nb_persons() * law(period).rate * 1000
    given = np.zeros(persons.count)
    for rank in range(int(np.max(order, initial=-1)) + 1):
        share = np.where(order == rank, np.minimum(persons("rent", period), left), 0)
        given = given + share
        left = left - persons.household.sum(share)
    return given


def listed(persons: Any, period: Any) -> Any:
    """Through parts of the law as Python sees them."""
    law = persons.simulation.tax_benefit_system.parameters
    first = law.by_size.children["5"].values_list[-1].value
    base = sum(node(period) for node in law.by_zone.get_descendants() if node.name.endswith("south.base"))
    return persons("salary", period) * first + base * law.marginal.brackets[1].threshold(period)

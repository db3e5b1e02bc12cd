"""A country made for the tests: each variable uses what some real package uses, on random data."""

import datetime
from importlib import import_module
from typing import Any

import numpy as np
from openfisca_core import indexed_enums

from reformlab.country.law.load_system import System, load_core

from .picking_formulas import has_young, is_due, listed, shared_out, tabled

_CORE = ("entities", "parameters", "periods", "simulations", "taxbenefitsystems", "variables")
entities, parameters, periods, simulations, taxbenefitsystems, variables = (
    import_module(f"openfisca_core.{name}") for name in _CORE
)
PERIOD = "2020-01"
MONTH = periods.DateUnit.MONTH
person = entities.Entity("person", "persons", "", "")
household = entities.GroupEntity(
    "household",
    "households",
    "",
    "",
    [
        {"key": "parent", "plural": "parents", "max": 2, "subroles": ["first_parent", "second_parent"]},
        {"key": "child", "plural": "children"},
    ],
)
family = entities.GroupEntity("family", "families", "", "", [{"key": "member", "plural": "members"}])


class Zone(indexed_enums.Enum):
    north = "North"
    south = "South"
    islands = "Islands"


def _brackets(value: str, *pairs: tuple[float, float]) -> dict[str, Any]:
    start = "2000-01-01"
    return {"brackets": [{"threshold": {start: t}, value: {start: v}} for t, v in pairs]}


def _dated(value: Any) -> dict[str, Any]:
    return {"values": {"2000-01-01": {"value": value}}}


LAW: dict[str, Any] = {
    "rate": _dated(0.25),
    "in_effect": _dated(True),
    "counted": _dated(["salary", "rent"]),
    "marginal": _brackets("rate", (0, 0.1), (1000, 0.25), (2500, 0.4)),
    "single": _brackets("amount", (0, 10), (500, 20), (1500, 40)) | {"metadata": {"type": "single_amount"}},
    "summed": _brackets("amount", (100, 5), (900, 7)),
    "average": _brackets("average_rate", (0, 0.0), (1000, 0.1), (4000, 0.3)),
    "by_zone": {
        "north": {"base": _dated(1.0), "extra": _dated(2.0)},
        "south": {"base": _dated(3.0), "extra": _dated(4.0)},
        "islands": {"base": _dated(5.0), "extra": _dated(6.0)},
    },
    "by_size": {str(size): _dated(10.0 * size) for size in range(1, 6)},
}


def _variable(name: str, entity: Any, value_type: Any, formula: Any = None, **attributes: Any) -> Any:
    """A variable of a month; a formula makes it a computed one."""
    fields = {
        "entity": entity,
        "value_type": value_type,
        "definition_period": MONTH,
        "label": "",
        **attributes,
    }
    return type(name, (variables.Variable,), fields | ({"formula": formula} if formula else {}))


def _masked(population: Any, period: Any, law: Any) -> Any:
    salary = population("salary", period)
    result = np.zeros(population.count)
    if (salary > 2000).any():
        result[salary > 2000] = salary[salary > 2000] * law(period).rate
    result[salary < 200] = -1
    return result


def _looped(population: Any, period: Any, law: Any) -> Any:
    return sum(population(name, period) for name in law(period).counted)


def _chosen(population: Any, period: Any, law: Any) -> Any:
    node = law(period)
    zone = population.household("zone", period)
    size = np.minimum(population.household.nb_persons(), 5)
    return node.by_zone[zone].extra + node.by_size[size.astype(str)] * node.in_effect


def _zoned(households: Any, period: Any) -> Any:
    income = households.sum(households.members("salary", period))
    zone = households("zone", period)
    choices = [Zone.north, Zone.south]
    return np.select([income > 5000, zone == Zone.islands], choices, default=Zone.islands)


def _roles(households: Any, period: Any) -> Any:
    salary = households.members("salary", period)
    parents = households.sum(salary, role=household.PARENT)
    most = households.max(salary, role=household.CHILD)
    return parents + np.where(np.isfinite(most), most, 0) + households.first_parent("salary", period)


def _rank(persons: Any, period: Any) -> Any:
    return persons.get_rank(persons.household, -persons("salary", period), persons("salary", period) > 100)


def _taxed_rank(persons: Any, period: Any) -> Any:
    return persons.get_rank(persons.household, persons("marginal_tax", period))


def _age(persons: Any, period: Any) -> Any:
    days = np.datetime64(period.start) - persons("born", period)
    return (days / np.timedelta64(1, "D")) // 365.25


def _rounded(persons: Any, period: Any, law: Any) -> Any:
    salary = persons("salary", period)
    return np.round(salary * law(period).rate, 1) + salary // 300 + (-salary) % 7 + np.ceil(salary / 9)


def _zone_total(persons: Any, period: Any) -> Any:
    salary = persons("salary", period)
    zone = persons.household("zone", period).decode_to_str()
    total = np.zeros_like(salary)
    for one in np.unique(zone):
        total[zone == one] = np.sum(salary[zone == one])
    return total


def _of_no_consequence(persons: Any, period: Any, law: Any) -> Any:
    thousands = (persons("salary", period) * law(period).rate // 1000).astype(int)
    peers = np.bincount(thousands, minlength=99)[thousands]
    return persons("salary", period) + np.where(persons("rent", period) < 0, peers, 0) * 0


def _scale(name: str) -> Any:
    def formula(persons: Any, period: Any, law: Any) -> Any:
        return getattr(law(period), name).calc(persons("salary", period))

    return formula


VARIABLES = [
    _variable("salary", person, float),
    _variable("rent", person, float),
    _variable("code", person, str, default_value="a"),
    _variable("born", person, datetime.date, default_value=datetime.date(1970, 1, 1)),
    _variable("zone", household, indexed_enums.Enum, possible_values=Zone, default_value=Zone.north),
    _variable("marginal_tax", person, float, _scale("marginal")),
    _variable("single_amount", person, float, _scale("single")),
    _variable("summed_amount", person, float, _scale("summed")),
    _variable("average_tax", person, float, _scale("average")),
    _variable(
        "marginal_rate", person, float, lambda p, t, law: law(t).marginal.marginal_rates(p("salary", t))
    ),
    _variable("masked", person, float, _masked),
    _variable("looped", person, float, _looped),
    _variable("chosen", person, float, _chosen),
    _variable("rounded", person, float, _rounded),
    _variable("whole", person, int, lambda p, t, law: p("salary", t) * law(t).rate),
    _variable("zoned", household, indexed_enums.Enum, _zoned, possible_values=Zone, default_value=Zone.north),
    _variable("roles", household, float, _roles),
    _variable("everyone_earns", household, bool, lambda h, t: h.all(h.members("salary", t) > 50)),
    _variable("rank", person, int, _rank),
    _variable("taxed_rank", person, int, _taxed_rank),
    _variable("age", person, float, _age),
    _variable(
        "is_b", person, bool, lambda p, t: (p("code", t) == "b") | (p.household("zone", t) == Zone.south)
    ),
    _variable("is_due", person, bool, is_due),
    _variable("has_young", household, bool, has_young),
    _variable("tabled", person, float, tabled),
    _variable("shared_out", person, float, shared_out),
    _variable("listed", person, float, listed),
    _variable("zone_total", person, float, _zone_total),
    _variable("of_no_consequence", person, float, _of_no_consequence),
    _variable("of_family", person, float, lambda p, t: p.family.sum(p.family.members("salary", t))),
    _variable("is_ac", person, bool, lambda p, t: np.isin(p("code", t), ["a", "c"]) & (p("salary", t) > 9)),
    _variable(
        "first_code", household, bool, lambda h, t: h.value_from_first_person(h.members("code", t)) == "c"
    ),
]
OUTPUTS = [variable.__name__ for variable in VARIABLES[5:]]


def small_country(law: dict[str, Any] | None = None) -> System:
    system = taxbenefitsystems.TaxBenefitSystem([person, household, family])
    for variable in VARIABLES:
        system.add_variable(variable)
    system.parameters = parameters.ParameterNode("", data=law or LAW)
    return System("small_country", "1", "openfisca", system, load_core(system, "small_country"))


def random_people(system: System, households: int, seed: int) -> Any:
    rng = np.random.default_rng(seed)
    persons: dict[str, Any] = {}
    homes: dict[str, Any] = {}
    families: dict[str, Any] = {}
    for number in range(households):
        names = [f"{number}.{member}" for member in range(rng.integers(1, 7))]
        for name in names:
            born = f"{rng.integers(1940, 2019)}-{rng.integers(1, 13):02}-{rng.integers(1, 28):02}"
            persons[name] = {
                "salary": {PERIOD: float(np.round(rng.exponential(1500)))},
                "rent": {PERIOD: float(rng.integers(0, 900))},
                "code": {PERIOD: str(rng.choice(["a", "b", "c"]))},
                "born": {PERIOD: born},
            }
            families.setdefault(f"f{rng.integers(0, households)}", {"members": []})["members"].append(name)
        zone = {PERIOD: str(rng.choice([item.name for item in Zone]))}
        homes[f"h{number}"] = {"parents": names[:2], "children": names[2:], "zone": zone}
    situation = {"persons": persons, "households": homes, "families": families}
    return simulations.SimulationBuilder().build_from_entities(system.tax_benefit_system, situation)

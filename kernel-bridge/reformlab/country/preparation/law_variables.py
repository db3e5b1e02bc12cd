"""The variables of a law: what they are, their formulas' text, and what these name."""

import inspect
import linecache
import textwrap
from collections.abc import Iterator
from typing import Any

from ..law.load_system import System
from ..law.parameters import find_parameter
from ..simulation.untraced import names_in
from .law_words import references_of, text_of, type_of_variable

SUMS = ("adds", "subtracts")


def variables_of(system: System, enums: dict[Any, str]) -> Iterator[dict[str, Any]]:
    known = system.tax_benefit_system.variables
    for name, variable in sorted(known.items()):
        sums = {kind: _summed(system, getattr(variable, kind, None)) for kind in SUMS}
        yield {
            "name": name,
            "entity": variable.entity.key,
            "type": type_of_variable(variable, enums),
            "label": text_of(variable.label),
            "unit": text_of(getattr(variable, "unit", None)),
            "reference": "\n".join(references_of(getattr(variable, "reference", None))),
            "definitionPeriod": str(getattr(variable.definition_period, "value", variable.definition_period)),
            "isInput": not variable.formulas and not any(sums.values()),
            "text": _text(variable),
            "reads": [
                read for read in dict.fromkeys(_named(variable, sums)) if read in known and read != name
            ],
        }
    linecache.clearcache()


def _text(variable: Any) -> str:
    parts = [textwrap.dedent(_source(formula)).rstrip() for formula in variable.formulas.values()]
    attributes = [
        f"{name} = {value!r}"
        for name in (*SUMS, "defined_for", "uprating")
        if (value := getattr(variable, name, None)) and isinstance(value, str | list | tuple)
    ]
    return "\n\n".join([*(["\n".join(attributes)] if attributes else []), *parts])


def _source(formula: Any) -> str:
    try:
        return inspect.getsource(formula)
    except (OSError, TypeError):
        return ""


def _named(variable: Any, sums: dict[str, list[str]]) -> Iterator[str]:
    for names in sums.values():
        yield from names
    if isinstance(guard := getattr(variable, "defined_for", None), str):
        yield guard
    for formula in variable.formulas.values():
        yield from sorted(names_in(formula.__code__))


def _summed(system: System, named: Any) -> list[str]:
    """Names of what a variable adds up, which may stand in a parameter."""
    if not isinstance(named, str):
        return list(named or ())
    try:
        dated = find_parameter(system.tax_benefit_system.parameters, named).values_list
    except (KeyError, IndexError, AttributeError):
        return [named]
    return [str(name) for one in dated for name in one.value or ()]

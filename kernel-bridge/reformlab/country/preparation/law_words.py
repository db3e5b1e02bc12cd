"""What a law says of itself, in words: entities, enums, types, references."""

from collections.abc import Iterable
from typing import Any

from ..law.load_system import System

TYPES = {float: "number", int: "integer", bool: "bool", str: "text"}


def entities_of(system: System) -> list[dict[str, Any]]:
    return [
        {
            "name": entity.key,
            "plural": entity.plural,
            "label": text_of(entity.label),
            "isPerson": bool(entity.is_person),
            "roles": [
                {"name": role.key, "label": text_of(role.label)}
                for role in getattr(entity, "roles", None) or ()
            ],
        }
        for entity in system.tax_benefit_system.entities
    ]


def enum_names(system: System) -> dict[Any, str]:
    """Each enum under a name of its own: modules may use one name for two."""
    names: dict[Any, str] = {}
    for _, variable in sorted(system.tax_benefit_system.variables.items()):
        enum = getattr(variable, "possible_values", None)
        if enum is not None and hasattr(enum, "__members__") and enum not in names:
            taken = sum(other.__name__ == enum.__name__ for other in names)
            names[enum] = enum.__name__ if not taken else f"{enum.__name__}_{taken + 1}"
    return names


def enums_of(names: dict[Any, str]) -> list[dict[str, Any]]:
    return [
        {
            "name": name,
            "values": [item.name for item in enum],
            "labels": [str(item.value) for item in enum],
        }
        for enum, name in names.items()
    ]


def type_of_variable(variable: Any, names: dict[Any, str]) -> str:
    enum = getattr(variable, "possible_values", None)
    return names[enum] if enum in names else TYPES.get(variable.value_type, "date")


def text_of(value: Any) -> str:
    """In one line; nothing where there is nothing."""
    return " ".join(str(value).split()) if value else ""


def references_of(value: Any) -> list[str]:
    """Addresses and names, from whatever form packages write them in."""
    if not value:
        return []
    if isinstance(value, str):
        return [text_of(value)]
    if isinstance(value, dict):
        if "href" in value or "title" in value:
            return [": ".join(text_of(value[name]) for name in ("title", "href") if value.get(name))]
        return references_of(list(value.values()))
    return (
        [text for one in value for text in references_of(one)]
        if isinstance(value, Iterable)
        else [str(value)]
    )

"""Persons in households."""

from importlib import import_module
from typing import Any

_entities: Any = import_module("policyengine_core.entities")

Person = _entities.build_entity(key="person", plural="people", label="Person", is_person=True)
Household = _entities.build_entity(
    key="household",
    plural="households",
    label="Household",
    roles=[{"key": "member", "plural": "members", "label": "Member"}],
)
ENTITIES = [Person, Household]

"""What has been traced: of each variable in a period, under the inputs it was traced with."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..symbols.recording import Notes
from .scenario import Scenario

Key = tuple[str, str]
# How many traces of one variable are kept, each under other inputs.
KEPT = 16


@dataclass(eq=False)
class Entry:
    """What is known of one variable in one period: its column and all it rests on."""

    key: Key
    scenario: Scenario
    value: Any = None
    # Variables whose being given or not made a difference, as bits; of the whole tree below.
    depends: int = 0
    children: "list[Entry]" = field(default_factory=list)
    notes: Notes = field(default_factory=Notes)
    untraced: str = ""


class Entries:
    def __init__(self, bits: Mapping[str, int]) -> None:
        self._bits = bits
        self._entries: dict[Key, list[Entry]] = {}

    def known(self, key: Key, scenario: Scenario) -> Entry | None:
        """Traced with the same inputs, as far as it asked for them."""
        for entry in reversed(self._entries.get(key, ())):
            if not entry.depends & scenario.difference(entry.scenario, self._bits):
                return entry
        return None

    def keep(self, entry: Entry) -> None:
        kept = self._entries.setdefault(entry.key, [])
        kept.append(entry)
        del kept[:-KEPT]

    def forget(self, entry: Entry) -> None:
        kept = self._entries.get(entry.key, [])
        if entry in kept:
            kept.remove(entry)

    def of(self, variables: Collection[str]) -> list[Entry]:
        """What has been traced of some variables last, in whatever period."""
        wanted = set(variables)
        return [entries[-1] for (name, _), entries in self._entries.items() if name in wanted and entries]

"""What has been traced: of each variable in a period, under the inputs it was traced with."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..symbols.recording import Notes, all_notes
from .scenario import Scenario

Key = tuple[str, str]
# How many traces of one variable are kept, each under other inputs.
KEPT = 16
# Changed laws of which it is known what rests on their changes.
MOST_LAWS = 8


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
    # Whether the formula looked at more of its month than the year, or at more than values.
    is_dated: bool = False
    # The input that the original engine computed while formulas ran: its values may have shaped the trace.
    computed: str = ""

    def look_at_month(self) -> None:
        self.is_dated = True


class Touched:
    """What rests on something that a formula has changed in a clone of the law."""

    def __init__(self) -> None:
        self._known: dict[Any, dict[Entry | Notes, bool]] = {}

    def is_entry(self, entry: Entry, law: Any) -> bool:
        """Whether an entry of the law's origin does; one that the original engine computes may."""
        if law not in self._known and len(self._known) >= MOST_LAWS:
            self._known.clear()
        known = self._known.setdefault(law, {})
        if entry not in known:
            known[entry] = (
                bool(entry.untraced)
                or entry.key[0] in law.neutralized
                or any(_is_noted(notes, law.changed, known) for notes in all_notes([entry.notes]))
                or any(self.is_entry(child, law) for child in entry.children)
            )
        return known[entry]


def _is_noted(notes: Notes, changed: set[str], known: dict[Entry | Notes, bool]) -> bool:
    if notes not in known:
        paths = {name.rpartition("@")[0] for name, _ in notes.reads} | {path for path, _ in notes.statics}
        known[notes] = not paths.isdisjoint(changed)
    return known[notes]


class Entries:
    def __init__(self, bits: Mapping[str, int]) -> None:
        self._bits = bits
        self._entries: dict[Key, list[Entry]] = {}
        self._touched = Touched()

    def known(self, key: Key, scenario: Scenario) -> Entry | None:
        """Traced with the same inputs and parameters, as far as it asked for them."""
        for entry in reversed(self._entries.get(key, ())):
            if not entry.depends & scenario.difference(entry.scenario, self._bits) and (
                entry.scenario.system is scenario.system or not self._touched.is_entry(entry, scenario.system)
            ):
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

"""A month whose formula would do what it did in the month before is not traced again.

That is so when the formula looked at nothing of its month but the year, and all that it asked for answers the
same: variables the same nodes, parameters the same dated values.
"""

from typing import TYPE_CHECKING, Any

from ..symbols.columns import Column
from ..symbols.host_columns import HostColumn
from ..symbols.recording import Notes, all_notes

if TYPE_CHECKING:
    from .entries import Entry
    from .simulation import TracedSimulation
    from .tracer import Tracer

FIRST = 3
"""January begins with its year: what was read at its first day may have been read for the year."""


def is_like_the_month_before(
    tracer: "Tracer", simulation: "TracedSimulation", entry: "Entry", variable: Any, period: Any
) -> bool:
    """Whether it is; then the entry holds all that its formula would have left in it."""
    if period.unit != "month" or period.size != 1 or period.start.month < FIRST:
        return False
    earlier = period.offset(-1)
    before = tracer.entries.known((variable.name, str(earlier)), simulation.scenario)
    if (
        before is None
        or before.is_dated
        or before.untraced
        or variable.name in simulation.scenario.given
        or simulation.reader.original is not None
        or variable.get_formula(period) is not variable.get_formula(earlier)
        or tracer.frames_of(variable.name, simulation.branch_name)
    ):
        return False
    notes = _notes_then(tracer, simulation, before, str(earlier.start), str(period.start))
    if notes is None or not _asks_the_same(tracer, simulation, before, str(earlier), period):
        entry.children.clear()
        return False
    entry.value = before.value
    entry.notes.shared |= {id(one): one for one in notes}
    tracer.depend(before.depends)
    return True


def _asks_the_same(
    tracer: "Tracer", simulation: "TracedSimulation", before: "Entry", earlier: str, period: Any
) -> bool:
    for child in {id(child): child for child in before.children}.values():
        variable, then = child.key
        when = period if then == earlier else tracer.period(then)
        now = tracer.entry(simulation, variable, when).value
        if not _is_same(now, child.value):
            return False
    return True


def _is_same(one: Any, other: Any) -> bool:
    if isinstance(one, HostColumn) and isinstance(other, HostColumn):
        return one.recipe.key == other.recipe.key
    if not isinstance(one, Column) or not isinstance(other, Column):
        return False
    return all(getattr(one, name) == getattr(other, name) for name in ("node", "kind", "entity", "labels"))


def _notes_then(
    tracer: "Tracer", simulation: "TracedSimulation", before: "Entry", earlier: str, instant: str
) -> list[Notes] | None:
    """What the entry noted, of another instant; None where a parameter was another then."""
    found = []
    for notes in all_notes([before.notes]):
        key = (id(notes), id(simulation.reader), instant)
        if key not in tracer.notes_then:
            tracer.notes_then[key] = (notes, _moved(simulation.reader, notes, earlier, instant))
        moved = tracer.notes_then[key][1]
        if moved is None:
            return None
        found.append(moved)
    return found


def _moved(reader: Any, notes: Notes, earlier: str, instant: str) -> Notes | None:
    moved = Notes(guards=notes.guards, assumptions=notes.assumptions, assumed=notes.assumed)
    for name, when in notes.reads:
        if when == earlier and reader.known(None, name.rpartition("@")[0], instant)[0] != name:
            return None
        moved.reads.add((name, instant if when == earlier else when))
    for (path, when), value in notes.statics.items():
        if when == earlier and reader.known(None, path, instant) != ("", value):
            return None
        moved.statics[path, instant if when == earlier else when] = value
    return moved

"""A person's rank among the members of a group."""

from typing import TYPE_CHECKING, Any

from ..symbols.functions import where
from ..symbols.lift import column_of, is_liftable, lift
from ..symbols.texts import as_bool, as_number
from . import group_hosts

if TYPE_CHECKING:
    from .group_population import TracedGroupPopulation


def rank(group: "TracedGroupPopulation", criteria: Any, condition: Any) -> Any:
    """How many members with the condition come before each, by criteria, then position; -1 without it."""
    recording = group.recording
    persons = group.members.entity.key
    order = as_number(column_of(recording, criteria, persons))
    # Some formulas pass a population as the condition: true of everyone.
    holds = as_bool(column_of(recording, condition if is_liftable(condition) else True, persons))
    depends = recording.graph.depends_on_parameters
    if not depends[order.node] and not depends[holds.node]:
        return _noted(group_hosts.rank(group, order, holds))
    most = recording.members_at_most
    recording.notes.assumptions.add(f"groups have at most {most} members")
    position = group.members_position
    before: Any = lift(recording, 0)
    for n in range(most):
        others = group.project(group.value_nth_person(n, order))
        counts = group.project(group.value_nth_person(n, holds))
        is_before = (others < order) | ((others == order) & (position > n))
        before = before + as_number(counts & is_before)
    return _noted(where(holds, before, -1))


def _noted(found: Any) -> Any:
    found.recording.ranks.add(found.node)
    return found

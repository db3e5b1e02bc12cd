"""What is noted while formulas run: the graph, and all that a variable's trace rests on."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ..program.graph import Graph

if TYPE_CHECKING:
    from .columns import Column
    from .host_columns import HostColumn

Instant = str


class Untraceable(Exception):  # noqa: N818 - what a formula is, not what went wrong
    """A formula asked for something that the program cannot say."""


class UnknownAttribute(Untraceable, AttributeError):  # noqa: N818
    """What the original has and the look-alike has not."""


class SpiralError(Exception):
    """A variable asks for itself in ever other periods; the originals answer its default."""


@dataclass(eq=False)
class Notes:
    """Of one run of a formula."""

    # Scalars whose value steered Python: node to value.
    guards: dict[int, float] = field(default_factory=dict)
    # Parameters that are no numbers, and what they were: (path, instant) to value.
    statics: dict[tuple[str, Instant], Any] = field(default_factory=dict)
    # Every read of a parameter that is a leaf.
    reads: set[tuple[str, Instant]] = field(default_factory=set)
    assumptions: set[str] = field(default_factory=set)
    # The text column that the formula has looped over last.
    looped: "Column | None" = None

    # Notes of what was read before and is used again: many runs share one.
    shared: "dict[int, Notes]" = field(default_factory=dict)

    def add(self, other: "Notes") -> None:
        self.shared[id(other)] = other

    def is_of_data(self) -> bool:
        """Whether no parameter was read."""
        return not (self.reads or self.statics or self.guards) and all(
            n.is_of_data() for n in self.shared.values()
        )


def all_notes(roots: "Iterable[Notes]") -> "list[Notes]":
    """These notes and the shared ones among them, each once."""
    seen: dict[int, Notes] = {}
    waiting = list(roots)
    while waiting:
        notes = waiting.pop()
        if id(notes) not in seen:
            seen[id(notes)] = notes
            waiting.extend(notes.shared.values())
    return list(seen.values())


@dataclass
class Recording:
    """Shared by all columns of one tracer."""

    graph: Graph = field(default_factory=Graph)
    notes: Notes = field(default_factory=Notes)
    hosts: "dict[str, HostColumn]" = field(default_factory=dict)
    host_names: dict[tuple[Any, ...], str] = field(default_factory=dict)
    # How many rows an entity seems to have: primes, so that NumPy's arrays of that size are recognised.
    sizes: dict[str, int] = field(default_factory=dict)
    # Keys of the entity of persons and of the group within which formulas look for each other.
    persons: str = ""
    group: str = ""
    members_at_most: int = 16

    def steer(self, column: "Column") -> float:
        """The value of a scalar that Python itself needs; what it rests on becomes a guard."""
        if column.entity is not None:
            raise Untraceable("a formula needs one value of a whole column")
        value = self.graph.scalar_value(column.node)
        if self.graph.depends_on_parameters[column.node]:
            self.notes.guards[column.node] = value
        return value

    def entity_of_size(self, size: int) -> str | None:
        return next((entity for entity, known in self.sizes.items() if known == size), None)

"""What is noted while formulas run: the graph, and all that a variable's trace rests on."""

from collections.abc import Callable, Iterable
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
    # Conditions over all rows that parameters decide: the question, and what its answer was taken for.
    assumed: "dict[int, tuple[str, bool]]" = field(default_factory=dict)
    # The text column that the formula has looped over last.
    looped: "Column | None" = None

    # Notes of what was read before and is used again: many runs share one.
    shared: "dict[int, Notes]" = field(default_factory=dict)

    def add(self, other: "Notes") -> None:
        self.shared[id(other)] = other

    def is_of_data(self) -> bool:
        """Whether no number of the parameters was read; where another differs, all is traced anew."""
        return not (self.reads or self.guards) and all(n.is_of_data() for n in self.shared.values())


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
    # What is known of the population that is traced for: the values of its input leaves.
    values: "Callable[[str], Any] | None" = None
    # Of recipes that have been computed, the one value of all rows, or None.
    alike: dict[tuple[Any, ...], Any] = field(default_factory=dict)
    # Of the leaves, those that the original engine has computed.
    computed: set[str] = field(default_factory=set)
    # Runs a function with NumPy as it is when no formula runs.
    outside: "Callable[[Callable[[], Any]], Any]" = lambda function: function()
    # Entities whose members are the rows that one value of a key has, by name.
    groupings: "dict[str, HostColumn]" = field(default_factory=dict)
    # Nodes that are ranks of persons within a group.
    ranks: set[int] = field(default_factory=set)

    def steer(self, column: "Column") -> float:
        """The value of a scalar that Python itself needs; what it rests on becomes a guard."""
        if column.entity is not None:
            raise Untraceable("a formula needs one value of a whole column")
        value = self.graph.scalar_value(column.node)
        if self.graph.depends_on_parameters[column.node]:
            self.notes.guards[column.node] = value
        return value

    def grouping(self, key: "HostColumn") -> str:
        """The entity of the groups that a key tells apart."""
        known = (name for name, one in self.groupings.items() if one.recipe.key == key.recipe.key)
        name = next(known, f"{key.entity} by {len(self.groupings) + 1}")
        self.groupings.setdefault(name, key)
        return name

    def entity_of_size(self, size: int) -> str | None:
        return next((entity for entity, known in self.sizes.items() if known == size), None)

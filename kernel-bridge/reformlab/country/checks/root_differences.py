"""Which variables make others differ: those that differ while nothing that they read does."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from ..populations.simulation_values import Asked


def root_differences(
    outputs: Iterable[Asked],
    operands: Mapping[Asked, Sequence[Asked]],
    is_different: Callable[[Asked], bool],
) -> list[Asked]:
    """Walks down from the outputs that differ, in the order in which they are met.

    A variable that asks for itself in another period is one of its own operands there.
    """
    waiting = [output for output in outputs if is_different(output)]
    met, roots = set(waiting), []
    while waiting:
        here = waiting.pop(0)
        below = [operand for operand in operands.get(here, ()) if operand != here and is_different(operand)]
        if not below:
            roots.append(here)
        for operand in below:
            if operand not in met:
                met.add(operand)
                waiting.append(operand)
    return roots

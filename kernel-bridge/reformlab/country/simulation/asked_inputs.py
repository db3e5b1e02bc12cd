"""Collections of the inputs given, that note what is asked about them."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

Note = Callable[[str], None]


class AskedInputs(list[Any]):
    """Names of given variables, or (name, branch, period) of given values.

    Asking for one notes that variable; going through them all notes, as "", that any input matters.
    """

    def __init__(self, values: Iterable[Any], note: Note) -> None:
        super().__init__(values)
        self._note = note

    def __contains__(self, value: object) -> bool:
        self._note(value[0] if isinstance(value, tuple) else str(value))
        return super().__contains__(value)

    def __len__(self) -> int:
        self._note("")
        return super().__len__()

    def __iter__(self) -> Iterator[Any]:
        self._note("")
        return super().__iter__()

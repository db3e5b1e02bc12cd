"""What was computed of a population, and as a frame in the types that the original computes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import pandas as pd

TYPES: Mapping[str, type] = {"number": np.float32, "integer": np.int32, "bool": np.bool_}


@dataclass(frozen=True)
class CountryAnswer:
    """Numbers by what was asked for, conditions 0 or 1, enums by their place."""

    rows: str
    """Whose: the entity of the records, in the population's order."""
    ids: Any
    columns: Mapping[str, NDArray[np.float64]]
    types: Mapping[str, str]
    """The name of an enum, where it is none of our words for types."""
    enums: Mapping[str, Sequence[str]]

    def frame(self) -> "pd.DataFrame":
        """A row for each record, under its id."""
        import pandas as pd

        columns = {title: self._typed(title) for title in self.columns}
        return pd.DataFrame(columns, index=pd.Index(self.ids, name=f"{self.rows}_id"))

    def _typed(self, title: str) -> Any:
        values, kind = self.columns[title], self.types[title]
        if kind in TYPES:
            return values.astype(TYPES[kind])
        return np.array(self.enums[kind])[values.astype(np.int64)]

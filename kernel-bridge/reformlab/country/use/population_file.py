"""A population as a file, which is how the engine and its `prepare` get to see one."""

import hashlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

from ...engine_log import cache_folder
from ...errors import ReformlabError
from ..host.cache import written_whole
from ..populations.population import Population

if TYPE_CHECKING:
    import pandas as pd

MOST_KEPT = 4


def population_file(population: Population) -> Path:
    """A table is written once into the cache, under a name made of its content.

    Raises E_COUNTRY_POPULATION.
    """
    if isinstance(population, str | os.PathLike):
        return Path(population).expanduser().resolve()
    folder = cache_folder() / "countries" / "populations"
    name = _content(population)
    known = [path for path in (folder / f"{name}.parquet", folder / f"{name}.csv") if path.exists()]
    path = known[0] if known else _written(population, folder / name)
    path.touch()
    for old in sorted(folder.iterdir(), key=lambda file: file.stat().st_mtime)[:-MOST_KEPT]:
        old.unlink(missing_ok=True)
    return path


def _written(table: "pd.DataFrame", path: Path) -> Path:
    try:
        import pyarrow  # noqa: F401
    except ImportError:
        with written_whole(path.with_suffix(".csv")) as stream:
            table.to_csv(stream, index=False)
        return path.with_suffix(".csv")
    try:
        with written_whole(path.with_suffix(".parquet")) as stream:
            table.to_parquet(stream, index=False)
    except (ValueError, TypeError) as error:
        raise _unusable(error) from error
    return path.with_suffix(".parquet")


def _content(table: "pd.DataFrame") -> str:
    import pandas as pd

    try:
        rows = pd.util.hash_pandas_object(table, index=False).to_numpy()
    except TypeError as error:
        raise _unusable(error) from error
    kinds = [(str(name), str(kind)) for name, kind in table.dtypes.items()]
    return hashlib.sha256(repr(kinds).encode() + rows.tobytes()).hexdigest()[:32]


def _unusable(error: Exception) -> ReformlabError:
    return ReformlabError(
        "E_COUNTRY_POPULATION",
        f"Cannot take the table as a population: {' '.join(str(error).split())}.",
        "Columns hold numbers, conditions, texts or dates, each of one kind.",
    )

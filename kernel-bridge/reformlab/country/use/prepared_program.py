"""What the engine needs to open a program for a population, kept between runs: tracing takes minutes.

It lies on the user's own machine, under a name made of all that it comes from: versions, parameters, what was
asked, and every value that the population holds.
"""

import hashlib
import pickle
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..host.cache import country_folder, makers_hash, write_whole
from ..host.host_message import Columns
from ..law.load_system import System
from ..populations.simulation_values import Asked
from ..simulation.scenario import Scenario
from ..simulation.trace import Trace
from ..traces.input_columns import input_columns, relations
from ..traces.write_program import write_program

MOST_KEPT = 6


@dataclass(frozen=True)
class PreparedProgram:
    """`trace` cannot be traced further: it has no formulas."""

    trace: Trace
    program: bytes
    columns: Columns
    relations: dict[str, NDArray[np.int32]]


def prepare(trace: Trace, simulation: Any) -> PreparedProgram:
    """Reads the inputs of a trace from a simulation."""
    columns = input_columns(trace, simulation)
    plain = replace(trace, tracer=None, hosts={}, roles={}, scenario=Scenario({}))
    return PreparedProgram(plain, write_program(trace), columns, relations(simulation))


class PreparedPrograms:
    """Those of one package and version."""

    def __init__(self, system: System) -> None:
        """Makes nothing yet."""
        self._folder = country_folder(system) / "programs"

    def find(self, key: str) -> PreparedProgram | None:
        """One that was kept by this very code."""
        path = self._path(key)
        try:
            with path.open("rb") as file:
                found = pickle.load(file)  # noqa: S301
        except (OSError, EOFError, pickle.UnpicklingError, AttributeError, ImportError):
            return None
        path.touch()
        return found if isinstance(found, PreparedProgram) else None

    def keep(self, key: str, prepared: PreparedProgram) -> None:
        """The oldest give way."""
        write_whole(self._path(key), pickle.dumps(prepared, protocol=5))
        kept = sorted(self._folder.glob("*.pickle"), key=lambda path: path.stat().st_mtime)
        for path in kept[:-MOST_KEPT]:
            path.unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        return self._folder / f"{key}.pickle"


def prepared_key(data: str, asked: Sequence[Asked], parameters: Any) -> str:
    """Of all that a prepared program comes from; `data` is the population's `data_hash`."""
    digest = hashlib.sha256(f"{makers_hash()} {data} {sorted(asked)}".encode())
    for parameter in parameters.get_descendants():
        if hasattr(parameter, "values_list"):
            dated = [(one.instant_str, one.value) for one in parameter.values_list]
            digest.update(f"{parameter.name} {dated}".encode())
    return digest.hexdigest()[:32]


def data_hash(simulation: Any) -> str:
    """Of all that a simulation holds; before it has computed anything, of its inputs."""
    digest = hashlib.sha256()
    for key, population in sorted(simulation.populations.items()):
        digest.update(f"{key} {population.count}".encode())
        if not population.entity.is_person:
            _add(digest, population.members_entity_id)
            _add(digest, [getattr(role, "key", role) for role in np.atleast_1d(population.members_role)])
        for name, holder in sorted(population._holders.items()):
            for period in sorted(holder.get_known_periods(), key=str):
                digest.update(f"{name} {period}".encode())
                _add(digest, holder.get_array(period))
    return digest.hexdigest()


def _add(digest: Any, values: Any) -> None:
    array = np.asarray(values)
    plain = array.astype(str) if array.dtype.kind in "OMT" else array
    digest.update(f"{plain.dtype} {plain.shape}".encode())
    digest.update(np.ascontiguousarray(plain).view(np.uint8).tobytes())

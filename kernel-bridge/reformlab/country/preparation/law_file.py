"""A law as a file of the engine's: `schema/country-law.schema.json`."""

from pathlib import Path
from typing import Any

from ..host.cache import written_whole
from ..law.derived_parameters import sources_of_derived
from ..law.installed import installed
from ..law.load_system import System
from ..law.structural_reforms import structural_paths
from .blobs import Blobs
from .law_parameters import LawParameters
from .law_variables import variables_of
from .law_words import entities_of, enum_names, enums_of

FORMAT = "reformlab-country-law/1"


def write_law(path: Path, system: System) -> None:
    """Others see the whole file or none."""
    blobs = Blobs()
    head = _head(system, blobs)
    with written_whole(path) as stream:
        blobs.write(stream, head)


def _head(system: System, blobs: Blobs) -> dict[str, Any]:
    found, enums, parameters = installed(system.name), enum_names(system), LawParameters(system)
    core = system.core.name.replace("_", "-")
    days = sorted(set(parameters.days))
    place = {day: at for at, day in enumerate(days)}
    return {
        "format": FORMAT,
        "package": {
            "name": system.name,
            "version": found.version,
            "dialect": system.dialect,
            "core": f"{core} {dict(found.cores)[core]}",
        },
        "entities": entities_of(system),
        "enums": enums_of(enums),
        "variables": list(variables_of(system, enums)),
        "groups": parameters.groups,
        "texts": list(parameters.texts),
        "parameters": {
            "paths": parameters.paths,
            **{word: blobs.add(places, "<u4") for word, places in parameters.words.items()},
            "starts": blobs.add(parameters.starts, "<u4"),
            "days": blobs.add([place[day] for day in parameters.days], "<u4"),
            "numbers": blobs.add(parameters.numbers, "<f8"),
        },
        "instants": days,
        "others": parameters.others,
        "structural": sorted({*structural_paths(system), *sources_of_derived(system)}),
    }

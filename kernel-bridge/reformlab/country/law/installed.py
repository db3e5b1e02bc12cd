"""What is installed of a country package, without its import, which takes PolicyEngine half a minute."""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution, distributions, packages_distributions
from importlib.util import find_spec
from pathlib import Path

from ...errors import ReformlabError

CORES = ("openfisca_core", "policyengine_core")


@dataclass(frozen=True)
class Installed:
    """A package by the name of its module."""

    name: str
    version: str
    cores: tuple[tuple[str, str], ...]
    """Cores that it asks for, each with its version; all that there are where it does not say."""
    folder: Path

    @property
    def versions(self) -> str:
        """Of the package and of what computes with it."""
        return "+".join([self.version, *(f"{core}-{version}" for core, version in self.cores)])

    def stamp(self) -> str:
        """Of its files: paths, sizes and when they were written."""
        digest = hashlib.sha256()
        for path, size, written in sorted(_files(str(self.folder))):
            digest.update(f"{path} {size} {written}\n".encode())
        return digest.hexdigest()


@cache
def installed(package: str) -> Installed:
    """By the name of its module or of its distribution. Raises E_COUNTRY_MISSING, E_COUNTRY_NOT."""
    name = package.strip().replace("-", "_")
    if not name.isidentifier():
        raise not_a_country(package)
    found = find_spec(name)
    if found is None:
        raise ReformlabError(
            "E_COUNTRY_MISSING",
            f"There is no package {package} in this Python environment.",
            f"Install it: pip install {name.replace('_', '-')}. {_what_there_is()}",
            {"package": package, "installed": country_packages()},
        )
    folder = next(iter(found.submodule_search_locations or ()), None)
    if folder is None:
        raise not_a_country(package)
    version, needs = _distribution_of(name)
    there_are = [(core.replace("_", "-"), _distribution_of(core)[0]) for core in CORES if find_spec(core)]
    asked = [one for one in there_are if one[0] in needs]
    return Installed(name, version, tuple(asked or there_are), Path(folder))


def country_packages() -> list[str]:
    """Distributions in this environment that stand on one of the cores."""
    found = set()
    for one in distributions():
        needs = " ".join(one.requires or []).lower().replace("_", "-")
        name = str(one.metadata["Name"]).lower().replace("_", "-")
        if any(core.replace("_", "-") in needs for core in CORES) and not name.endswith("-core"):
            found.add(name)
    return sorted(found)


def not_a_country(package: str) -> ReformlabError:
    return ReformlabError(
        "E_COUNTRY_NOT",
        f"{package} is not a country package of OpenFisca or PolicyEngine.",
        f"A country package has a CountryTaxBenefitSystem. {_what_there_is()}",
        {"package": package, "installed": country_packages()},
    )


def _distribution_of(module: str) -> tuple[str, str]:
    """Its version, and what it asks for; packages that nobody installed have neither."""
    try:
        found = distribution(module)
    except PackageNotFoundError:
        names = packages_distributions().get(module)
        if not names:
            return "0", ""
        found = distribution(names[0])
    return found.version, " ".join(found.requires or []).lower().replace("_", "-")


def _files(folder: str) -> Iterator[tuple[str, int, int]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _files(entry.path)
            else:
                known = entry.stat()
                yield entry.path, known.st_size, known.st_mtime_ns


def _what_there_is() -> str:
    found = country_packages()
    return f"There is {', '.join(found)} here." if found else "There is no country package here."

"""Opens an installed country package: its tax and benefit system, and modules of the core it stands on."""

import importlib
import warnings
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distributions, packages_distributions, version
from importlib.util import find_spec
from types import ModuleType
from typing import Any, Literal

from ...errors import ReformlabError

Dialect = Literal["openfisca", "policyengine"]

CORES: dict[str, Dialect] = {"openfisca_core": "openfisca", "policyengine_core": "policyengine"}
ENUMS = {"openfisca": "indexed_enums", "policyengine": "enums"}


@dataclass(frozen=True)
class Core:
    """Modules of openfisca-core or policyengine-core under the same names."""

    name: str
    version: str
    entities: Any
    enums: Any
    errors: Any
    parameters: Any
    periods: Any
    populations: Any
    projectors: Any
    reforms: Any
    simulations: Any
    taxbenefitsystems: Any
    taxscales: Any
    variables: Any


@dataclass(frozen=True)
class System:
    """A country package that is ready to be traced."""

    name: str
    """Of its module, as `policyengine_us`."""
    version: str
    """Of the package and of its core, which computes with it."""
    dialect: Dialect
    tax_benefit_system: Any
    core: Core


def load_system(package: str) -> System:
    """Of an installed package, by the name of its module or of its distribution.

    Raises E_COUNTRY_MISSING, E_COUNTRY_BROKEN, E_COUNTRY_NOT.
    """
    module = _imported(package)
    system = _tax_benefit_system(module)
    core = load_core(system, module.__name__)
    versions = f"{_version_of(module.__name__)}+{core.name.replace('_', '-')}-{core.version}"
    return System(module.__name__, versions, CORES[core.name], system, core)


def load_core(tax_benefit_system: object, package: str) -> Core:
    """The modules that a tax and benefit system is made with. Raises E_COUNTRY_NOT."""
    roots = [base.__module__.partition(".")[0] for base in type(tax_benefit_system).__mro__]
    name = next((root for root in roots if root in CORES), None)
    if name is None:
        raise _not_a_country(package)
    names = {field: field for field in Core.__dataclass_fields__ if field not in ("name", "version")}
    names["enums"] = ENUMS[CORES[name]]
    modules = {field: importlib.import_module(f"{name}.{module}") for field, module in names.items()}
    return Core(name=name, version=_version_of(name), **modules)


def country_packages() -> list[str]:
    """Distributions in this environment that stand on one of the cores."""
    found = set()
    for one in distributions():
        needs = " ".join(one.requires or []).lower().replace("_", "-")
        name = str(one.metadata["Name"]).lower().replace("_", "-")
        if any(core.replace("_", "-") in needs for core in CORES) and not name.endswith("-core"):
            found.add(name)
    return sorted(found)


def _imported(package: str) -> ModuleType:
    name = package.strip().replace("-", "_")
    if not name.isidentifier():
        raise _not_a_country(package)
    if find_spec(name) is None:
        raise ReformlabError(
            "E_COUNTRY_MISSING",
            f"There is no package {package} in this Python environment.",
            f"Install it: pip install {name.replace('_', '-')}. {_what_there_is()}",
            {"package": package, "installed": country_packages()},
        )
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return importlib.import_module(name)
    except Exception as error:
        raise _broken(package, error) from error


def _tax_benefit_system(module: ModuleType) -> Any:
    maker = getattr(module, "CountryTaxBenefitSystem", None)
    if maker is None:
        raise _not_a_country(module.__name__)
    # PolicyEngine builds one on import, which takes it tens of seconds.
    ready = getattr(getattr(module, "system", None), "system", None)
    if isinstance(ready, maker):
        return ready
    try:
        return maker()
    except Exception as error:
        raise _broken(module.__name__, error) from error


def _version_of(module: str) -> str:
    names = packages_distributions().get(module, [module])
    try:
        return version(names[0])
    except PackageNotFoundError:
        return "0"


def _broken(package: str, error: Exception) -> ReformlabError:
    return ReformlabError(
        "E_COUNTRY_BROKEN",
        f"{package} does not open: {type(error).__name__}: {error}",
        "Check that the versions of the package and of its core fit each other: pip check.",
        {"package": package},
    )


def _not_a_country(package: str) -> ReformlabError:
    return ReformlabError(
        "E_COUNTRY_NOT",
        f"{package} is not a country package of OpenFisca or PolicyEngine.",
        f"A country package has a CountryTaxBenefitSystem. {_what_there_is()}",
        {"package": package, "installed": country_packages()},
    )


def _what_there_is() -> str:
    found = country_packages()
    return f"There is {', '.join(found)} here." if found else "There is no country package here."

"""Opens an installed country package: its tax and benefit system, and modules of the core it stands on."""

import importlib
import warnings
from dataclasses import dataclass
from types import ModuleType
from typing import Any, Literal

from ...errors import ReformlabError
from .installed import Installed, installed, not_a_country

Dialect = Literal["openfisca", "policyengine"]

DIALECTS: dict[str, Dialect] = {"openfisca_core": "openfisca", "policyengine_core": "policyengine"}
ENUMS = {"openfisca": "indexed_enums", "policyengine": "enums"}


@dataclass(frozen=True)
class Core:
    """Modules of openfisca-core or policyengine-core under the same names."""

    name: str
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
    found = installed(package)
    system = _tax_benefit_system(_imported(found))
    core = load_core(system, found.name)
    return System(found.name, found.versions, DIALECTS[core.name], system, core)


def load_core(tax_benefit_system: object, package: str) -> Core:
    """The modules that a tax and benefit system is made with. Raises E_COUNTRY_NOT."""
    roots = [base.__module__.partition(".")[0] for base in type(tax_benefit_system).__mro__]
    name = next((root for root in roots if root in DIALECTS), None)
    if name is None:
        raise not_a_country(package)
    names = {field: field for field in Core.__dataclass_fields__ if field != "name"}
    names["enums"] = ENUMS[DIALECTS[name]]
    modules = {field: importlib.import_module(f"{name}.{module}") for field, module in names.items()}
    return Core(name=name, **modules)


def _imported(package: Installed) -> ModuleType:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return importlib.import_module(package.name)
    except Exception as error:
        raise _broken(package.name, error) from error


def _tax_benefit_system(module: ModuleType) -> Any:
    maker = getattr(module, "CountryTaxBenefitSystem", None)
    if maker is None:
        raise not_a_country(module.__name__)
    # PolicyEngine builds one on import, which takes it tens of seconds.
    ready = getattr(getattr(module, "system", None), "system", None)
    if isinstance(ready, maker):
        return ready
    try:
        return maker()
    except Exception as error:
        raise _broken(module.__name__, error) from error


def _broken(package: str, error: Exception) -> ReformlabError:
    return ReformlabError(
        "E_COUNTRY_BROKEN",
        f"{package} does not open: {type(error).__name__}: {error}",
        "Check that the versions of the package and of its core fit each other: pip check.",
        {"package": package},
    )

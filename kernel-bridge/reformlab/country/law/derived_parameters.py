"""Parameters of which a package works others out whenever its law changes, in `modify_parameters`."""

from typing import Any

from .load_system import System
from .patched import patched


def sources_of_derived(system: System) -> list[str]:
    """Those that are read then; where none of them differs, what is worked out is the same."""
    law = system.tax_benefit_system
    own = getattr(type(law), "modify_parameters", None)
    if own is None or own.__module__.startswith(f"{system.core.name}."):
        return []
    kind = system.core.parameters.Parameter
    plainly = kind.__getattribute__
    read: set[str] = set()

    def noting(parameter: Any, name: str) -> Any:
        if name == "values_list":
            read.add(plainly(parameter, "name"))
        return plainly(parameter, name)

    with patched(kind, "__getattribute__", lambda _: noting):
        own(law, lambda parameters: parameters)
    return sorted(read)

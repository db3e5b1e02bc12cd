"""Who asks and what they may, from what the Jupyter server knows of them."""

import getpass
from typing import Any

from ..tokens import Caller

SCOPE = "custom:reformlab:"
"""How JupyterHub has to call scopes that are not its own."""


def caller_of(user: Any) -> Caller:
    """The user of a handler of the Jupyter server.

    Where the server is one person's own, that person may everything, under the name the system has; the
    server's is another one for every browser. On JupyterHub the hub says: scopes `custom:reformlab:read`,
    `…:run`, `…:admin`, also where they are limited (`…:run!user=ann`).
    """
    hub_user = getattr(user, "hub_user", None)
    if hub_user is None:
        return Caller(getpass.getuser(), ["admin"])
    scopes = [scope.split("!")[0] for scope in hub_user.get("scopes", [])]
    return Caller(
        name=str(hub_user.get("name", user.username)),
        scopes=[scope.removeprefix(SCOPE) for scope in scopes if scope.startswith(SCOPE)],
        groups=[str(group) for group in hub_user.get("groups", [])],
    )

"""For JupyterHub: code of one's own needs the scope `run` too, or a kernel would be the way around it."""

from typing import Any

from jupyterhub.singleuser.extension import JupyterHubAuthorizer

from .identity import caller_of

RUNS_CODE = ("kernels", "sessions", "terminals")


class HubAuthorizer(JupyterHubAuthorizer):  # type: ignore[misc]
    """Set as `ServerApp.authorizer_class`. Whoever may look alone sees files, and starts nothing."""

    def is_authorized(self, handler: Any, user: Any, action: str, resource: str) -> bool:
        """Whether `user` may."""
        if not super().is_authorized(handler, user, action, resource):
            return False
        is_looking = action == "read" or resource not in RUNS_CODE
        return is_looking or not {"run", "admin"}.isdisjoint(caller_of(user).scopes)

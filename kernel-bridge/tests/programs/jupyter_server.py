"""A real Jupyter server for tests: `python -m tests.programs.jupyter_server PORT [ENGINE]`.

With `ENGINE`, a stand-in for the engine's command line. Tokens of the form `ann:run` are users of a hub, and
what they may.
"""

import sys
from pathlib import Path
from typing import Any

from jupyter_server.auth import PasswordIdentityProvider, User
from jupyter_server.serverapp import ServerApp

from reformlab import engine_process


class HubUsers(PasswordIdentityProvider):
    """The server's own token and cookies, and users as JupyterHub hands them over."""

    async def get_user(self, handler: Any) -> User | None:
        """Who asks."""
        token = self.get_token(handler) or ""
        name, _, scope = token.partition(":")
        if not scope:
            return await super()._get_user(handler)
        user = User(username=name)
        scopes = ["access:servers", "custom:other:admin", f"custom:reformlab:{scope}!user={name}"]
        user.hub_user = {"name": name, "groups": ["analysts"], "scopes": scopes}  # type: ignore[attr-defined]
        handler._token_authenticated = True
        return user


def main(port: str, program: str | None = None) -> None:
    """Serves until it is killed."""
    if program is not None:
        vars(engine_process)["engine_program"] = lambda: Path(program)
    ServerApp.launch_instance(
        argv=["--no-browser", "--allow-root", f"--port={port}", "--ServerApp.port_retries=0"],
        identity_provider_class=HubUsers,
        jpserver_extensions={"reformlab.server_extension": True},
    )


if __name__ == "__main__":
    main(*sys.argv[1:])

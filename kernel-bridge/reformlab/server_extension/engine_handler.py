"""What both handlers share: who may ask, and how errors look."""

from http.client import responses
from typing import Any

from jupyter_server.auth.utils import HTTP_METHOD_TO_AUTH_ACTION
from jupyter_server.base.handlers import JupyterHandler
from jupyter_server.utils import ensure_async
from tornado import web

from ..engine import Engine
from ..errors import ReformlabError


class EngineHandler(JupyterHandler):
    """A request to the engine. The server's authorizer sees it as one to `reformlab`."""

    auth_resource = "reformlab"

    def initialize(self, engine: Engine, root: str) -> None:
        """Called by Tornado with what the route gives; `root` is the path below which the engine's begin."""
        self.engine = engine
        self.root = root

    async def prepare(self) -> None:  # type: ignore[override]
        """Before a body is read: refuses strangers, other origins and, where methods write, forged requests.

        Raises `HTTPError`; an answer is never a page to log in.
        """
        await super().prepare(_redirect_to_login=False)
        user = self.current_user
        if user is None or not self.check_origin():
            raise web.HTTPError(403)
        action = HTTP_METHOD_TO_AUTH_ACTION[self.request.method or "GET"]
        if not await ensure_async(self.authorizer.is_authorized(self, user, action, self.auth_resource)):
            raise web.HTTPError(403)

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        """In the shape of the engine's errors.

        What is refused before its body was read leaves that on the connection, and the hub's proxy would
        stumble over it: so the connection is closed, and said to be.
        """
        _, error, _ = kwargs.get("exc_info", (None, None, None))
        known = getattr(error, "__cause__", None)
        if not isinstance(known, ReformlabError):
            known = _of_server(status_code, getattr(error, "log_message", None))
        self.set_header("Connection", "close")
        self.set_header("Content-Type", "application/json")
        self.finish(known.as_answer())


def _of_server(status: int, message: str | None) -> ReformlabError:
    remedy = "Log in to Jupyter again and reload this page." if status in (401, 403) else "Reload this page."
    said = message or responses.get(status, "The Jupyter server refused the request")
    return ReformlabError("E_SERVER", f"{said} (status {status}).", remedy, {"status": status})

"""The Jupyter server's way to the engine: `/reformlab/api/…`, for JupyterLab's panels."""

from pathlib import Path
from typing import TYPE_CHECKING

from jupyter_server.utils import url_path_join

from ..engine import Engine
from .engine_start import EngineStart
from .handshake import HandshakeHandler
from .proxy import ProxyHandler
from .settings import Reformlab

if TYPE_CHECKING:
    from jupyter_server.serverapp import ServerApp


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": "reformlab.server_extension"}]


def _load_jupyter_server_extension(app: "ServerApp") -> None:
    """Adds the routes; the engine itself starts when it is first asked."""
    root = url_path_join(app.web_app.settings["base_url"], "reformlab", "api")
    engine = Engine(model=Reformlab(parent=app).engine_model(Path(app.root_dir)))
    given = {"engine": engine, "root": root}
    proxied = {**given, "start": EngineStart(engine)}
    app.web_app.add_handlers(  # type: ignore[no-untyped-call]
        ".*$",
        [
            (url_path_join(root, "handshake"), HandshakeHandler, given),
            (url_path_join(root, r"(?:v1/.*|health|ready)"), ProxyHandler, proxied),
        ],
    )

"""HTTP over the engine's unix socket."""

import contextlib
import http.client
import socket

from .errors import ReformlabError


class EngineConnection(http.client.HTTPConnection):
    """A connection of the standard library that goes to a socket of this machine."""

    def __init__(self, path: str, timeout: float | None = None) -> None:
        super().__init__("engine", timeout=timeout)
        self._path = path

    def connect(self) -> None:
        """Opens the socket."""
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self._path)

    def abort(self) -> None:
        """Hangs up, also while another thread reads."""
        if self.sock is not None:
            with contextlib.suppress(OSError):
                self.sock.shutdown(socket.SHUT_RDWR)


def answers(path: str) -> bool:
    """Whether an engine there takes work."""
    connection = EngineConnection(path, timeout=5)
    try:
        connection.request("GET", "/ready")
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()


def require_sockets() -> None:
    """Raises E_ENGINE_PLATFORM."""
    if not hasattr(socket, "AF_UNIX"):
        raise ReformlabError(
            "E_ENGINE_PLATFORM",
            "This system's Python has no unix sockets, over which the engine is reached.",
            "Use Linux, macOS or the Windows Subsystem for Linux. The command `reformlab` runs anywhere.",
        )

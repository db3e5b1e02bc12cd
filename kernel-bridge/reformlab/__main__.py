"""The command line, `reformlab` and `python -m reformlab`: the bundled engine's own, on its Node.js."""

import os
import subprocess
import sys

from .bundle import engine_program, node_program
from .engine_environment import with_this_python
from .errors import ReformlabError


def main() -> None:
    """Becomes the engine's process, so that signals and the exit status are its own."""
    try:
        command = [str(node_program()), str(engine_program()), *sys.argv[1:]]
    except ReformlabError as error:
        sys.exit(f"error: {error}")
    environment = with_this_python(os.environ)
    if sys.platform == "win32":
        sys.exit(subprocess.call(command, env=environment))
    os.execve(command[0], command, environment)  # noqa: S606


if __name__ == "__main__":
    main()

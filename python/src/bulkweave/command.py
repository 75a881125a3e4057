"""Where the installed command is."""

from __future__ import annotations

import json
import os
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

from .errors import BulkweaveCommandError

VARIABLE = "BULKWEAVE_COMMAND"

_ADVICE = f"""bulkweave: the installed command required, found neither {VARIABLE}
in the environment, nor bulkweave on PATH, nor node_modules/.bin/bulkweave here or above.
It needs Node.js 20.19 or newer, and a clone of its repository, in which 'npm ci' builds it. Then
any of these makes it known:
  npm install --global CLONE           for every folder
  npm install CLONE                    for this folder and those below it
  {VARIABLE}='node CLONE/bin/bulkweave.js'
or use it in the clone, where it is found."""


def find_command() -> list[str]:
    """Program and first arguments by which bulkweave is started.

    The first of: the environment variable ``BULKWEAVE_COMMAND``, split as a shell would;
    ``bulkweave`` on ``PATH``; ``node_modules/.bin/bulkweave`` in this folder or above it; a clone
    of the repository in which this folder is.

    Raises
    ------
    BulkweaveCommandError
        None of them is there; the message says how to install it.
    """
    named = shlex.split(os.environ.get(VARIABLE, ""), posix=os.name != "nt")
    if named:
        if shutil.which(named[0]) is None:
            raise BulkweaveCommandError(
                f"{VARIABLE}: a program that can be run required, got {named[0]!r}"
            )
        return named
    on_path = shutil.which("bulkweave")
    if on_path is not None:
        return [on_path]
    here = Path.cwd()
    for folder in (here, *here.parents):
        for found in _in_folder(folder):
            return found
    raise BulkweaveCommandError(_ADVICE)


def _in_folder(folder: Path) -> Iterator[list[str]]:
    """Ways to start the command that is installed in a folder, if there is one."""
    local = shutil.which("bulkweave", path=str(folder / "node_modules" / ".bin"))
    if local is not None:
        yield [local]
    script = folder / "bin" / "bulkweave.js"
    node = shutil.which("node")
    if node is not None and script.is_file() and _package_name(folder) == "bulkweave":
        yield [node, str(script)]


def _package_name(folder: Path) -> str | None:
    try:
        name = json.loads((folder / "package.json").read_text(encoding="utf-8")).get("name")
    except (OSError, ValueError, AttributeError):
        return None
    return name if isinstance(name, str) else None

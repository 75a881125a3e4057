"""The notebooks beside this script, executed again: ``python execute.py [--check]``.

Outputs are written back, and each notebook as a page among the tutorials; with ``--check`` nothing
is, and it fails where a cell does. What would tell of the machine, folders and addresses, is
refused in an output.
"""

from __future__ import annotations

import re
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient

HERE = Path(__file__).resolve().parent
#: Pages and pictures of the documentation.
DOCS = HERE.parents[1] / "docs"
#: Folders of a machine and addresses of hosts.
MACHINE = re.compile(r"/(?:home|root|tmp|work|Users|var)/|\b\d+\.\d+\.\d+\.\d+\b|localhost")


def executed(path: Path) -> Any:
    """A notebook with fresh outputs, and without times and versions of what executed it."""
    notebook: Any = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    client = NotebookClient(notebook, timeout=300, kernel_name="python3", record_timing=False)
    client.execute(cwd=str(path.parent))
    notebook.metadata.pop("language_info", None)
    return notebook


def page_of(notebook: Any, name: str) -> tuple[str, dict[str, str]]:
    """A notebook as a page: its text, and its drawings by the names of their files."""
    drawings: dict[str, str] = {}
    parts: list[str] = []
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            parts.append(cell.source)
            continue
        parts.append(f"```python\n{cell.source}\n```")
        for output in cell.outputs:
            svg = output.get("data", {}).get("image/svg+xml")
            if svg is None:
                parts += _lines(output)
                continue
            file = f"python-{name}-{len(drawings) + 1}.svg"
            drawings[file] = svg
            title = re.search(r'aria-label="([^"]*)"', svg)
            parts.append(f"![{title.group(1) if title else 'drawing'}](../pictures/{file})")
    made = f"`python/examples/{name}.ipynb` is this page as a notebook."
    return "\n\n".join([parts[0], made, *parts[1:]]) + "\n", drawings


def _lines(output: Any) -> Iterator[str]:
    """What an output says, as lines that stand as they are."""
    text: str = output.get("text") or output.get("data", {}).get("text/plain", "")
    lines = [line.rstrip() for line in text.rstrip().splitlines()]
    if lines:
        yield textwrap.indent("\n".join(lines), "    ")


def main() -> None:
    """Execute all of them."""
    for path in sorted(HERE.glob("*.ipynb")):
        notebook = executed(path)
        text: str = nbformat.writes(notebook)  # type: ignore[no-untyped-call]
        found = MACHINE.search(text)
        if found is not None:
            raise SystemExit(f"{path.name}: outputs without {found.group()!r} required")
        if "--check" not in sys.argv:
            path.write_text(text.rstrip("\n") + "\n", encoding="utf-8")
            page, drawings = page_of(notebook, path.stem)
            (DOCS / "tutorials" / f"python-{path.stem}.md").write_text(page, encoding="utf-8")
            for file, svg in drawings.items():
                (DOCS / "pictures" / file).write_text(svg + "\n", encoding="utf-8")
        print(f"{path.name}: {len(text.encode()) / 1000:.0f} kB")


if __name__ == "__main__":
    main()

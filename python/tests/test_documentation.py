"""What is written about the package holds."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

import bulkweave


def programs(page: Path) -> list[str]:
    return re.findall(r"^```python\n(.*?)^```", page.read_text(encoding="utf-8"), re.S | re.M)


@pytest.mark.parametrize("page", ["docs/python.md", "python/README.md"])
def test_the_program_on_a_page_runs(
    page: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (program,) = programs(root / page)
    names: dict[str, Any] = {}
    exec(program, names)
    length, bound, *_ = capsys.readouterr().out.split()
    # GHZ on a chain of three qubits; the bound is by the entanglement that is to be made
    assert float(length) == pytest.approx(1.4284, abs=1e-3)
    assert float(bound) == pytest.approx(0.7854, abs=1e-4)
    if "record" in names:
        assert names["record"].reached


def test_command_and_package_have_one_version(root: Path) -> None:
    version = json.loads((root / "package.json").read_text())["version"]
    assert bulkweave.__version__ == version
    assert f'version = "{version}"' in (root / "python" / "pyproject.toml").read_text()


def test_public_names_are_documented() -> None:
    for name in bulkweave.__all__:
        thing = getattr(bulkweave, name)
        assert name == "Table" or thing.__doc__, name
    assert (Path(bulkweave.__file__).parent / "py.typed").exists()


def test_the_notebook_has_its_outputs_and_tells_of_no_machine(root: Path) -> None:
    path = root / "python" / "examples" / "first-steps.ipynb"
    text = path.read_text(encoding="utf-8")
    assert len(text.encode()) < 300_000
    assert not re.search(r"/(?:home|root|tmp|work|Users)/|localhost|https?://(?!www\.w3)", text)
    cells = [cell for cell in json.loads(text)["cells"] if cell["cell_type"] == "code"]
    outputs = [output for cell in cells for output in cell["outputs"]]
    assert [cell["execution_count"] for cell in cells] == list(range(1, len(cells) + 1))
    assert not [output for output in outputs if output["output_type"] == "error"]
    drawings = [output for output in outputs if "image/svg+xml" in output.get("data", {})]
    assert len(drawings) >= 3

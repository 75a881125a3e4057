"""Where the command is found."""

import stat
from pathlib import Path

import pytest

import bulkweave


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder of its own, without the variable and with nothing on PATH."""
    monkeypatch.delenv("BULKWEAVE_COMMAND", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    inner = tmp_path / "project" / "notebooks"
    inner.mkdir(parents=True)
    monkeypatch.chdir(inner)
    return tmp_path


def program(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("#!/bin/sh\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def test_the_variable_comes_first_and_may_have_arguments(
    bare: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(bare / "bin" / "bulkweave")
    node = program(bare / "bin" / "node")
    monkeypatch.setenv("BULKWEAVE_COMMAND", f"{node} 'a folder/bulkweave.js'")
    assert bulkweave.find_command() == [str(node), "a folder/bulkweave.js"]


def test_a_variable_that_names_nothing_is_refused(
    bare: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BULKWEAVE_COMMAND", "no-such-program")
    with pytest.raises(bulkweave.BulkweaveCommandError, match="got 'no-such-program'"):
        bulkweave.find_command()


def test_then_the_path_then_the_folder_and_those_above_it(bare: Path) -> None:
    above = program(bare / "node_modules" / ".bin" / "bulkweave")
    assert bulkweave.find_command() == [str(above)]
    nearer = program(bare / "project" / "node_modules" / ".bin" / "bulkweave")
    assert bulkweave.find_command() == [str(nearer)]
    on_path = program(bare / "bin" / "bulkweave")
    assert bulkweave.find_command() == [str(on_path)]


def test_then_a_clone_of_the_repository(bare: Path) -> None:
    node = program(bare / "bin" / "node")
    script = program(bare / "project" / "bin" / "bulkweave.js")
    (bare / "project" / "package.json").write_text('{"name": "another"}')
    with pytest.raises(bulkweave.BulkweaveCommandError):
        bulkweave.find_command()
    (bare / "project" / "package.json").write_text('{"name": "bulkweave"}')
    assert bulkweave.find_command() == [str(node), str(script)]


def test_without_it_the_error_says_how_to_install_it(bare: Path) -> None:
    with pytest.raises(FileNotFoundError) as caught:
        bulkweave.find_command()
    for words in ("BULKWEAVE_COMMAND", "npm install", "Node.js 20.19"):
        assert words in str(caught.value)


def test_a_program_that_cannot_be_begun_is_named() -> None:
    with pytest.raises(bulkweave.BulkweaveCommandError, match=r"^/no/such/program: "):
        bulkweave.Server(command=["/no/such/program"]).names()

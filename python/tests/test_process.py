"""One process, whatever happens to it."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import bulkweave

GREETING = 'print(\'{"bulkweave": "0", "protocol": 1, "requests": []}\', flush=True)'


def is_running(pid: int) -> bool:
    """Whether there is a process that is not merely waiting to be collected."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{pid}/stat")
    return not status.exists() or status.read_text().rpartition(")")[2].split()[0] != "Z"


def test_one_process_answers_many_requests() -> None:
    with bulkweave.Server() as server:
        assert server.pid is None
        pids: set[int | None] = set()
        for _ in range(5):
            server.compute("entropies", state="ghz(2)")
            pids.add(server.pid)
        assert len(pids) == 1
        (pid,) = pids
    assert server.pid is None
    assert pid is not None and not is_running(pid)


def test_a_server_that_was_closed_begins_again() -> None:
    server = bulkweave.Server()
    server.close()
    assert server.compute("entropies", state="ghz(2)").sites == 2
    server.close()
    assert server.compute("entropies", state="ghz(2)").sites == 2
    server.close()


def test_a_process_that_was_killed_is_begun_again() -> None:
    with bulkweave.Server() as server:
        server.compute("entropies", state="ghz(2)")
        first = server.pid
        assert first is not None
        os.kill(first, signal.SIGKILL)
        os.waitid(os.P_PID, first, os.WEXITED | os.WNOWAIT)
        assert server.compute("entropies", state="ghz(2)").sites == 2
        assert server.pid != first


def test_a_process_that_is_killed_while_it_computes_is_an_exception() -> None:
    with bulkweave.Server() as server:
        server.compute("entropies", state="ghz(2)")
        pid = server.pid
        assert pid is not None
        timer = threading.Timer(0.3, os.kill, (pid, signal.SIGKILL))
        timer.start()
        with pytest.raises(bulkweave.BulkweaveProcessError, match="ended by signal 9") as caught:
            server.compute("complexity", state="haar-random(6)", thorough=True)
        assert caught.value.code == -9
        assert server.compute("entropies", state="ghz(2)").sites == 2


def test_a_crash_is_told_with_the_last_lines_of_standard_error(
    program: Callable[[str], list[str]],
) -> None:
    crashing = program(
        f"""
        import sys
        {GREETING}
        sys.stdin.readline()
        print(*(f"line {{k}}" for k in range(30)), sep="\\n", file=sys.stderr)
        print("out of luck", file=sys.stderr)
        sys.exit(7)
        """
    )
    server = bulkweave.Server(command=crashing)
    for _ in range(2):  # it is begun again, and ends again
        with pytest.raises(bulkweave.BulkweaveProcessError) as caught:
            server.compute("entropies", state="ghz(2)")
        error = caught.value
        assert str(error).startswith("bulkweave ended with exit code 7; the last that it wrote:\n")
        assert error.stderr.endswith("line 29\nout of luck")
        assert "line 10\n" not in error.stderr
        assert error.code == 7


def test_a_process_that_does_not_greet_is_told_with_its_words(
    program: Callable[[str], list[str]],
) -> None:
    silent = program("import sys; print('not built yet', file=sys.stderr); sys.exit(2)")
    with pytest.raises(bulkweave.BulkweaveProcessError, match="not built yet"):
        bulkweave.Server(command=silent).compute("entropies", state="ghz(2)")


def test_another_program_or_protocol_is_refused(program: Callable[[str], list[str]]) -> None:
    with pytest.raises(bulkweave.BulkweaveCommandError, match="a greeting in JSON required, got"):
        bulkweave.Server(command=program("print('hello')")).names()
    newer = program('print(\'{"bulkweave": "9", "protocol": 9, "requests": []}\')')
    with pytest.raises(bulkweave.BulkweaveCommandError, match="protocol 1 required, got 9"):
        bulkweave.Server(command=newer).names()


def interrupt_soon(seconds: float) -> threading.Timer:
    timer = threading.Timer(seconds, os.kill, (os.getpid(), signal.SIGINT))
    timer.start()
    return timer


def test_ctrl_c_stops_the_request_and_leaves_a_usable_server() -> None:
    with bulkweave.Server() as server:
        server.compute("entropies", state="ghz(2)")
        pid = server.pid
        begun = time.monotonic()
        interrupt_soon(0.3)
        with pytest.raises(KeyboardInterrupt):
            server.compute("complexity", state="haar-random(6)", thorough=True, starts=100)
        assert time.monotonic() - begun < 10
        assert pid is not None and not is_running(pid)
        assert server.compute("entropies", state="ghz(2)").sites == 2


def test_an_error_in_the_callback_ends_the_request_and_leaves_a_usable_server() -> None:
    def fails(_: str) -> None:
        raise ZeroDivisionError

    with bulkweave.Server() as server:
        with pytest.raises(ZeroDivisionError):
            server.compute("energy", hamiltonian="xxz", qubits=4, on_progress=fails)
        answer = server.compute("entropies", state="ghz(2)")
        assert answer.sites == 2


def test_threads_wait_for_each_other() -> None:
    found: dict[int, int] = {}

    def ask(sites: int) -> None:
        for _ in range(5):
            found[sites] = bulkweave.compute("entropies", state=f"ghz({sites})").sites

    threads = [threading.Thread(target=ask, args=(sites,)) for sites in range(2, 8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {sites: sites for sites in range(2, 8)}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_forked_process_has_a_server_of_its_own() -> None:
    bulkweave.compute("entropies", state="ghz(2)")
    child = os.fork()
    if child == 0:
        answered = bulkweave.compute("entropies", state="ghz(5)").sites == 5
        bulkweave.close()
        os._exit(0 if answered else 1)
    assert bulkweave.compute("entropies", state="ghz(3)").sites == 3
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == 0


def test_the_process_ends_with_the_program(root: Path) -> None:
    script = """
    import bulkweave, os
    bulkweave.compute("entropies", state="ghz(2)")
    print(bulkweave._server.pid, flush=True)
    os._exit(1)  # without saying good-bye
    """
    lines = "\n".join(line.strip() for line in script.splitlines())
    done = subprocess.run(
        [sys.executable, "-c", lines], cwd=root, capture_output=True, text=True, check=False
    )
    pid = int(done.stdout)
    for _ in range(500):
        if not is_running(pid):
            return
        time.sleep(0.01)
    pytest.fail("it goes on")

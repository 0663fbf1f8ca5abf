import os
import signal
import socket
import ssl
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest

from wellkept.site.addresses import lan_addresses

PATIENCE = 30  # seconds


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def serve(tmp_path):
    started = []

    def start(*words):
        process = subprocess.Popen(
            [sys.executable, "-c", "from wellkept.site.command import main; main()", "serve", *words],
            env={**os.environ, "WELLKEPT_HOME": str(tmp_path), "NO_COLOR": "1"},
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()


def answer(url, **options):
    """The final address and status of a GET; waits until somebody listens."""
    for _ in range(PATIENCE * 10):
        try:
            with urllib.request.urlopen(url, timeout=PATIENCE, **options) as response:
                return response.url, response.status
        except urllib.error.HTTPError as error:
            return error.url, error.code
        except urllib.error.URLError:
            time.sleep(0.1)
    raise AssertionError(f"nobody answers at {url}")


def test_it_says_where_it_is_serves_the_first_visit_and_stops_when_told(serve):
    port = free_port()
    process = serve("--port", str(port))

    assert process.stdout.readline() == f"Wellkept is at http://127.0.0.1:{port}\n"
    assert answer(f"http://127.0.0.1:{port}/phone") == (f"http://127.0.0.1:{port}/welcome", 200)
    process.send_signal(signal.SIGTERM)
    assert process.wait(PATIENCE) == 0
    assert "Traceback" not in process.stderr.read()


def test_a_port_in_use_is_said_in_one_line(serve):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        process = serve("--port", str(taken.getsockname()[1]))
        _out, said = process.communicate(timeout=PATIENCE)

    assert process.returncode == 1
    assert said.startswith("Cannot listen at 127.0.0.1:")
    assert said.count("\n") == 1


def test_an_unknown_host_is_refused(serve):
    port = free_port()
    serve("--port", str(port))
    answer(f"http://127.0.0.1:{port}/welcome")
    request = urllib.request.Request(f"http://127.0.0.1:{port}/welcome", headers={"Host": "evil.example.org"})

    assert answer(request)[1] == 400


@pytest.mark.skipif(not lan_addresses(), reason="this machine is in no local network")
def test_the_local_network_is_served_over_https_with_our_own_certificate(serve, tmp_path):
    port, lan_port = free_port(), free_port()
    process = serve("--port", str(port), "--lan", "--lan-port", str(lan_port))
    process.stdout.readline()
    trusting = ssl.create_default_context(cafile=str(tmp_path / "tls" / "authority.crt"))
    door = f"https://{lan_addresses()[0]}:{lan_port}"

    assert answer(f"{door}/phone", context=trusting) == (f"{door}/welcome", 200)
    assert answer(f"http://127.0.0.1:{port}/phone") == (f"http://127.0.0.1:{port}/welcome", 200)

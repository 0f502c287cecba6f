"""The real application with the services that an operator may put beside it: Redis, a collector of traces."""

import shutil
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import psutil
import pytest
import requests

from benchmarks.server import Server, free_port, serving

PATIENCE = 60
SECRET = "Hétfőtől újra járható a Titokhíd"


@contextmanager
def redis(folder: Path) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """The address of a Redis of our own that keeps nothing, and its process."""
    program = shutil.which("redis-server")
    if program is None:
        pytest.skip("redis-server is not installed")
    port = free_port()
    command = [program, "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", str(folder)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        yield f"redis://127.0.0.1:{port}", process
    finally:
        process.kill()
        process.wait()


def asked(server: Server) -> int:
    body = f"„{SECRET}” – mondta Bokor Etelka."
    headers = {"Content-Type": "text/plain"}
    return requests.post(f"{server.url}/quotes", body.encode(), headers=headers, timeout=PATIENCE).status_code


def test_all_workers_count_in_one_redis_and_go_on_without_it(tmp_path: Path) -> None:
    with redis(tmp_path) as (address, process), serving(3, rate_limit="12/hour", rate_storage=address) as server:
        assert sorted(asked(server) for _ in range(30)) == 12 * [200] + 18 * [429]
        process.kill()
        process.wait()
        # Without Redis each worker counts by itself, anew.
        assert {asked(server) for _ in range(12)} == {200}


@contextmanager
def collector() -> Iterator[tuple[str, list[tuple[str, bytes]]]]:
    """The address of something that takes traces over HTTP, and the (path, body) pairs that came."""
    came: list[tuple[str, bytes]] = []

    class Taken(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            came.append((self.path, self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *arguments: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Taken) as listening:
        thread = threading.Thread(target=listening.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{listening.server_port}", came
        listening.shutdown()
        thread.join()


def test_spans_reach_a_collector_and_tell_no_text(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("opentelemetry.exporter.otlp.proto.http")
    from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

    with collector() as (address, came):
        monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", address)
        monkeypatch.setenv("OTEL_EXPORTER_OTLP_COMPRESSION", "none")
        monkeypatch.setenv("OTEL_BSP_SCHEDULE_DELAY", "200")
        with serving(1, tracing="on") as server:
            assert asked(server) == 200
            end = time.monotonic() + 20
            while not any(b"quoteservice.request" in body and b"/quotes" in body for _, body in came):
                assert time.monotonic() < end
                time.sleep(0.1)
    assert {path for path, _ in came} == {"/v1/traces"}
    names = {
        span.name
        for _, body in came
        for of_resource in ExportTraceServiceRequest.FromString(body).resource_spans
        for of_scope in of_resource.scope_spans
        for span in of_scope.spans
    }
    stages = ("read", "search", "attribute", "resolve", "compose", "analyse", "request")
    assert names == {f"quoteservice.{name}" for name in stages}
    assert b"Titok" not in b"".join(body for _, body in came)


def test_a_collector_that_is_away_harms_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("opentelemetry.exporter.otlp.proto.http")
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", f"http://127.0.0.1:{free_port()}")
    with serving(1, tracing="on") as server:
        assert [asked(server) for _ in range(3)] == [200, 200, 200]
        stopping = time.monotonic()
        server.master.terminate()
        psutil.wait_procs([server.master], timeout=30)
        assert time.monotonic() - stopping < 30

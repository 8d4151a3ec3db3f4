"""Besieges the whole stack: python -m benchmarks.siege REQUESTS SECONDS_WITHOUT_DATABASE. Every figure comes with its count."""

import json
import os
import random
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from benchmarks.stack import FRONT, NODES, ROOT, SETTINGS, Stack, missing, stack, wait_for

HOME, NODE = f"http://127.0.0.1:{FRONT}", f"http://127.0.0.1:{NODES[0]}"
BARE = 8203
SLOW, SIGNING_IN = 200, 8
FORM = urlencode(
    {"citizenship": "kg", "region": "moscow", "entry": "visa_free", "age": "adult", "finish": "1"}
).encode()


def besiege(requests: int, without_database: int) -> None:
    with tempfile.TemporaryDirectory() as folder, stack(Path(folder)) as running:
        published(running)
        (running.folder / "addresses").write_text("\n".join(addresses()))
        print("ratio", ratio(running))
        before = memory(running)
        print("a worker killed every second", asked(running, requests, every(1, lambda: kill_a_worker(running))))
        print(
            "a node killed and brought back", asked(running, requests // 10, every(20, lambda: power_cut(running), 3))
        )
        print("idle", idle := asked(running, requests // 10))
        with besieged():
            print(f"{SLOW} slow, {SIGNING_IN} signing in", found := asked(running, requests // 10))
        print("p99 in times of idle", round(found["p99"] / idle["p99"], 2))
        running.stop_database()
        print("forms without the database", {post() for _ in range(20)})
        print("without the database", asked_for(running, without_database))
        print("memory of the nodes in MB", before, memory(running))


def published(running: Stack) -> None:
    started = time.monotonic()
    while not json.loads(wait_for(f"{NODE}/health"))["complete"]:
        time.sleep(0.5)
    print("published after", round(time.monotonic() - started), "s", json.loads(wait_for(f"{NODE}/health")))


def addresses() -> list[str]:
    code = "from apps.publishing import addresses; print(*addresses.every(), sep=chr(10))"
    command = [sys.executable, "manage.py", "shell", "-v0", "-c", code]
    return subprocess.run(
        command, cwd=ROOT, env={**os.environ, **SETTINGS}, capture_output=True, text=True
    ).stdout.split()


def asked(running: Stack, requests: int, meanwhile: Any = None) -> dict[str, Any]:
    """Ask for so many pages; the number is reached in stretches of ten seconds."""
    found = {"asked": 0, "failed": 0, "sockets": 0, "seconds": 0.0, "p50": 0.0, "p99": 0.0}
    with meanwhile or ExitStack():
        while found["asked"] < requests:
            add(found, wrk(HOME, running, 10))
    return found


def asked_for(running: Stack, seconds: int) -> dict[str, Any]:
    found = {"asked": 0, "failed": 0, "sockets": 0, "seconds": 0.0, "p50": 0.0, "p99": 0.0}
    while found["seconds"] < seconds:
        add(found, wrk(HOME, running, 10))
    return found


def add(found: dict[str, Any], stretch: dict[str, Any]) -> None:
    for name in ("asked", "failed", "sockets", "seconds"):
        found[name] += stretch[name]
    for name in ("p50", "p99"):
        found[name] = max(found[name], stretch[name])


def wrk(address: str, running: Stack, seconds: int, one: str = "") -> dict[str, Any]:
    """Milliseconds and counts; of one address, or of all in turn."""
    listed = running.folder / "one"
    listed.write_text(one)
    own = {"ADDRESSES": str(listed if one else running.folder / "addresses")}
    command = [
        "wrk",
        "-t1",
        "-c16",
        f"-d{seconds}",
        "--timeout",
        "20",
        "--latency",
        "-s",
        "benchmarks/addresses.lua",
        address,
    ]
    text = subprocess.run(command, cwd=ROOT, env={**os.environ, **own}, capture_output=True, text=True).stdout
    found: dict[str, Any] = json.loads(text.partition("JSON ")[2].partition("\n")[0])
    return found


def ratio(running: Stack, rounds: int = 3) -> dict[str, list[float]]:
    """A served page beside a bare WSGI function with the same bytes on the same server, in turn."""
    found = {}
    for path in ("/ky/q/moved/", "/sitemap.xml", "/ky/offline/pack.json"):
        with bare(running, path):
            pairs = [
                (wrk(NODE, running, 4, path), wrk(f"http://127.0.0.1:{BARE}", running, 4, path)) for _ in range(rounds)
            ]
        found[path] = [round(own["asked"] / other["asked"], 3) for own, other in pairs]
        print(path, [(round(own["asked"] / own["seconds"]), round(o["asked"] / o["seconds"])) for own, o in pairs])
    return found


@contextmanager
def bare(running: Stack, path: str) -> Iterator[None]:
    own = {"BIND": f"127.0.0.1:{BARE}", "PUBLISHER": "0", "BARE": NODE + path, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "gunicorn", "--config", "deploy/gunicorn.conf.py", "benchmarks.bare"]
    server = subprocess.Popen(command, cwd=ROOT, env={**os.environ, **own}, stderr=subprocess.DEVNULL)
    try:
        wait_for(f"http://127.0.0.1:{BARE}/")
        yield
    finally:
        server.terminate()
        server.wait()


@contextmanager
def every(seconds: float, deed: Callable[[], None], times: int = 1_000_000) -> Iterator[None]:
    over = threading.Event()

    def repeat() -> None:
        for _ in range(times):
            if over.wait(seconds):
                return
            deed()

    thread = threading.Thread(target=repeat)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def kill_a_worker(running: Stack) -> None:
    if workers := running.workers(random.choice(NODES)):
        os.kill(random.choice(workers), signal.SIGKILL)


def power_cut(running: Stack) -> None:
    running.kill_node(NODES[1])
    time.sleep(5)
    running.start_node(NODES[1])


@contextmanager
def besieged() -> Iterator[None]:
    """Slow connections at the front and at a node, and people who try to sign in, over and over."""
    with ExitStack() as held:
        for number in range(SLOW):
            slow = held.enter_context(socket.create_connection(("127.0.0.1", (FRONT, NODES[0])[number % 2])))
            slow.sendall(b"POST /ky/check/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 9999\r\n\r\ncitizen")
        for _ in range(SIGNING_IN):
            held.enter_context(every(0.05, lambda: post("/account/")))
        yield


def post(path: str = "/ky/check/") -> int:
    try:
        with urlopen(Request(HOME + path, FORM), timeout=60) as answer:
            return int(answer.status)
    except HTTPError as answer:
        return answer.code


def memory(running: Stack) -> list[int]:
    """Of each worker of the first node, its own and shared, as the system counts it."""
    status = [Path(f"/proc/{pid}/status").read_text() for pid in running.workers(NODES[0])]
    return [int(text.partition("VmRSS:")[2].split()[0]) // 1024 for text in status]


if __name__ == "__main__":
    if lacking := missing():
        sys.exit(f"The siege needs Debian's packages {' '.join(lacking)}: apt install {' '.join(lacking)}")
    besiege(int(sys.argv[1]), int(sys.argv[2]))

"""PostgreSQL, Redis, two nodes and nginx as deploy/ describes them, in a folder of their own and on ports of their own."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[1]
POSTGRES = next(iter(sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)), Path("/usr/bin"))
DATABASE, CACHE, NODES, FRONT = 8205, 8206, (8201, 8202), 8200
NEEDED = {"nginx": "nginx-light", "redis-server": "redis-server", "wrk": "wrk", str(POSTGRES / "initdb"): "postgresql"}
SETTINGS = {
    "DEBUG": "0",
    "HTTPS": "0",
    "SECRET_KEY": "only-for-the-siege-0123456789-abcdefghijklmnop-QRSTUVW",
    "ALLOWED_HOSTS": "127.0.0.1",
    "SITE_ADDRESS": f"http://127.0.0.1:{FRONT}",
    "DATABASE_URL": f"postgres://postgres@127.0.0.1:{DATABASE}/postgres",
    "CACHE_URL": f"redis://127.0.0.1:{CACHE}/0",
}


def missing() -> list[str]:
    """Debian's packages that are not there and may not be installed by us."""
    lacking = sorted({package for program, package in NEEDED.items() if not shutil.which(program)})
    if lacking and os.geteuid() == 0:
        subprocess.run(["apt-get", "install", "-y", "-qq", *lacking], stdout=subprocess.DEVNULL)
    return sorted({package for program, package in NEEDED.items() if not shutil.which(program)})


class Stack:
    def __init__(self, folder: Path, running: ExitStack) -> None:
        self.folder, self.running = folder, running
        self.nodes: dict[int, subprocess.Popen[bytes]] = {}

    def start(self) -> None:
        self.start_database()
        self._run("redis-server", "--port", str(CACHE), "--save", "", "--dir", str(self.folder))
        self.manage("set_up")
        for port in NODES:
            self.start_node(port)
        (self.folder / "nginx.conf").write_text(self._nginx())
        self._run("nginx", "-e", "stderr", "-p", str(self.folder), "-c", "nginx.conf", "-g", "daemon off;")

    def start_database(self) -> None:
        data = self.folder / "database"
        if not data.exists():
            data.mkdir()
            shutil.chown(data, "postgres")
            self._postgres("initdb", "--auth=trust", "--username=postgres")
        self._postgres("pg_ctl", "start", "--wait", "--log=/dev/null", "--options", f"-p {DATABASE} -k /tmp")
        self.running.callback(self.stop_database)

    def stop_database(self) -> None:
        self._postgres("pg_ctl", "stop", "--mode=immediate", check=False)

    def start_node(self, port: int) -> None:
        own = {"BIND": f"127.0.0.1:{port}", "PUBLISHED_ROOT": str(self.folder / f"node-{port}")}
        gunicorn = [sys.executable, "-m", "gunicorn", "--config", "deploy/gunicorn.conf.py", "--pid", self._pid(port)]
        self.nodes[port] = self._run(*gunicorn, **own)

    def kill_node(self, port: int) -> None:
        """As a power cut does it: the server and all its workers at once."""
        for child in self.workers(port):
            os.kill(child, signal.SIGKILL)
        self.nodes[port].kill()
        self.nodes[port].wait()

    def workers(self, port: int) -> list[int]:
        found = subprocess.run(["pgrep", "-P", str(self.nodes[port].pid), "-f", "gunicorn"], capture_output=True)
        return [int(pid) for pid in found.stdout.split()]

    def manage(self, *command: str) -> None:
        subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, env=self._environment(), check=True)

    def _pid(self, port: int) -> str:
        return str(self.folder / f"{port}.pid")

    def _environment(self, **own: str) -> dict[str, str]:
        return {**os.environ, **SETTINGS, "STATIC_ROOT": str(self.folder / "static"), **own}

    def _run(self, *command: str, **own: str) -> "subprocess.Popen[bytes]":
        log = self.running.enter_context((self.folder / "log").open("ab"))
        process = subprocess.Popen(command, cwd=ROOT, env=self._environment(**own), stdout=log, stderr=log)
        self.running.callback(process.wait)
        self.running.callback(process.terminate)
        return process

    def _postgres(self, program: str, *arguments: str, check: bool = True) -> None:
        command = [str(POSTGRES / program), "-D", str(self.folder / "database"), *arguments]
        as_postgres = ["runuser", "-u", "postgres", "--", *command] if os.geteuid() == 0 else command
        subprocess.run(as_postgres, stdout=subprocess.DEVNULL, check=check)

    def _nginx(self) -> str:
        """The site of deploy/, without TLS and with our ports and places."""
        site = (ROOT / "deploy" / "nginx.conf").read_text("utf-8")
        site = re.sub(r"server \{\n    listen 80;.*?\n\}\n", "", site, flags=re.DOTALL)
        site = re.sub(r"\n    ssl_\w+ [^\n]*", "", site).replace("listen 443 ssl http2", f"listen 127.0.0.1:{FRONT}")
        for before, now in zip((8000, 8001), NODES, strict=True):
            site = site.replace(f"127.0.0.1:{before}", f"127.0.0.1:{now}")
        site = site.replace("/var/log/nginx", str(self.folder)).replace("$host;", "$http_host;")
        return f"worker_processes 1;\npid nginx.pid;\nevents {{ worker_connections 4096; }}\nhttp {{\n{site}\n}}\n"


@contextmanager
def stack(folder: Path) -> Iterator[Stack]:
    with ExitStack() as running:
        folder.chmod(0o755)  # the database belongs to another user
        found = Stack(folder, running)
        found.start()
        for port in (*NODES, FRONT):
            wait_for(f"http://127.0.0.1:{port}/ky/")
        yield found


def wait_for(address: str, seconds: int = 120) -> bytes:
    until = time.monotonic() + seconds
    while True:
        try:
            return bytes(urlopen(address, timeout=30).read())
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)

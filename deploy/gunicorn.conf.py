"""How gunicorn serves the site: `gunicorn --config deploy/gunicorn.conf.py`, from the folder of the release."""

import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]

wsgi_app = "config.wsgi"
pythonpath = str(ROOT / "site")
chdir = str(ROOT)
bind = os.environ.get("BIND", "127.0.0.1:8000")

# Published pages need no waiting, forms little; twice the cores serve them, and threads what waits for the database.
workers = int(os.environ.get("WORKERS", 2))
threads = 8
worker_class = "config.patience.PatientWorker"
worker_connections = 1000
keepalive = 30  # seconds; more than nginx keeps a connection that it does not use
timeout = 60
graceful_timeout = 20
max_requests = 200_000
max_requests_jitter = 50_000
limit_request_line = 4094
limit_request_fields = 50
control_socket_disable = True


def when_ready(server: Any) -> None:
    """Beside the workers, one process publishes; should it ever end, another takes its place."""
    if os.environ.get("PUBLISHER", "1") == "1":
        threading.Thread(target=_publish, args=[server], daemon=True).start()


def on_exit(server: Any) -> None:
    if publishing:
        publishing.pop().terminate()


publishing: list["subprocess.Popen[bytes]"] = []


def _publish(server: Any) -> None:
    while server.pid == os.getpid():
        publishing[:] = [subprocess.Popen([sys.executable, "manage.py", "publish", "--follow"], cwd=ROOT)]
        while publishing and publishing[0].poll() is None:
            time.sleep(1)
        if not publishing:
            return

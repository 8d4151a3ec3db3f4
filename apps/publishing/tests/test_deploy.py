"""The files for running it agree with the product: they can be read, and name only what is there."""

import configparser
import re
import runpy
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml
from django.conf import settings

DEPLOY = Path(settings.BASE_DIR) / "deploy"
README = (DEPLOY.parent / "README.md").read_text("utf-8")


def test_the_compose_file_is_whole_and_names_only_settings_that_exist() -> None:
    found = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))
    services = found["services"]
    assert set(services) == {"prepare", "one", "two", "database", "cache"}
    for name in ("prepare", "one", "two"):
        assert (DEPLOY / services[name]["build"]["context"] / services[name]["build"]["dockerfile"]).is_file()
        assert all(f"| `{setting}` |" in README for setting in services[name]["environment"]), name
        assert set(services[name]["depends_on"]) <= set(services)
    ports = [port for service in services.values() for port in service.get("ports", [])]
    assert all(port.startswith("127.0.0.1:") for port in ports) and len(set(ports)) == 2
    used = {volume.partition(":")[0] for service in services.values() for volume in service.get("volumes", [])}
    assert used == set(found["volumes"])


@pytest.mark.parametrize("name", ["amina@.service", "amina-backup.service", "amina-backup.timer"])
def test_the_units_can_be_read_and_start_what_is_there(name: str) -> None:
    unit = configparser.ConfigParser(interpolation=None, strict=False)
    unit.optionxform = str  # type: ignore[assignment,method-assign]
    unit.read(DEPLOY / name)
    assert unit["Unit"]["Description"]
    if name.endswith(".service"):
        assert unit["Service"]["User"] == "amina"
        for file in re.findall(r"deploy/\S+|manage\.py", unit["Service"]["ExecStart"]):
            assert (DEPLOY.parent / file).is_file()


def test_nginx_takes_the_site(tmp_path: Path) -> None:
    site = (DEPLOY / "nginx.conf").read_text("utf-8")
    for wanted in (
        "proxy_next_upstream error",
        "client_max_body_size 64k",
        "client_body_buffer_size 64k",
        "limit_req ",
    ):
        assert wanted in site
    if not shutil.which("nginx"):
        pytest.skip("no nginx here")
    site = re.sub(r"ssl_certificate\w* [^\n]*", "", site).replace("listen 443 ssl http2", "listen 8443")
    site = site.replace("/var/log/nginx", str(tmp_path))
    (tmp_path / "nginx.conf").write_text(f"pid {tmp_path}/pid; events {{}} http {{ {site} }}")
    r = subprocess.run(
        ["nginx", "-t", "-e", "stderr", "-p", tmp_path, "-c", "nginx.conf"], capture_output=True, text=True
    )
    assert r.returncode == 0, r.stderr


def test_gunicorn_is_told_threads_limits_and_a_worker_that_exists() -> None:
    found = runpy.run_path(str(DEPLOY / "gunicorn.conf.py"))
    assert found["threads"] > 1 and found["max_requests"] and found["timeout"]
    module, _, name = found["worker_class"].rpartition(".")
    assert hasattr(__import__(module, fromlist=[name]), name)

"""Goes on publishing, whatever fails: readers meanwhile have what was published last."""

import logging
import time
from collections.abc import Callable

from django.db import connections

from apps.publishing import health, versions
from apps.publishing.folder import Folder, forget_old_releases
from apps.publishing.publisher import OFTEN, Publisher, Say
from apps.publishing.sharing import Alone, with_others

LATER = 2.0  # seconds until the next try after a failure

log = logging.getLogger(__name__)


def follow(folder: Folder, say: Say, wanted: Callable[[], bool]) -> None:
    publisher: Publisher | None = None
    others, trouble = with_others(folder), ""
    while wanted():
        try:
            publisher = _one_step(folder, say, others, publisher)
            trouble = _told(folder, trouble, "")
        except Exception as error:  # the database, the disk, one page: none of them is a reason to stop
            trouble = _told(folder, trouble, repr(error))
            connections.close_all()
        time.sleep(LATER if trouble else OFTEN)


def _one_step(folder: Folder, say: Say, others: Alone, publisher: Publisher | None) -> Publisher | None:
    """Publish what is due where this node leads, and take over what is published where it does not."""
    if publisher is None or not others.leads():
        others.take(folder)
    if not others.leads():
        versions.now()  # whether the database is there
        return None
    publisher = publisher or Publisher(folder, say, others)
    if publisher.due():
        publisher.publish()
        forget_old_releases()
    return publisher


def _told(folder: Folder, before: str, trouble: str) -> str:
    """Leave word for balancers and editors, and say each trouble once."""
    if trouble and trouble != before:
        log.error("Nothing new can be published: %s", trouble)
    try:
        health.note(folder, database=not trouble)
    except OSError:
        log.error("The folder of what is published cannot be written to")
    return trouble

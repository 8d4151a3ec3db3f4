"""Nodes that share a cache: one makes a version, the others take it over; tested where a Redis runs on this machine."""

import os
import pickle
from pathlib import Path

import pytest
from django.core.cache.backends.redis import RedisCache
from redis import Redis
from redis.exceptions import RedisError

from apps.publishing.copies import copy_of
from apps.publishing.folder import Folder, Valid
from apps.publishing.rendering import Rendered
from apps.publishing.sharing import Shared

REDIS = os.environ.get("TEST_CACHE_URL", "redis://127.0.0.1:6379/9")
Node = tuple[Shared, Folder]


@pytest.fixture
def nodes(tmp_path: Path) -> list[Node]:
    try:
        Redis.from_url(REDIS, socket_timeout=2).ping()
    except RedisError:
        pytest.skip("no Redis runs here")
    return [(Shared(str(tmp_path), RedisCache(REDIS, {})), Folder(tmp_path / name)) for name in ("one", "two")]


def published(folder: Folder, text: bytes = b"<p>here</p>") -> Valid:
    copy = copy_of(Rendered(200, (("Content-Type", "text/html"),), text))
    valid = Valid("1", True, 1.0, {"/ky/": folder.keep(pickle.dumps(copy))}, {"/ky/": 1.0})
    folder.put(valid)
    return valid


def test_one_leads_and_the_other_takes_over_what_it_made(nodes: list[Node]) -> None:
    (first, own), (second, other) = nodes
    assert [first.leads(), second.leads(), first.leads()] == [True, False, True]
    for text in (b"<p>here</p>", b"<p>changed</p>"):
        valid = published(own, text)
        first.give(own, valid)
        second.take(other)
        assert other.valid() == valid
        assert other.copy(valid.pages["/ky/"]).forms[""] == text


def test_a_list_is_not_believed_before_all_of_it_is_there(nodes: list[Node]) -> None:
    (first, own), (second, other) = nodes
    valid = published(own)
    first.give(own, valid)
    first.cache.delete(first._key(valid.pages["/ky/"]))
    second.take(other)
    assert other.valid() == Valid()


def test_another_release_takes_nothing(nodes: list[Node], tmp_path: Path) -> None:
    (first, own), (_, other) = nodes
    first.give(own, published(own))
    newer = Shared(f"{tmp_path}-newer", RedisCache(REDIS, {}))
    newer.take(other)
    assert (newer.leads(), other.valid()) == (True, Valid())


def test_without_the_cache_each_node_leads_itself(tmp_path: Path) -> None:
    lonely = [Shared("release", RedisCache("redis://127.0.0.1:1/0", {})) for _ in range(2)]
    assert [node.leads() for node in lonely] == [True, True]
    lonely[0].give(Folder(tmp_path), published(Folder(tmp_path)))
    lonely[1].take(Folder(tmp_path))

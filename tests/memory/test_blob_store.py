"""The contract of the blob store."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.blobs import reader
from core.canonical import sha256
from core.errors import MissingBlob
from memory.blobs import BlobStore


@pytest.fixture
def store(tmp_path: Path) -> BlobStore:
    return BlobStore(tmp_path / "blobs")


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=3000))
def test_what_was_put_is_got(store: BlobStore, data: bytes) -> None:
    digest = store.put(data)
    assert digest == sha256(data)
    assert store.get(digest) == data == reader(store.root)(digest)
    assert store.has(digest) and store.size(digest) == len(data)


def test_putting_again_does_not_write(store: BlobStore) -> None:
    path = store.path(store.put(b"same"))
    before = path.stat().st_ino
    os.utime(path, (1, 1))
    store.put(b"same")
    assert path.stat().st_ino == before
    assert path.stat().st_mtime > 1, "a put of what is there must count as a use"


@pytest.mark.parametrize("damage", [b"", b"sam", b"sbme", b"same and more"])
def test_damage_is_seen_set_aside_and_healed_by_a_put(store: BlobStore, damage: bytes) -> None:
    digest = store.put(b"same")
    store.path(digest).write_bytes(damage)
    with pytest.raises(MissingBlob, match="altered"):
        store.get(digest)
    assert not store.has(digest)
    assert (store.root / "quarantine" / digest).read_bytes() == damage
    with pytest.raises(MissingBlob, match="gone"):
        store.get(digest)
    store.put(b"same")
    assert store.get(digest) == b"same"


def test_a_put_over_an_altered_blob_heals_it_at_once(store: BlobStore) -> None:
    digest = store.put(b"same")
    store.path(digest).write_bytes(b"sbme")
    assert store.put(b"same") == digest
    assert store.get(digest) == b"same"


def test_delete_and_absent_ones(store: BlobStore) -> None:
    digest = store.put(b"x")
    store.delete(digest)
    store.delete(digest)
    assert not store.has(digest) and not store.touch(digest)
    with pytest.raises(MissingBlob):
        store.size(digest)


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "A" * 64, "a" * 63, "a" * 63 + "/", "a" * 65])
def test_only_digests_are_names(store: BlobStore, name: str) -> None:
    for call in (store.get, store.has, store.delete, store.path, store.size, store.touch):
        with pytest.raises(MissingBlob):
            call(name)

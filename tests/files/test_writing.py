from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

import pytest

from mapping.files.writing import UnwritableError, write_all

OLD, NEW = {"a.txt": b"old a", "b.txt": b"old b"}, {"a.txt": b"new a", "b.txt": b"new b", "c.txt": b"new c"}


def found(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_the_folder_is_made_and_nothing_else_stays(tmp_path):
    write_all(NEW, tmp_path / "deep" / "er")
    assert found(tmp_path / "deep" / "er") == NEW
    assert [path.name for path in (tmp_path / "deep" / "er").iterdir() if path.is_dir()] == []


def test_files_of_other_names_stay(tmp_path):
    write_all(OLD, tmp_path)
    write_all({"c.txt": b"new c"}, tmp_path)
    assert found(tmp_path) == {**OLD, "c.txt": b"new c"}


def test_a_full_disk_is_told_and_the_previous_export_stays(tmp_path, monkeypatch):
    write_all(OLD, tmp_path)

    def full(_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UnwritableError, match=r"the disk is full; make room .*\. Nothing was changed"):
        write_all(NEW, tmp_path)
    assert found(tmp_path) == OLD
    assert len(list(tmp_path.iterdir())) == len(OLD)


def test_a_folder_in_the_way_is_told_and_the_previous_export_stays(tmp_path):
    write_all(OLD, tmp_path)
    (tmp_path / "c.txt").mkdir()
    with pytest.raises(UnwritableError, match=r"c\.txt: a folder of that name is in the way"):
        write_all(NEW, tmp_path)
    assert found(tmp_path) == OLD


def test_a_file_that_cannot_be_replaced_brings_the_others_back(tmp_path, monkeypatch):
    write_all(OLD, tmp_path)
    replace = Path.replace

    def guarded(path, target):
        if path.name == "b.txt" and path.parent.name == "new":
            raise PermissionError(errno.EACCES, "held by another program", str(target))
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", guarded)
    with pytest.raises(UnwritableError, match=r"b\.txt: writing is not allowed there"):
        write_all(NEW, tmp_path)
    assert found(tmp_path) == OLD


def test_new_files_go_again_when_a_later_one_fails(tmp_path, monkeypatch):
    replace = Path.replace

    def guarded(path, target):
        if path.name == "b.txt":
            raise PermissionError(errno.EACCES, "held by another program", str(target))
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", guarded)
    with pytest.raises(UnwritableError):
        write_all(NEW, tmp_path)
    assert found(tmp_path) == {}


def test_file_systems_without_hard_links_do_as_well(tmp_path, monkeypatch):
    def unknown(*_):
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", unknown)
    write_all(OLD, tmp_path)
    write_all(NEW, tmp_path)
    assert found(tmp_path) == NEW


def test_a_database_that_another_program_holds_open_is_not_replaced(tmp_path):
    write_all({"front.gpkg": b"old"}, tmp_path)
    (tmp_path / "front.gpkg-wal").write_bytes(b"changes")
    with pytest.raises(
        UnwritableError, match=r"front\.gpkg is open in another program \(QGIS\?\); close it and try again"
    ):
        write_all({"front.gpkg": b"new"}, tmp_path)
    assert (tmp_path / "front.gpkg").read_bytes() == b"old"


def test_a_path_through_a_file_is_told(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(UnwritableError, match="a part of this path is a file"):
        write_all(NEW, tmp_path / "file" / "folder")


def test_a_folder_that_may_not_be_written_is_told(tmp_path, monkeypatch):
    def forbid(**_):
        raise PermissionError(errno.EACCES, "Permission denied", str(tmp_path / ".export-1"))

    monkeypatch.setattr(tempfile, "mkdtemp", forbid)  # root, as whom CI runs, may write everywhere
    with pytest.raises(UnwritableError) as caught:
        write_all(NEW, tmp_path)
    assert str(caught.value) == (
        f"cannot write {tmp_path}: writing is not allowed there; choose another folder. Nothing was changed."
    )

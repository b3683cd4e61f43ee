"""What keeps a file from being read is said in words that name the byte or the reason."""

from __future__ import annotations

import pytest

from mapping.files.reading import UnreadableError, decoded, listed, read_given, read_text


def test_a_text_is_read_as_it_stands(tmp_path):
    (tmp_path / "a.txt").write_bytes("\ufeffone\r\ntwo\rthree\n".encode())
    assert read_text(tmp_path / "a.txt") == "\ufeffone\r\ntwo\rthree\n"


def test_a_missing_file_is_told_as_missing(tmp_path):
    with pytest.raises(UnreadableError, match="cannot be read: No such file or directory") as caught:
        read_given(str(tmp_path / "a.txt"))
    assert caught.value.missing


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(UnreadableError, match="cannot be read: Is a directory") as caught:
        read_text(tmp_path)
    assert not caught.value.missing


def test_the_first_byte_that_is_no_utf_8_is_named():
    with pytest.raises(UnreadableError, match="is not UTF-8 at byte 3; save it as UTF-8"):
        decoded(b"abc\xff")


def test_files_are_listed_by_name(tmp_path):
    for name in ("b.txt", "a.txt", "a.toml"):
        (tmp_path / name).touch()
    assert [path.name for path in listed(tmp_path, ".txt")] == ["a.txt", "b.txt"]

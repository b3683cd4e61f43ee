"""What is told can be acted on as it stands."""

from __future__ import annotations

import subprocess

import pytest

from mapping.cli.telling import argument


@pytest.mark.parametrize(
    "words", ["Nyaung Waing", "Alpha’s", "it's", 'a "b"', "$HOME", "`id`", "a\\", "!!", "~", "*", "<b>", "a; b & c"]
)
def test_a_shell_reads_the_words_of_a_command_as_they_are(words):
    done = subprocess.run(
        ["sh", "-c", f"printf %s {argument(words)}"], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    assert done.stdout == words


def test_a_plain_name_stands_in_double_quotes():
    assert argument("Nyaung Waing") == '"Nyaung Waing"'

"""What stands beside the code says the same as the code: version, bounds, commands that are named."""

from __future__ import annotations

import re
import tomllib
from importlib import metadata

import pytest

from tests.conftest import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
REQUIREMENTS = [*PROJECT["dependencies"], *(line for lines in PROJECT["optional-dependencies"].values() for line in lines)]
CITATION = (ROOT / ".github/CITATION.cff").read_text("utf-8")
CHANGELOG = (ROOT / "CHANGELOG.md").read_text("utf-8")
CONTRIBUTING = (ROOT / ".github/CONTRIBUTING.md").read_text("utf-8")
QUICK = '-m "not browser and not qgis and not slow"'
ALLOWED = {
    "pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", "seeds", "gazetteer", "mapping", "output", "tests", "build",
}  # fmt: skip


def cited(key):
    return re.search(rf"^{key}: (.+)$", CITATION, flags=re.MULTILINE)[1]


def test_the_version_stands_in_pyproject_and_is_cited():
    assert cited("version") == PROJECT["version"] == metadata.version("mogok-front-map")


def test_the_citation_has_the_name_and_licence_of_the_project():
    assert (cited("title"), cited("license"), cited("cff-version")) == (PROJECT["name"], PROJECT["license"], "1.2.0")


def test_the_changelog_has_what_comes_and_the_version():
    assert re.findall(r"^## \[(.+?)\]", CHANGELOG, flags=re.MULTILINE)[:2] == ["Unreleased", PROJECT["version"]]


@pytest.mark.parametrize("line", REQUIREMENTS)
def test_every_requirement_has_one_lower_bound(line):
    assert re.fullmatch(r"[A-Za-z][\w.-]*>=\d[\w.]*", line)


@pytest.mark.parametrize("path", [".github/CONTRIBUTING.md", ".ci/run", ".pre-commit-config.yaml"])
def test_the_quick_part_is_the_same_everywhere(path):
    assert QUICK in (ROOT / path).read_text("utf-8")


@pytest.mark.parametrize("module", re.findall(r"python -m (tests\.[\w.]+)", CONTRIBUTING))
def test_every_command_that_is_named_is_there(module):
    assert (ROOT / module.replace(".", "/")).with_suffix(".py").is_file()


@pytest.mark.parametrize("link", re.findall(r"\]\((\.\./[^)#]+)", CONTRIBUTING))
def test_every_link_leads_to_a_file(link):
    assert (ROOT / ".github" / link).is_file()


@pytest.mark.parametrize("heading", re.findall(r"README\.md#([\w-]+)", CONTRIBUTING))
def test_every_link_into_the_readme_leads_to_a_heading(heading):
    headings = re.findall(r"^#+ (.+)$", (ROOT / "README.md").read_text("utf-8"), flags=re.MULTILINE)
    assert heading in {words.lower().replace(" ", "-") for words in headings}


def test_nothing_else_stands_at_the_top():
    found = {path.name for path in ROOT.iterdir() if not path.name.startswith(".") and not path.name.endswith(".egg-info")}
    assert found <= ALLOWED

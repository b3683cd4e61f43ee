"""A plugin of pytest that writes down which test reaches which line of the package.

The run that loads it names the package's folder in MUTATION_PACKAGE and the file to write in MUTATION_REACH. What a
fixture of a module or the session does counts for every test that asks for it.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import coverage
import pytest

PACKAGE, TO = os.environ["MUTATION_PACKAGE"], Path(os.environ["MUTATION_REACH"])
FIXTURE = "fixture "


class Reach:
    """What one run of the tests saw: contexts of coverage, tests that passed, the wide fixtures of each."""

    def __init__(self) -> None:
        self.coverage = coverage.Coverage(data_file=None, source=[PACKAGE], config_file=False)
        self.coverage.start()
        self.passed: dict[str, bool] = {}
        self.fixtures: dict[str, set[str]] = {}
        self.running = ""

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item):
        self.running = name = function_of(item.nodeid)
        known = getattr(item, "_fixtureinfo", None)
        wide = {_fixture(one) for ones in (known.name2fixturedefs.values() if known else ()) for one in ones}
        self.fixtures.setdefault(name, set()).update(wide)
        self.coverage.switch_context(name)
        try:
            return (yield)
        finally:
            self.coverage.switch_context("")

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef):
        if fixturedef.scope == "function":
            return (yield)
        self.coverage.switch_context(_fixture(fixturedef))
        try:
            return (yield)
        finally:
            self.coverage.switch_context(self.running)

    def pytest_runtest_logreport(self, report):
        name = function_of(report.nodeid)
        good = report.passed or (report.skipped and report.when != "call")
        self.passed[name] = self.passed.get(name, True) and good

    def pytest_sessionfinish(self):
        self.coverage.stop()
        data = self.coverage.get_data()
        lines = {}
        for file in sorted(data.measured_files()):
            known = data.contexts_by_lineno(file)
            path = Path(file).relative_to(Path(PACKAGE).parent).as_posix()
            lines[path] = {line: self._tests(contexts) for line, contexts in sorted(known.items())}
        TO.write_text(json.dumps(lines), encoding="utf-8")

    def _tests(self, contexts):
        wide = {context for context in contexts if context.startswith(FIXTURE)}
        asked = {name for name, fixtures in self.fixtures.items() if fixtures & wide} if wide else set()
        return sorted(name for name in {*contexts, *asked} - wide - {""} if self.passed.get(name))


def function_of(nodeid):
    """A test's id without its parameters: the whole function is run."""
    return nodeid.partition("[")[0]


def _fixture(fixturedef):
    return f"{FIXTURE}{fixturedef.baseid}::{fixturedef.argname}"


def pytest_configure(config):
    config.pluginmanager.register(Reach(), "reach")

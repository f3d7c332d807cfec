"""What every test may ask for: the project's folder, and Chromium where there is one."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest
from playwright.sync_api import Browser, sync_playwright

PROJECT = Path(__file__).parents[1]
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHROMIUM_SWITCHES = [
    "--no-sandbox",  # root in a container has no user namespaces to build one from
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
]

# A machine that is busy with other tests is slow, not wrong.
hypothesis.settings.register_profile(
    "unhurried", hypothesis.settings(), deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("unhurried")


def find_chromium() -> str | None:
    """Path of the first Chromium on PATH, or None."""
    return next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a `browser` test where there is no Chromium; fail it where one was promised."""
    if item.get_closest_marker("browser") is None or find_chromium():
        return
    if os.environ.get("CORREDORES_REQUIRE_BROWSER") == "1":
        pytest.fail("browser: CORREDORES_REQUIRE_BROWSER=1, and no Chromium is on PATH", pytrace=False)
    pytest.skip("browser: no Chromium on PATH")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what tests want read although they passed: `record_property("printed", text)`."""
    for report in [*terminalreporter.stats.get("passed", []), *terminalreporter.stats.get("failed", [])]:
        for name, printed in report.user_properties:
            if name == "printed":
                terminalreporter.write_line(f"\n{report.nodeid}\n{printed}")


@pytest.fixture(scope="session")
def project() -> Path:
    """The project's root folder."""
    return PROJECT


@pytest.fixture(scope="session")
def chromium() -> str:
    """Path of Chromium. The test that asks for it is marked `browser`."""
    path = find_chromium()
    assert path, "mark the test with @pytest.mark.browser: it needs Chromium"
    return path


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    """A headless Chromium for one module of tests.

    Not for the whole session: Playwright's synchronous interface keeps an event loop running in the thread,
    and notebooks executed later in the same worker would meet it.
    """
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_SWITCHES)
        yield started
        started.close()

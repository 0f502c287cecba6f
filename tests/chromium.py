"""The Chromium of this machine, for the tests that need one."""

import pytest

from tools.chromium import installed


def chromium() -> str:
    """The path of the browser; skips the test that asks when none is installed."""
    found = installed()
    if found is None:
        pytest.skip("no Chromium is installed; see tools/ensure-chromium")
    return found

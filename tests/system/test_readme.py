"""The README's answer is what the service really says; `make readme` renews it."""

import json
import re

from tools.update_readme import answer, settings_table


def test_the_answer_in_the_readme_is_the_real_one(readme: str) -> None:
    told = re.search(r"<!-- answer -->\n```json\n(.*?)\n```", readme, re.DOTALL)
    shown, real = json.loads(told[1]), answer(readme)
    # The engine changes with every new model and word; that alone need not renew the README.
    assert {**shown, "engine": None} == {**real, "engine": None}


def test_the_settings_in_the_readme_are_the_real_ones(readme: str) -> None:
    assert settings_table() in readme

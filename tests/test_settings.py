from dataclasses import fields

import pytest

from quoteservice.settings import SettingInvalid, Settings, variable


def test_an_empty_environment_gives_the_defaults() -> None:
    assert Settings.from_environment({}) == Settings()


def test_reads_numbers_and_words() -> None:
    read = Settings.from_environment({"QUOTESERVICE_WORKERS": " 4 ", "QUOTESERVICE_MODEL": "hu_core_news_lg", "X": "1"})
    assert (read.workers, read.model) == (4, "hu_core_news_lg")


def test_an_empty_variable_is_no_setting() -> None:
    assert Settings.from_environment({"QUOTESERVICE_WORKERS": ""}) == Settings()


@pytest.mark.parametrize("raw", ["sok", "0", "-1", "1.5"])
def test_a_bad_number_is_one_clear_sentence(raw: str) -> None:
    with pytest.raises(SettingInvalid, match=r"^QUOTESERVICE_WORKERS must be a whole number of at least 1\.$"):
        Settings.from_environment({"QUOTESERVICE_WORKERS": raw})


def test_an_unknown_log_level_is_one_clear_sentence() -> None:
    with pytest.raises(SettingInvalid, match="QUOTESERVICE_LOG_LEVEL must be one of debug, info, warning, error"):
        Settings.from_environment({"QUOTESERVICE_LOG_LEVEL": "loud"})


@pytest.mark.parametrize("each", fields(Settings), ids=lambda each: each.name)
def test_every_setting_has_a_help_sentence_in_the_readme(each: object, readme: str) -> None:
    help_sentence = each.metadata["help"]
    assert help_sentence.endswith(".")
    assert f"| `{variable(each.name)}` | `{each.default}` | {help_sentence} |" in readme

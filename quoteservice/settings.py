"""Every limit and default, read from QUOTESERVICE_* variables; each carries its one help sentence.

There is no HOST or PORT on purpose: Kubernetes sets QUOTESERVICE_PORT itself beside a service of this name.
"""

from collections.abc import Mapping
from dataclasses import Field, dataclass, field, fields
from typing import Any, Self

PREFIX = "QUOTESERVICE_"
LOG_LEVELS = ("debug", "info", "warning", "error")
SWITCH = ("on", "off")


class SettingInvalid(ValueError):
    """A variable holds a value that its setting cannot take; the message is one sentence for the operator."""


def _setting(default: Any, help_sentence: str, least: int = 0, choices: tuple[str, ...] = ()) -> Any:
    return field(default=default, metadata={"help": help_sentence, "least": least, "choices": choices})


@dataclass(frozen=True, slots=True)
class Settings:
    """One frozen set of values for the life of a process; lengths are in Unicode code points."""

    model: str = _setting("", "Model to load: empty for the embedded one, else an installed package or a folder.")
    bind: str = _setting("127.0.0.1:8000", "Address and port to listen on.")
    workers: int = _setting(2, "Worker processes; each answers one request at a time.", 1)
    deadline: int = _setting(100, "Seconds after which a request is given up and answered with 503.", 1)
    timeout: int = _setting(150, "Seconds after which a worker that does not answer is replaced.", 1)
    graceful_timeout: int = _setting(30, "Seconds that a stopping worker has to finish its request.", 1)
    max_requests: int = _setting(2000, "Requests after which a worker is replaced by a fresh one; 0 for never.")
    max_requests_jitter: int = _setting(200, "Random part added to max_requests, so that workers do not go at once.")
    max_body_bytes: int = _setting(4_194_304, "Largest request body in bytes; a larger one is answered with 413.", 1)
    max_batch_bytes: int = _setting(67_108_864, "Largest body of a batch in bytes; a line is bounded as a body.", 1)
    max_batch_lines: int = _setting(2000, "Most lines of a batch, blank ones included; more are answered with 413.", 1)
    batch_line_deadline: int = _setting(20, "Seconds after which a line of a batch is given up with a 503.", 1)
    max_text_length: int = _setting(250_000, "Longest article in code points; a longer one is answered with 422.", 1)
    max_html_length: int = _setting(
        1_500_000, "Longest HTML of an article in code points; a longer one is answered with 422.", 1
    )
    max_id_length: int = _setting(200, "Longest `id` of an article in code points.", 1)
    max_claims: int = _setting(50, "Most claims that one request to /verify may have.", 1)
    max_claim_length: int = _setting(1000, "Longest `quote` of a claim in code points.", 1)
    max_speaker_length: int = _setting(200, "Longest `speaker` of a claim in code points.", 1)
    max_mark_run: int = _setting(
        8, "Punctuation marks in a row that the parser gets to see; the rest it sees as spaces.", 1
    )
    max_word_length: int = _setting(
        300, "Longest unbroken run of non-space code points that the parser gets to see.", 2
    )
    backlog: int = _setting(512, "Connections that may wait for a free worker; the kernel refuses more.", 1)
    max_wait: int = _setting(
        10, "Seconds that a request may wait for a free worker before it is answered with 503; 0 for any time."
    )
    api_keys: str = _setting(
        "", "SHA-256 digests of the API keys that may ask, or a file of them; empty asks for no key."
    )
    rate_limit: str = _setting("", "Requests of one client, like 60/minute or 10/second;1000/day; empty for no limit.")
    rate_storage: str = _setting(
        "memory://", "Where they are counted: in each worker by itself, or for all in redis://HOST:PORT."
    )
    trusted_proxies: int = _setting(0, "Proxies in front whose X-Forwarded-For and X-Request-Start are believed.")
    cors_origins: str = _setting("", "Origins whose pages may read the answers, like https://cms.example; * for all.")
    metrics: str = _setting("on", "Whether /metrics is served: on or off.", choices=SWITCH)
    tracing: str = _setting("off", "Whether OpenTelemetry spans are exported: on or off.", choices=SWITCH)
    log_level: str = _setting("info", "Least level that is logged: debug, info, warning or error.", choices=LOG_LEVELS)

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> Self:
        """The settings that the QUOTESERVICE_* variables in `environment` ask for; raises SettingInvalid."""
        given = {each: environment.get(variable(each.name), "").strip() for each in fields(cls)}
        return cls(**{each.name: _value(each, raw) for each, raw in given.items() if raw})


def variable(name: str) -> str:
    """The environment variable of the setting `name`."""
    return PREFIX + name.upper()


def _value(setting: Field[Any], raw: str) -> Any:
    choices, least = setting.metadata["choices"], setting.metadata["least"]
    if setting.type is str:
        if choices and raw not in choices:
            raise SettingInvalid(f"{variable(setting.name)} must be one of {', '.join(choices)}.")
        return raw
    if not raw.isdecimal() or int(raw) < least:
        raise SettingInvalid(f"{variable(setting.name)} must be a whole number of at least {least}.")
    return int(raw)

"""Cross-origin requests: flask-cors over an allow-list; keys travel in headers, so no cookies are ever allowed."""

import re

from flask import Flask
from flask_cors import CORS

from quoteservice.settings import SettingInvalid, Settings, variable

ORIGIN = re.compile(r"https?://(\[[0-9a-f:]+\]|[a-z0-9.-]+)(:\d{1,5})?")
SENT = ["Accept", "Authorization", "Content-Type", "X-API-Key", "X-Request-ID"]
TOLD = ["X-Request-ID", "Retry-After", "RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset"]
KEPT_SECONDS = 600
"""How long a browser may remember a preflight."""


def register(app: Flask, settings: Settings) -> None:
    """Let pages of `settings.cors_origins` read the answers; raises SettingInvalid for an origin that is none."""
    origins = [each.lower() for each in re.split(r"[\s,]+", settings.cors_origins) if each]
    if not all(origin == "*" or ORIGIN.fullmatch(origin) for origin in origins):
        raise SettingInvalid(f"{variable('cors_origins')} must list origins like https://cms.example, or be *.")
    if origins:
        CORS(
            app, origins="*" if "*" in origins else origins, methods=["GET", "HEAD", "POST"], allow_headers=SENT,
            expose_headers=TOLD, supports_credentials=False, send_wildcard=True, vary_header=True, max_age=KEPT_SECONDS,
        )  # fmt: skip

"""API keys: only their SHA-256 digests are kept; a key is 256 random bits, so no slow hash is needed."""

import re
import secrets
from hashlib import sha256
from pathlib import Path

from quoteservice.settings import SettingInvalid, variable

PREFIX = "qs_"
DIGEST = re.compile(r"[0-9a-fA-F]{64}")
COMMENT = re.compile(r"#.*")


def new_key() -> tuple[str, str]:
    """A fresh key for a sender, and the digest that the operator keeps."""
    key = PREFIX + secrets.token_urlsafe(32)
    return key, digest_of(key)


def digest_of(key: str) -> str:
    """The SHA-256 of a key in hexadecimal digits."""
    return sha256(key.encode("utf-8", "surrogateescape")).hexdigest()


def read_digests(setting: str) -> tuple[str, ...]:
    """The digests in QUOTESERVICE_API_KEYS, or in the file that it names; raises SettingInvalid.

    In a file, what follows `#` in a line is a comment.
    """
    words = re.split(r"[\s,]+", setting.strip())
    if setting and not all(DIGEST.fullmatch(word) for word in words):
        words = COMMENT.sub("", _content(setting)).split()
    digests = tuple(word.lower() for word in words if DIGEST.fullmatch(word))
    if setting and len(digests) < max(len(words), 1):
        raise SettingInvalid(f"{variable('api_keys')} must be SHA-256 digests of 64 hexadecimal digits, or a file.")
    return digests


def _content(file: str) -> str:
    try:
        return Path(file).read_text(encoding="utf-8")
    except (OSError, ValueError):
        return "unreadable"

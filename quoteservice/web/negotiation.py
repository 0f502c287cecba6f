"""Which of several media types an Accept header asks for (RFC 9110, section 12.5.1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from flask import request
from werkzeug.http import parse_options_header

from quoteservice.web.problems import Problem

CHARSET = ("utf-8", "utf8")


@dataclass(frozen=True, slots=True)
class MediaType:
    """A media type that can be had; `content_type` is the whole header, `profiles` are the names of its profile."""

    name: str
    content_type: str
    profiles: tuple[str, ...] = ()

    def fit(self, asked: str) -> int:
        """How closely the media range `asked` names this type: 0 not, 1 `*/*`, 2 `type/*`, 3 it, 4 its profile too."""
        media_range, parameters = parse_options_header(asked)
        if not all(self._has(name, value) for name, value in parameters.items()):
            return 0
        closeness = {self.name: 4 if "profile" in parameters else 3, self.name.split("/")[0] + "/*": 2, "*/*": 1}
        return closeness.get(media_range.lower(), 0)

    def _has(self, name: str, value: str) -> bool:
        match name:
            case "profile":
                return any(profile.rstrip("/") in self.profiles for profile in value.split())
            case "charset":
                return value.lower() in CHARSET
            case _:
                return f"{name}={value}" in self.content_type


Offered = TypeVar("Offered", bound=MediaType)


def accepted(offers: Sequence[Offered]) -> Offered:
    """The offer that the request's Accept likes best, earlier ones first; raises Problem 406 when it allows none."""
    ranges = list(request.accept_mimetypes)
    if not ranges:
        return offers[0]
    best, (quality, _) = max(((offer, _liking(offer, ranges)) for offer in offers), key=lambda pair: pair[1])
    if not quality:
        listed = ", ".join(offer.content_type for offer in offers)
        raise Problem(406, f"The Accept header allows none of what there is: {listed}.")
    return best


def _liking(offer: MediaType, ranges: list[tuple[str, float]]) -> tuple[float, int]:
    """The quality that the closest range gives to `offer`, and how close that range is."""
    fit, quality = max((offer.fit(asked), quality) for asked, quality in ranges)
    return (quality, fit) if fit else (0.0, 0)

"""The request of POST /verify: that of POST /quotes with the claims beside the article."""

from typing import Any

from marshmallow import RAISE, Schema, ValidationError, fields, post_load, pre_load, validate, validates_schema

from quoteservice.response.options import OFFSET_UNITS, Options
from quoteservice.text.guards import TextRefused, check
from quoteservice.verification.claims import Claim
from quoteservice.web.fields import StrictBoolean
from quoteservice.web.schemas import QuotesSchema


class VerifyOptionsSchema(Schema):
    """`options` of a request; loads to Options."""

    class Meta:
        """Unknown fields are errors."""

        unknown = RAISE

    offsets = fields.String(validate=validate.OneOf(OFFSET_UNITS))
    explain = StrictBoolean()

    @post_load
    def to_options(self, data: dict[str, Any], **_: Any) -> Options:
        """The loaded values as Options."""
        return Options(**data)


class ClaimSchema(Schema):
    """One of `claims`; loads to a Claim, whose lengths VerifySchema checks."""

    class Meta:
        """Unknown fields are errors."""

        unknown = RAISE

    quote = fields.String(required=True)
    speaker = fields.String(allow_none=True)

    @post_load
    def to_claim(self, data: dict[str, Any], **_: Any) -> Claim:
        """The loaded values as a Claim."""
        return Claim(data["quote"], data.get("speaker"))


class VerifySchema(QuotesSchema):
    """The JSON body of a request; loads to keyword arguments of `Service.verify`."""

    claims = fields.List(fields.Nested(ClaimSchema), required=True)
    options = fields.Nested(VerifyOptionsSchema)

    @pre_load
    def check_number(self, data: Any, **_: Any) -> Any:
        """Refuse too few or too many claims before any of them is looked at."""
        claims = data.get("claims") if isinstance(data, dict) else None
        if isinstance(claims, list) and not 1 <= len(claims) <= self._settings.max_claims:
            raise ValidationError({"claims": [f"From 1 to {self._settings.max_claims} claims are allowed."]})
        return data

    @validates_schema(skip_on_field_errors=True)
    def check_claims(self, data: dict[str, Any], **_: Any) -> None:
        """Only claims that can be compared pass."""
        found = {number: faults for number, claim in enumerate(data["claims"]) if (faults := self._faults(claim))}
        if found:
            raise ValidationError({"claims": found})

    def _faults(self, claim: Claim) -> dict[str, list[str]]:
        limits = {"quote": self._settings.max_claim_length, "speaker": self._settings.max_speaker_length}
        told = {name: _fault(getattr(claim, name), longest) for name, longest in limits.items()}
        return {name: [fault] for name, fault in told.items() if fault}


def _fault(value: str | None, longest: int) -> str | None:
    """What is wrong with a text, as one sentence."""
    if value == "":
        return "Must not be empty."
    try:
        check(value or "", longest)
    except TextRefused as refusal:
        return str(refusal)
    return None

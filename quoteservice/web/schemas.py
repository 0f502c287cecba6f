"""The request of POST /quotes: what it may hold, and nothing else."""

from typing import Any

from marshmallow import RAISE, Schema, ValidationError, fields, post_load, validate, validates, validates_schema

from quoteservice.response.options import OFFSET_UNITS, QUOTATION_TYPES, Options
from quoteservice.settings import Settings
from quoteservice.text.guards import LONE_SURROGATE, TextRefused, check
from quoteservice.web.fields import Day, Share, StrictBoolean

NEITHER = "Give the article as `text` or as `html`."
BOTH = "Give the article either as `text` or as `html`, not as both."


class OptionsSchema(Schema):
    """`options` of a request; loads to Options."""

    class Meta:
        """Unknown fields are errors."""

        unknown = RAISE

    offsets = fields.String(validate=validate.OneOf(OFFSET_UNITS))
    explain = StrictBoolean()
    annotated_html = StrictBoolean()
    editing = StrictBoolean()
    min_confidence = Share()
    types = fields.List(fields.String(validate=validate.OneOf(QUOTATION_TYPES)), validate=validate.Length(min=1))

    @post_load
    def to_options(self, data: dict[str, Any], **_: Any) -> Options:
        """The loaded values as Options."""
        if "types" in data:
            data["types"] = tuple(data["types"])
        return Options(**data)


class QuotesSchema(Schema):
    """The JSON body of a request; loads to keyword arguments of `Service.quotes`."""

    class Meta:
        """Unknown fields are errors."""

        unknown = RAISE

    text = fields.String()
    html = fields.String()
    id = fields.String(allow_none=True, data_key="id", attribute="article_id")
    published_at = Day(allow_none=True)
    options = fields.Nested(OptionsSchema)

    def __init__(self, settings: Settings) -> None:
        """A schema with the lengths that `settings` allow."""
        super().__init__()
        self._settings = settings

    @validates_schema(pass_original=True, skip_on_field_errors=False)
    def require_one_article(self, data: Any, sent: Any, **_: Any) -> None:
        """Only a body with exactly one of `text` and `html` passes."""
        if isinstance(sent, dict) and ("html" in sent) == ("text" in sent):
            raise ValidationError({"html": [BOTH]} if "html" in sent else {"text": [NEITHER]})

    @validates("text", "html")
    def check_article(self, value: str, data_key: str) -> None:
        """Only a text or HTML that the service reads passes."""
        limits = self._settings
        try:
            if data_key == "html":
                check(value, limits.max_html_length, "HTML")
            else:
                check(value, limits.max_text_length)
        except TextRefused as refusal:
            raise ValidationError(str(refusal)) from None

    @validates("id")
    def check_id(self, value: str | None, data_key: str) -> None:
        """Only a short id of proper characters passes."""
        if value and len(value) > self._settings.max_id_length:
            raise ValidationError(f"At most {self._settings.max_id_length} code points are allowed.")
        if value and LONE_SURROGATE.search(value):
            raise ValidationError("There is a lone surrogate; this is no Unicode text.")

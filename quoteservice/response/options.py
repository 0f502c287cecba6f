"""What a caller may ask of an answer."""

from dataclasses import dataclass, field
from typing import Literal, get_args

from quoteservice.model import QuotationType

OffsetUnit = Literal["codepoint", "utf16"]
OFFSET_UNITS: tuple[OffsetUnit, ...] = get_args(OffsetUnit)
QUOTATION_TYPES: tuple[QuotationType, ...] = get_args(QuotationType)


@dataclass(frozen=True, slots=True)
class Options:
    """Unit of all offsets, words beside the evidence, least confidence (0 to 1) and types of the quotations told.

    `annotated_html`: whether an article that came as HTML is sent back with its quotations marked. `editing`: whether
    to tell what somebody needs who goes on working on the answer.
    """

    offsets: OffsetUnit = "codepoint"
    explain: bool = False
    min_confidence: float = 0.0
    types: tuple[QuotationType, ...] = QUOTATION_TYPES
    annotated_html: bool = False
    editing: bool = field(default=False, repr=False)  # `Names` goes by the repr, and this changes no quotation

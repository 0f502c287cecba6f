"""JSON as RFC 8259 has it, and nothing that readers understand differently."""

import json
from typing import Any


class NotJson(ValueError):
    """The bytes are no JSON; the message is one sentence for the sender and holds nothing of them."""


def strict_json(raw: bytes, name: str) -> Any:
    """`raw` as JSON (UTF-8; no NaN, no name twice in an object); raises NotJson, which calls it `name`."""
    try:
        text = raw.decode("utf-8").removeprefix("\ufeff")
        return json.loads(text, parse_constant=_no_constant, object_pairs_hook=_unique)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column" if name == "body" else "column"
        raise NotJson(f"The {name} is not JSON; see {place} {error.colno}.") from None
    except UnicodeDecodeError as error:
        raise NotJson(f"The {name} is not UTF-8, as JSON must be; see byte {error.start}.") from None
    except RecursionError:
        raise NotJson(f"The {name}'s arrays and objects are nested too deeply.") from None
    except NotJson:
        raise
    except ValueError:
        raise NotJson(f"The {name} has a number that is none or too long.") from None


def _no_constant(name: str) -> None:
    raise ValueError(name)


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise NotJson("An object has the same name twice.")
    return found

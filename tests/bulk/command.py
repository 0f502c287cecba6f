"""`python -m tests.bulk.command …` is `quoteservice …` around a slow fake analyser; starts at once, without a model."""

import sys
from types import ModuleType

from tests.bulk.builds import slow

assembly = ModuleType("quoteservice.assembly")
assembly.build_service = slow  # type: ignore[attr-defined]
assembly.CannotStart = RuntimeError  # type: ignore[attr-defined]
sys.modules["quoteservice.assembly"] = assembly

if __name__ == "__main__":
    import quoteservice
    from quoteservice.cli import app

    quoteservice.assembly = assembly  # type: ignore[attr-defined]
    app()

"""What made an answer: the same engine gives the same answer to the same text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Engine:
    """Version of the service, name and version of the model, fingerprint of the lexicon."""

    version: str
    model: str
    lexicon: str

    def told(self) -> dict[str, str]:
        """The engine as the answer's `engine`."""
        return {"version": self.version, "model": self.model, "lexicon": self.lexicon}

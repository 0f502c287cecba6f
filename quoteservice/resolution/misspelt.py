"""Names that differ by a slip of the pen: *Halvorsen* and *Halversen*, *Stepková* and *Stepkova*."""


def one_off(one: str, other: str) -> bool:
    """Whether two words differ by one letter changed, added or left out."""
    if abs(len(one) - len(other)) > 1 or len(other) < 6 or one[0] != other[0]:
        return False
    head = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return one[head + 1 :] == other[head + 1 :] or one[head:] == other[head + 1 :] or one[head + 1 :] == other[head:]

"""Words that differ in an ending of person only, as a report's from the speaker's own: *terveznek*, *tervezünk*."""

SHORTEST_STEM = 3
PERSONS = frozenset(
    "m d k sz i a e t em am om öm ed ad od öd ek ak ok ök unk ünk nk uk ük juk jük ják ja je ik nak nek anak enek "
    "tok tek tök tak ank enk jam jem jük já jé".split()
) | {""}
"""Endings of person: a report says *megteszik* where the speaker said *megtesszük*."""


def differs_in_person(one: str, other: str) -> bool:
    """Whether two words are the same but for an ending of person (*terveznek*, *tervezünk*)."""
    shared = 0
    while shared < min(len(one), len(other)) and one[shared] == other[shared]:
        shared += 1
    return any(
        one[cut:] in PERSONS and other[cut:] in PERSONS for cut in range(max(SHORTEST_STEM, shared - 1), shared + 1)
    )

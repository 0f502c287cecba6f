"""Puts case endings on a nominative as Hungarian spells them: vowel harmony, melted -val/-vel, lengthened a, e, o."""

BACK, FRONT, MIDDLE = "aáoóuú", "öőüű", "eéií"
LONG = {"a": "á", "e": "é", "o": "ó"}
DIGRAPHS = ("dzs", "cs", "dz", "gy", "ly", "ny", "sz", "ty", "zs")
ENDINGS = {
    "dative": ("nak", "nek"),
    "ablative": ("tól", "től"),
    "delative": ("ról", "ről"),
    "adessive": ("nál", "nél"),
    "inessive": ("ban", "ben"),
    "elative": ("ból", "ből"),
}


def takes_back(name: str) -> bool:
    """A name with a back vowel takes back endings unless a front rounded one, or an e, comes last."""
    vowels = [char for char in name.lower() if char in BACK + FRONT + MIDDLE]
    return any(v in BACK for v in vowels) and vowels[-1] not in FRONT + "e"


def stem(name: str) -> str:
    return name[:-1] + LONG.get(name[-1], name[-1])


def inflect(name: str, case: str) -> str:
    """The form of `name` in a case of ENDINGS, or in the instrumental."""
    back = takes_back(name)
    if case != "instrumental":
        return stem(name) + ENDINGS[case][0 if back else 1]
    ending = "al" if back else "el"
    if name[-1] in BACK + FRONT + MIDDLE:
        return stem(name) + "v" + ending
    double = next((name[: -len(d)] + d[0] + d for d in DIGRAPHS if name.endswith(d)), name + name[-1])
    return (name if len(name) > 1 and name[-1] == name[-2] else double) + ending

"""Small articles of our own: sentences that report and sentences that do not, filled with names, clauses and cues."""

from string import Formatter

from hypothesis import strategies as st

NAMES = ["Bokor Etelka", "Somos Bálint", "Kardos Géza", "Galamb Zoltán", "dr. Halász Tamás", "John Carpenter"]
BODIES = ["a vízmű", "a galambosi rendőrség", "a Zöld Alma Kft.", "a megyei kórház igazgatója", "a mérnök"]
CUES = ["mondta", "közölte", "hangsúlyozta", "tette hozzá", "jelentette ki", "írta", "nyilatkozta", "mondta kedden"]
GOVERNING = ["azt mondta", "közölte", "hangsúlyozta", "bejelentette", "elmondta", "úgy véli", "tagadta"]
CLAUSES = [
    "a híd jövő tavasszal elkészül",
    "a vasutat senki sem akarja felújítani",
    "a gyerekek ingyen utaznak",
    "nem emelik a víz árát, és az adó sem nő",
    "a városnak 2024. június 19-én elfogyott a pénze",
    "minden háznál ellenőrzik a kazánt",
]
REPORTS = [
    "„{Clause}” – {cue} {name}.",
    "„{Clause}” – {cue} {body}.",
    "„{Clause}. {Other}” – {cue} {name}.",
    "„{Clause}” – {cue} {name}. „{Other}.”",
    "„{Clause}!” – {cue} {body}, majd elment.",
    "{Name} {governing}, hogy {clause}.",
    "{Body} {governing}, hogy {clause}.",
    "{Name} {governing}, hogy „{clause}”.",
    "{Name} {governing}, hogy {clause}, „és ez így helyes”.",
    "{Name} azt mondta: „{Clause}.”",
    "{Clause} – {cue} {name}.",
    "{Clause}, {cue} {body}.",
    "{Name} szerint {clause}.",
    "{Body} szerint {clause}.",
    "Hozzátette, hogy {clause}.",
]
PLAIN = [
    "A strandot tavaly óta nem nyitották ki.",
    "Délután eleredt az eső.",
    "A vásárban almát és körtét árultak.",
    "Galambos határában tavaly új utat építettek.",
]


def _filled(template: str, fillings: dict[str, str]) -> str:
    """The template with its fields filled; a field with a capital is filled with a capital."""
    fields = {field for _, field, _, _ in Formatter().parse(template) if field}
    values = {
        field: fillings[field.lower()][0].upper() + fillings[field.lower()][1:]
        if field[0].isupper()
        else fillings[field]
        for field in fields
    }
    return template.format(**values)


def _sentence(template: str) -> st.SearchStrategy[str]:
    fillings = {
        "name": NAMES,
        "body": BODIES,
        "cue": CUES,
        "governing": GOVERNING,
        "clause": CLAUSES,
        "other": CLAUSES,
    }
    drawn = st.fixed_dictionaries({field: st.sampled_from(values) for field, values in fillings.items()})
    return drawn.map(lambda values: _filled(template, values))


SENTENCES = st.one_of([*(_sentence(template) for template in REPORTS), st.sampled_from(PLAIN)])
PARAGRAPHS = st.lists(SENTENCES, min_size=1, max_size=3).map(" ".join)
ARTICLES = st.lists(PARAGRAPHS, min_size=1, max_size=4).map("\n\n".join)
"""Articles with the marks „ and ” alone, blanks alone inside a paragraph and a blank line between paragraphs."""

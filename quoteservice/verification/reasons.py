"""Every verdict, flag and ground of an answer with its code and its words in Hungarian."""

REASONS = {
    "words_stand": "A szavak egymás után, változatlanul állnak a cikkben.",
    "typography_differs": "Csak a tipográfia tér el: írásjel, kötőjel, szóköz, mondatkezdő betű vagy záró írásjel.",
    "words_differ": "Néhány szó más, mint a cikkben: {differences}.",
    "forms_differ": "Ugyanazok a szavak, de más alakban: {differences}.",
    "words_left_out": "Kimaradt: {lost}.",
    "words_added": "A cikkben nem szerepel: {added}.",
    "reordered": "A szavak más sorrendben állnak a cikkben.",
    "not_found": "A cikkben nincs ilyen vagy ehhez hasonló megszólalás.",
    "no_words": "Az állított idézetben nincs szó.",
    "reported": "A cikk ezt csak tartalmilag, nem szó szerint közli.",
    "partly_quoted": "A szavaknak csak egy része áll idézőjelben, a többi a cikk összefoglalása.",
    "outside_quotations": "A szavak a cikkben állnak, de nem felismert idézetben: a cikkíró szavai.",
    "across": "A szavak egy része idézetben áll, a többi a cikkíró szava.",
    "cut": "Mondat közepén kezdődik vagy ér véget, vagy szavak maradtak ki belőle: ez megváltoztathatja az értelmét.",
    "declared": "A kihagyást az állított idézet maga is jelzi.",
    "joined": "Olyan részeket kapcsol össze, amelyek a cikkben nem egymás mellett állnak.",
    "negation_lost": "Tagadás maradt ki belőle, ettől az értelme megfordulhat: {words}.",
    "negation_added": "Olyan tagadás van benne, amely a cikkben nincs: {words}.",
    "condition_lost": "Feltétel vagy megszorítás maradt ki belőle: {words}.",
    "hedge_lost": "Bizonytalanságot jelző szó maradt ki belőle: {words}.",
    "denial_lost": "A cikk szerint ezt a forrás tagadta.",
    "question_lost": "A cikkben ez kérdés, az állított idézetben nem az.",
    "question_added": "Az állított idézet kérdés, a cikkben nem az.",
    "speaker_named": "A cikk szerint a beszélő {names}, ahogyan az állítás mondja.",
    "speaker_is_other": "A cikk szerint a beszélő {names}, nem az, akit az állítás megnevez.",
    "speakers_differ": "A részek a cikkben nem mind egy beszélőtől valók: {names}.",
    "speaker_unresolved": "A cikkből nem derül ki, kitől való az idézet.",
    "speaker_ambiguous": "Az állításban szereplő név a cikkben több beszélőre is illik: {names}.",
    "speaker_unknown": "A cikkből nem derül ki, kit jelöl az állítás; az idézet beszélője: {names}.",
    "speaker_unsure": "A szolgáltatás maga sem biztos abban, ki a beszélő ({confidence}).",
    "nobody_speaks": "A cikk ezt senkinek sem tulajdonítja.",
    "not_asked": "Az állítás nem nevez meg beszélőt.",
}


def reason(code: str, **details: str) -> dict[str, str]:
    """The reason `code` with `details` put into its words; raises KeyError for an unknown code or detail."""
    return {"code": code, "words": REASONS[code].format(**details)}

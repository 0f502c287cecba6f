"""To whom it was said: `<to>` marks the words that have to be found, a row without it expects nobody."""

import pytest

from tests.attribution.circumstances import examples, found, wanted

ROWS = [
    # the press, in the dative, before and behind the cue
    "„A gát kitart” – mondta <to>az MTI-nek</to> Bárdos Ilona, a vízügyi igazgatóság szóvivője.",
    "„Nem zárjuk be az iskolát” – mondta Bárdos Ilona polgármester <to>lapunknak</to>.",
    "„Nem zárjuk be az iskolát” – nyilatkozta <to>lapunknak</to> Bárdos Ilona polgármester.",
    "A szövetség elnöke <to>a Telexnek</to> azt mondta, hogy elfogyott a pénz.",
    "A tulajdonos azt mondta <to>az Indexnek</to>, hogy nem adja el a szállodát.",
    "Egy neve elhallgatását kérő tisztviselő <to>a Reutersnek</to> azt mondta, hogy közel a megállapodás.",
    "Az ügyvéd <to>a hírügynökségnek</to> megerősítette, hogy fellebbeznek.",
    "– Még keressük az okot – mondta <to>a portálnak</to> a tűzoltók szóvivője.",
    "„Elkészült a mű” – árulta el <to>a magazinnak</to> a zeneszerző.",
    "A sofőr <to>az újságíróknak</to> elmondta, hogy nem látta a lámpát.",
    "A szerelő <to>portálunknak</to> azt mondta, hogy hónapok óta jelezte a hibát.",
    "„Nincs mit titkolnunk” – jelentette ki Sárdi Vilmos <to>a helyi lapnak</to>.",
    "Az egyik lakó <to>a televíziónak</to> azt mondta, hogy robbanást hallott.",
    # the instrumental of közöl and tudat
    "Két vonat ütközött – közölte a vasúttársaság <to>az MTI-vel</to>.",
    "A kórház azt közölte <to>lapunkkal</to>, hogy vizsgálják az esetet.",
    "Lezárták a hidat – közölte kedden <to>az MTI-vel</to> a rendőrség.",
    "A cég azt közölte <to>a dolgozókkal</to>, hogy bezár a gyár.",
    "A bank azt közölte <to>ügyfeleivel</to>, hogy emelkedik a díj.",
    # the accusative of tájékoztat and of asking and warning verbs
    "A rendőrség arról tájékoztatta <to>az MTI-t</to>, hogy elfogták a tolvajt.",
    "Kettős baleset történt a kilences úton – tájékoztatta az Útinform <to>az MTI-t</to>.",
    "Az ügyvéd arról tájékoztatta <to>a bíróságot</to>, hogy visszavonják a keresetet.",
    "A miniszter arra kérte <to>a pedagógusokat</to>, hogy várjanak szeptemberig.",
    "A szövetség felszólította <to>a kormányt</to>, hogy tegye közzé a szerződést.",
    "A polgármester arra kérte <to>a lakókat</to>, hogy takarékoskodjanak a vízzel.",
    # the ablative of asking
    "Az újságírók megkérdezték <to>a minisztertől</to>, hogy lemond-e.",
    "„Mikor készül el a híd?” – kérdezte <to>a polgármestertől</to> az egyik képviselő.",
    "A bíró azt kérdezte <to>a tanútól</to>, hogy látta-e az autót.",
    # pronouns and people
    "A rendőr közölte <to>vele</to>, hogy le van tartóztatva.",
    "Az igazgató azt mondta <to>nekünk</to>, hogy nincs hiány.",
    "A kapitány <to>nekik</to> azt mondta, hogy maradjanak a hajón.",
    "Az edző azt mondta <to>a játékosoknak</to>, hogy pihenjenek.",
    "A nő elmondta <to>a rendőröknek</to>, hogy elvesztette a kulcsát.",
    "A püspök azt üzente <to>a híveknek</to>, hogy tartsanak ki.",
    "A miniszter megígérte <to>a szülőknek</to>, hogy nem zár be iskolát.",
    "„Nincs döntés” – jelentette ki Sárdi Vilmos belügyminiszter <to>újságíróknak</to>.",
    "A főorvos <to>az orvosoknak és az ápolóknak</to> azt mondta, hogy szükség van rájuk.",
    "A tulajdonos <to>a vásárlóknak</to> azt ígérte, hogy visszafizeti az árat.",
    # what is nobody addressed
    "„Felelőtlennek” nevezte a döntést a szövetség elnöke.",
    "A képviselő elfogadhatatlannak tartja, hogy bezár az iskola.",
    "A cégnek az elnöke azt mondta, hogy nincs veszély.",
    "A Reutersnek adott interjúban az elnök kijelentette: nem vonul vissza.",
    "A miniszter elmondta, hogy a kormánynak döntenie kell.",
    "A szóvivő a támogatásnak köszönhetően azt mondta, hogy lesz fűtés.",
    "A polgármester szerint az MTI-nek küldött levél hamis.",
    "Az elnök annak a véleményének adott hangot, hogy korai a szerződés.",
    "A tárca az iskolák bezárásával kapcsolatban azt közölte, hogy nincs döntés.",
    "A szakértő a rendőrséggel szemben azt állítja, hogy volt féknyom.",
    "Az ügyész gyilkossággal vádolta a férfit, és azt mondta, hogy bizonyítani fogja.",
    "A minisztérium közölte, hogy nem készül ilyen törvény.",
    "„Rosszul vagyok a hazugságoktól” – írta az énekesnő.",
    "A kutatók szerint a tó a halaknak már nem elég mély.",
    "Kiderült a jelentésből, hogy a gátnak nem volt gazdája.",
]


@pytest.mark.parametrize("row", ROWS)
def test_addressee(row: str) -> None:
    assert found(row, "to") == wanted(row, "to")


@pytest.mark.parametrize("row", examples("addressees"))
def test_example_of_the_lexicon(row: str) -> None:
    assert found(row, "to") == wanted(row, "to") != []

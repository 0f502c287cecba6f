"""Where it was said: `<in>` marks the words that have to be found, a row without it expects no place."""

import pytest

from tests.attribution.circumstances import examples, found, wanted

ROWS = [
    # platforms
    "„Egyetlen szó sem igaz” – írta <in>Facebook-oldalán</in> a polgármester.",
    "„Egyetlen szó sem igaz” – írta kedd este <in>a Facebookon</in> Bárdos Ilona.",
    "Sárdi Vilmos <in>közösségi oldalán</in> azt írta, hogy indul a választáson.",
    "A zenekar <in>az Instagram-oldalán</in> közölte, hogy elmarad a koncert.",
    "A kancellár <in>a Twitteren</in> azt írta, hogy elfogadja a meghívást.",
    "„Köszönöm mindenkinek” – írta <in>Instagram-bejegyzésében</in> az úszó.",
    "A hivatal <in>honlapján</in> azt közölte, hogy zárva tart.",
    "„Visszavonulok” – mondta a teniszező <in>egy Facebookon közzétett videóban</in>.",
    "A képviselő <in>a Facebookon keresztül</in> azt üzente, hogy nem hátrál.".replace(
        " keresztül</in>", "</in> keresztül"
    ),
    # documents
    "A vállalat <in>közleményében</in> azt írta, hogy visszahívja az autókat.",
    "A tárca <in>a közleményben</in> azt is hangsúlyozta, hogy nincs veszély.",
    "A szülők <in>nyílt levelükben</in> azt kérik, hogy maradjon az igazgató.",
    "„Nem írom alá” – közölte <in>levelében</in> az alpolgármester.",
    "A szóvivő <in>az MTI-nek küldött közleményében</in> azt írta, hogy megkezdték a javítást.",
    "<in>A Reutersnek adott interjúban</in> az elnök kijelentette: nem vonul vissza.",
    "„Elfáradtam” – mondta az edző <in>egy interjúban</in>.",
    "A kutatók <in>a tanulmányukban</in> azt írják, hogy olvad a jég.",
    "A király <in>karácsonyi beszédében</in> arra kérte a híveket, hogy segítsenek a szegényeken.",
    "Az államtitkár <in>írásbeli válaszában</in> közölte, hogy nincs új terv.",
    "A püspök <in>körlevélben</in> kérte, hogy imádkozzanak az esőért.",
    "A tanár <in>bejegyzésében</in> azt írta, hogy felmondott.",
    "A színésznő <in>egy posztban</in> tudatta, hogy gyereket vár.",
    # broadcast
    "A miniszterelnök <in>a Kossuth rádióban</in> azt mondta, hogy nem lesz adóemelés.",
    "A miniszterelnök <in>a Kossuth rádió műsorában</in> azt mondta, hogy nem lesz adóemelés.",
    "„Tetőzik a járvány” – mondta a főorvos <in>az M1 műsorában</in>.",
    "A politikus <in>az ATV-ben</in> azt mondta, hogy nem lép koalícióra.",
    "Az elemző <in>a köztévé híradójában</in> azt mondta, hogy gyengül a forint.",
    "A színész <in>egy podcastban</in> azt mondta, hogy külföldre költözik.",
    # events
    "A rendőrkapitány <in>sajtótájékoztatón</in> közölte, hogy elfogták a rablót.",
    "„Jövőre új járatok indulnak” – mondta a vezérigazgató <in>a csütörtöki sajtótájékoztatón</in>.",
    "A tisztifőorvos <in>a keddi tájékoztatón</in> azt mondta, hogy csökken a betegek száma.",
    "A képviselő <in>a parlamentben</in> azt mondta, hogy elfogyott a türelme.",
    "A miniszter <in>a kormány ülésén</in> azt javasolta, hogy halasszák el a döntést.",
    "A jegyző <in>a lakossági fórumon</in> azt ígérte, hogy nem nyitnak bányát.",
    "„Semmire sem emlékszem” – mondta <in>a tárgyaláson</in> a vádlott.",
    "A rektor <in>az évnyitó ünnepségen</in> azt mondta, hogy jövőre épül a kollégium.",
    "<in>A konferencián</in> a közgazdász azt mondta, hogy lassul a növekedés.",
    "A gyár igazgatója <in>telefonon</in> azt mondta, hogy nincs sérült.",
    # the document is the source, the topic, or part of what is said
    "„A híd 2030-ra készül el” – áll a társaság közleményében.",
    "A vizsgálat lezárult – olvasható a hivatal honlapján.",
    "A jelentés szerint a gát sérült volt.",
    "A polgármester a Facebookon terjedő hírről azt mondta, hogy hamis.",
    "Az ügyvéd a levélről azt mondta, hogy nem kapta meg.",
    "A miniszter azt mondta, hogy a parlamentben szavaznak a törvényről.",
    "A bíró a sajtótájékoztató után azt mondta, hogy fellebbezni lehet.",
    "Az elemző a baloldalon kialakult vitáról azt mondta, hogy hamar elül.",
    "A faluban élő gazda azt mondta, hogy kiszáradt a kút.",
    "A településen élő gazda szerint kiszáradt a kút.",
    "Az igazgató közölte, hogy a műsorban nem hangzott el valótlanság.",
    "A rendőrség közölte, hogy a férfi interjút adott.",
    "„Nincs veszély” – mondta a városban a miniszter.",
]


@pytest.mark.parametrize("row", ROWS)
def test_medium(row: str) -> None:
    assert found(row, "in") == wanted(row, "in")


MISTAGGED = [row for row in examples("media") if "<in>tanulmányukban" in row or "<in>feljegyzésében" in row]


@pytest.mark.parametrize(
    "row",
    [pytest.param(row, marks=pytest.mark.xfail(strict=True)) if row in MISTAGGED else row for row in examples("media")],
)
def test_example_of_the_lexicon(row: str) -> None:
    assert found(row, "in") == wanted(row, "in")

import pytest

from quoteservice.text.language import language_of

HUNGARIAN = [
    "",
    "Igen.",
    "12 345",
    "„Nem megyünk sehová” – mondta a kikötőmester.",
    "A híd hétfőtől újra járható, közölte a Tisza menti Városüzemeltető.",
    "A hid hetfotol ujra jarhato, kozolte a varosuzemelteto, es hozzatette, hogy nem kell kerulni.",
    "Smith and Sons of London: „A gyár marad” – mondta John Smith, a cég vezetője.",
]
OTHER = [
    "The bridge will open on Monday, said the head of the harbour, and the ferry is going to stop for good.",
    "Die Brücke wird am Montag wieder geöffnet, und die Fähre ist nicht mehr in Betrieb, sagte der Hafenmeister.",
    "Le pont sera ouvert lundi, a déclaré le maître du port, et le bac est à quai pour une semaine.",
    "Podul se va deschide luni, a spus șeful portului, și bacul nu va mai circula pe râu.",
    "Most będzie otwarty w poniedziałek, powiedział kapitan portu, i prom nie będzie kursować.",
    "Мост откроется в понедельник, сказал начальник порта.",
    "桥将于周一重新开放。",
]


@pytest.mark.parametrize("text", HUNGARIAN)
def test_hungarian_and_undecidable_texts_pass(text: str) -> None:
    assert language_of(text) == "hu"


@pytest.mark.parametrize("text", OTHER)
def test_other_languages_are_known_as_other(text: str) -> None:
    assert language_of(text) == "und"


def test_a_long_text_without_a_hungarian_word_is_other() -> None:
    assert language_of("Lorem ipsum dolor sit amet consectetur adipiscing elit " * 10) == "und"

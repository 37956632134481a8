"""Amounts, dates and SIRET as hands and spreadsheets leave them."""

import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.forms.grants.amounts import decimal_sign, read_amount, rounded
from loaders.forms.grants.dates import first_date, read_date
from loaders.words.siret import State, is_siren, is_siret, read_siret
from tests.grants_made import key_digit, siret


@pytest.mark.parametrize(
    ("text", "euros"),
    [
        ("1200", "1200"),
        ("840690.0", "840690"),
        ("19875,06", "19875.06"),
        ("12 000,50 €", "12000.50"),
        ("12\u202f000\u00a0€", "12000"),
        ("31\ufffd000,00", "31000"),
        ("12,000.50", "12000.50"),
        ("1.234,56", "1234.56"),
        ("1,234,567.89", "1234567.89"),
        ("1.234.567", "1234567"),
        ("1'234.50", "1234.50"),
        ("12k€", "12000"),
        ("1,5 k€", "1500"),
        ("3 milliers d'euros", "3000"),
        ("1,2 M€", "1200000"),
        ("2 millions d'euros", "2000000"),
        ("€ 500", "500"),
        ("45 000 EUR TTC", "45000"),
        ("(500)", "-500"),
        ("-500", "-500"),
        ("500-", "-500"),
        ("0,500", "0.5"),
        ("12345,678", "12345.678"),
        ("1.05581973E7", "10558197.3"),
        (".5", "0.5"),
        ("0", "0"),
    ],
)
def test_amounts(text: str, euros: str) -> None:
    assert read_amount(text).euros == Decimal(euros)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("12 00O", "illisible"),
        ("12 50", "illisible"),
        ("3.5.2", "illisible"),
        ("(500", "illisible"),
        ("100 %", "illisible"),
        ("à définir", "illisible"),
        ("500 000 € en 2022", "illisible"),
        ("1,06E+07", "abime"),
        ("1E+06", "abime"),
        ("24310051800022", "invraisemblable"),
        ("9" * 400, "illisible"),
    ],
)
def test_what_is_no_amount_is_never_one(text: str, why: str) -> None:
    amount = read_amount(text)
    assert (amount.euros, amount.why) == (None, why)


def test_one_sign_before_three_digits_is_read_as_the_column_does() -> None:
    assert read_amount("1.234", ".").euros == Decimal("1.234")
    assert read_amount("1.234", ",").euros == 1234
    alone = read_amount("1.234")
    assert (alone.euros, alone.doubt) == (1234, True)
    assert decimal_sign(["840690.0", "1.234", "12"]) == "."
    assert decimal_sign(["1 234,50", "1.234"]) == ","
    assert decimal_sign(["1.50", "1,50"]) is None
    assert decimal_sign(["1.234", "12"]) is None


def test_halves_go_to_the_even_neighbour() -> None:
    assert [rounded(Decimal(text)) for text in ("0.5", "1.5", "2.5", "2.51", "-0.4")] == [0, 2, 2, 3, 0]


_CENTS = st.integers(0, 10**12).map(lambda cents: Decimal(cents).scaleb(-2))


@given(_CENTS, st.sampled_from(["", " ", "\u00a0", "\u202f", "."]), st.sampled_from(["", " €", "€", " euros"]))
def test_any_amount_in_french_reads_back(amount: Decimal, between: str, unit: str) -> None:
    whole, cents = f"{amount:.2f}".split(".")
    text = f"{int(whole):,}".replace(",", between) + f",{cents}{unit}"
    assert read_amount(text).euros == amount


@given(_CENTS)
def test_any_amount_in_english_reads_back(amount: Decimal) -> None:
    assert read_amount(f"{amount:,.2f}").euros == amount
    assert read_amount(f"{amount:.2f}").euros == amount


@given(st.text(max_size=80) | st.text("0123456789 .,'-+()€kMeE%", max_size=40))
def test_any_text_is_an_amount_or_is_not(text: str) -> None:
    amount = read_amount(text)
    assert (amount.euros is None) == bool(amount.why)
    assert amount.euros is None or abs(amount.euros) <= 10**10


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2022-05-24", "2022-05-24"),
        ("24/05/2022", "2022-05-24"),
        ("4/5/22", "2022-05-04"),
        ("24.05.2022", "2022-05-24"),
        ("24 mai 2022", "2022-05-24"),
        ("1er août 2022", "2022-08-01"),
        ("mardi 24 mai 2022", "2022-05-24"),
        ("2022-05-24T00:00:00+02:00", "2022-05-24"),
        ("24/05/2022 00:00", "2022-05-24"),
        ("20220524", "2022-05-24"),
        ("44705", "2022-05-24"),
        ("2018-05", "2018-05"),
        ("05/2018", "2018-05"),
        ("2022", "2022"),
        ("2022.0", "2022"),
        ("2017-30-05", None),
        ("31/02/2022", None),
        ("12/24/2022", None),
        ("1022-05-24", None),
        ("hier", None),
        ("", None),
    ],
)
def test_dates(text: str, iso: str | None) -> None:
    assert read_date(text) == iso


def test_the_first_date_of_a_period() -> None:
    assert first_date("2017-03-30/2017-05-24") == "2017-03-30"
    assert first_date("30/03/2017 - 24/05/2017") == "2017-03-30"
    assert first_date("2017-03-02/2017-30-05") == "2017-03-02"
    assert first_date("/") is None


@given(st.dates(datetime.date(1980, 1, 1), datetime.date(2099, 12, 31)))
def test_any_date_reads_back(date: datetime.date) -> None:
    serial = (date - datetime.date(1899, 12, 30)).days
    for text in (date.isoformat(), f"{date:%d/%m/%Y}", f"{date:%d-%m-%Y}", f"{date:%Y%m%d}", str(serial)):
        assert read_date(text) == date.isoformat()


@given(st.text(max_size=60) | st.text("0123456789/-. :T", max_size=24))
def test_any_text_is_a_date_or_is_not(text: str) -> None:
    for date in (read_date(text), first_date(text)):
        assert date is None or 1980 <= int(date[:4]) <= 2100


@pytest.mark.parametrize(
    ("text", "state", "siren"),
    [
        ("40176523500023", State.SIRET, "401765235"),
        ("401 765 235 00023", State.SIRET, "401765235"),
        ("SIRET : 40176523500023", State.SIRET, "401765235"),
        ("40176523500023.0", State.SIRET, "401765235"),
        ("35600000000048", State.SIRET, "356000000"),
        ("35600000049837", State.SIRET, "356000000"),
        ("35600000049838", State.WRONG_KEY, None),
        ("401765235", State.SIREN, "401765235"),
        ("40176523500024", State.WRONG_KEY, None),
        ("4017652350002", State.WRONG_LENGTH, None),
        ("12345", State.WRONG_LENGTH, None),
        ("2,43E+13", State.DAMAGED, None),
        ("2.43100518E+13", State.DAMAGED, None),
        ("24310051800000", State.DAMAGED, None),
        ("00000000000000", State.ABSENT, None),
        ("", State.ABSENT, None),
        ("néant", State.ABSENT, None),
        ("non communiqué", State.ABSENT, None),
        ("W333216789", State.RNA, None),
        ("BE 0412.345.678", State.OTHER, None),
        ("REGIE PLUS", State.OTHER, None),
    ],
)
def test_siret(text: str, state: State, siren: str | None) -> None:
    number = read_siret(text)
    assert (number.state, number.siren) == (state, siren)
    assert number.siret is None or (number.state == State.SIRET and number.siret.startswith(str(siren)))


_NUMBERS = st.builds(siret, st.integers(1, 10**8 - 1), st.integers(1, 9999))


@given(_NUMBERS, st.integers(0, 13), st.integers(1, 9))
def test_one_wrong_digit_is_seen(number: str, place: int, added: int) -> None:
    wrong = number[:place] + str((int(number[place]) + added) % 10) + number[place + 1 :]
    assert is_siret(number)
    assert is_siren(number[:9])
    assert not is_siret(wrong)
    assert read_siret(wrong).siren is None


@given(st.integers(1, 10**7 - 1), st.integers(1, 9999))
def test_a_lost_zero_is_put_back(number: int, establishment: int) -> None:
    whole = siret(number, establishment)
    assert whole.startswith("0")
    found = read_siret(whole[1:])
    if not whole.startswith("00"):
        assert (found.state, found.siret) == (State.REPAIRED, whole)
    assert read_siret(key_digit(f"{number:08}")[1:]).siren in (key_digit(f"{number:08}"), None)


@given(st.builds(siret, st.integers(10**7, 10**8 - 1), st.integers(1, 9999)))
def test_a_number_cut_by_a_spreadsheet_identifies_nobody(number: str) -> None:
    found = read_siret(f"{int(number):.2E}".replace(".", ","))
    assert (found.state, found.siren, found.siret) == (State.DAMAGED, None, None)
    assert found.hint
    assert int(found.hint.ljust(3, "0")[:3]) - int(number[:3]) in (0, 1, 100 - 999)


@given(st.text(max_size=40) | st.text("0123456789 .,E+", max_size=20))
def test_any_text_is_a_number_or_is_not(text: str) -> None:
    number = read_siret(text)
    assert number.siren is None or is_siren(number.siren)
    assert number.siret is None or is_siret(number.siret)

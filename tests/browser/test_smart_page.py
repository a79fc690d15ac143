"""From a vague sentence to files that open, as a person does it in the page."""

import io
import json
from pathlib import Path

from docx import Document
from icalendar import Calendar
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.kit import ask, opened

VAGUE = "We gaan kijken naar ontwikkelmogelijkheden voor Tom"
ANSWERS = ["Tom volgt de cursus Power BI", "een certificaat", "1 maart 2027", "ja", "twee uur per week"]
LETTERS = "#panel .letter"


def download(page: Page, label: str) -> tuple[str, bytes]:
    with page.expect_download() as started:
        page.get_by_role("link", name=label).click()
    return started.value.suggested_filename, Path(started.value.path()).read_bytes()


def test_from_a_vague_sentence_to_a_word_file_and_a_calendar(page: Page) -> None:
    ask(page, VAGUE)
    expect(page.locator("#panel .letter.met")).to_have_count(0)
    for answer in ANSWERS:
        ask(page, answer)
    expect(page.locator("#panel .letter.met")).to_have_count(5)
    expect(page.locator("#panel .agreement .title")).to_contain_text("Power BI")

    name, word = download(page, "Word")
    assert name == "afspraken.docx"
    cells = [cell.text for row in Document(io.BytesIO(word)).tables[0].rows for cell in row.cells]
    assert "een certificaat" in cells and "S M A R T" in cells

    name, calendar = download(page, "Agenda")
    assert name == "afspraken.ics"
    events = Calendar.from_ical(calendar).walk("VEVENT")
    assert [str(event.decoded("DTSTART")) for event in events][0] == "2027-03-01"
    assert len(events) == 2 and "Check-in" in str(events[1]["SUMMARY"])

    name, document = download(page, "JSON")
    assert name == "afspraken.json" and json.loads(document)["agreements"][0]["complete"]


def test_the_card_grows_with_each_answer_and_survives_a_reload(page: Page) -> None:
    ask(page, VAGUE)
    for count, answer in enumerate(ANSWERS[:3], start=1):
        ask(page, answer)
        expect(page.locator("#panel .letter.met")).to_have_count(count)
    page.reload()
    expect(page.locator("#panel .letter.met")).to_have_count(3)
    ask(page, "ja")
    expect(page.locator("#panel .letter.met")).to_have_count(4)


def test_a_letter_is_a_button_that_turns_to_it(page: Page) -> None:
    ask(page, VAGUE)
    page.locator(LETTERS).nth(4).click()
    expect(page.locator("#latest .words")).to_contain_text("Wanneer moet het klaar zijn?")
    expect(page.locator(LETTERS).nth(4)).to_have_attribute("aria-current", "step")
    expect(page.locator("#latest .tools")).to_be_visible()  # the answer is complete
    ask(page, "1 maart")
    expect(page.locator(LETTERS).nth(4)).to_contain_text("1 maart")


def test_a_question_in_between_shows_its_source_and_keeps_the_card(page: Page) -> None:
    ask(page, VAGUE)
    ask(page, "Hoe lang duurt het gesprek?")
    expect(page.locator("#panel [data-source]")).to_have_count(1)
    expect(page.locator(LETTERS)).to_have_count(5)
    expect(page.locator("#latest .words")).to_contain_text("Wat gaan jullie precies doen?")


def test_retry_gives_the_same_card(page: Page) -> None:
    ask(page, VAGUE)
    ask(page, ANSWERS[0])
    card = page.locator("#panel .agreement").inner_text()
    with page.expect_response(lambda response: "queue/join" in response.url):
        page.get_by_role("button", name="Opnieuw", exact=True).click()
    expect(page.locator("#latest .tools")).to_be_visible()
    assert page.locator("#panel .agreement").inner_text() == card


def test_several_agreements_have_an_overview_and_a_concern_is_a_kind_note(page: Page) -> None:
    ask(page, "maak SMART: Tom moet minder ziek zijn. Kees maakt vóór 1 maart het rooster.")
    expect(page.locator("#panel .overview li")).to_have_count(2)
    expect(page.locator("#panel details.agreement")).to_have_count(2)
    expect(page.locator("#panel .concern").first).to_contain_text("Gezondheid hoort niet in een afspraak")
    assert b"ziek" not in download(page, "JSON")[1]


def test_copy_as_text_and_as_markdown(page: Page, context: BrowserContext) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    ask(page, VAGUE)
    page.get_by_role("button", name="Kopieer als tekst").click()
    expect(page.get_by_role("button", name="Gekopieerd")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").startswith("1. ")
    page.get_by_role("button", name="Kopieer als Markdown").click()
    page.wait_for_function("navigator.clipboard.readText().then((text) => text.startsWith('## 1'))")


def test_html_in_an_agreement_is_text(page: Page) -> None:
    ask(page, "maak SMART: Tom belt Mo & \"Els\" ${document.title='mis'}")
    ask(page, "de lijst met <img src=x onerror=\"document.title='mis'\"> naar Mo mailen")
    expect(page.locator("#panel .agreement")).to_be_visible()
    assert page.locator("#panel img, #panel script").count() == 0
    assert page.title() == "Gesprekscoach"


def test_english(page: Page) -> None:
    page.get_by_label("English").check()
    expect(page.locator("h2").first).to_have_text("How can I help?")
    ask(page, "Make SMART: we will look at development options for Tom")
    expect(page.locator("#panel h2")).to_have_text("Your agreements")
    expect(page.locator(LETTERS).first).to_contain_text("Specific")
    for dutch in ("Neem mee", "Bekijk", "nog open", "Afspraak"):
        assert dutch not in page.inner_text("body")
    assert download(page, "Calendar")[0] == "agreements.ics"


def test_on_a_phone_the_card_is_a_tap_away(context: BrowserContext, server: str) -> None:
    page = opened(context, server)
    page.set_viewport_size({"width": 390, "height": 844})
    ask(page, VAGUE)
    page.click("#latest .source-link")
    expect(page.locator("#panel .agreement .title")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

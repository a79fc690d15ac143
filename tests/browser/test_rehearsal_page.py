"""Rehearsals from both sides and a pasted conversation, as a person does them in the page."""

from itertools import pairwise
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.kit import ask, opened

PASTED = """Bespreek dit gesprek na, ik was de medewerker.
Leidinggevende: Fijn dat je er bent. We kijken samen terug en hebben een uur.
Medewerker: Dank je. Ik ben trots op de verhuizing in mei, die liep op tijd.
Leidinggevende: Wat spreken we af?
Medewerker: Ik volg vóór 1 maart de cursus planning."""


NAMELESS = """() => [...document.querySelectorAll("button, a[href], input, textarea, summary")]
    .filter((one) => one.checkVisibility())
    .filter((one) => !(one.innerText || one.ariaLabel || one.labels?.length))
    .map((one) => one.outerHTML)"""
TWICE = """() => [...document.querySelectorAll("[id]")].map((one) => one.id)
    .filter((id, at, all) => all.indexOf(id) !== at)"""
HEADINGS = (
    """() => [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((one) => Number(one.tagName[1]))"""
)
SETTLED = "#latest [role=log][aria-busy=false] .words"
"""The words of the last reply, once it is complete."""


def press(page: Page, name: str) -> None:
    """Presses a button of the conversation and waits until the reply is complete."""
    before = page.locator(".said").count()
    page.get_by_role("button", name=name, exact=True).last.click()
    expect(page.locator(".said")).to_have_count(before + 1)
    expect(page.locator(SETTLED).last).to_be_visible()


def choose(page: Page, role: str, title: str, level: str) -> None:
    page.locator("button.choice", has_text="Oefen je gesprek").click()
    for chosen in (role, title, level):
        page.locator(".option b").get_by_text(chosen, exact=True).click()
    page.get_by_role("button", name="Begin", exact=True).click()
    expect(page.locator("#latest [aria-busy=false] .character")).to_be_visible()


def test_a_manager_rehearses_with_hint_back_and_debrief(page: Page) -> None:
    choose(page, "Leidinggevende", "Vier jaar hetzelfde werk", "Gewoon")
    expect(page.locator("#latest .speaker")).to_have_text("Ruben")
    expect(page.locator("#box textarea")).to_have_attribute("placeholder", "Zeg iets tegen Ruben…")
    expect(page.locator("#panel .phases [aria-current=step]")).to_have_text("Opening")

    ask(page, "Fijn dat je er bent. Ik wil samen terugkijken op het jaar; we hebben een uur.")
    expect(page.locator("#panel .duties .done").first).to_be_visible()
    press(page, "Hint")
    expect(page.locator("#latest .aside")).to_contain_text("Je zou kunnen zeggen")
    expect(page.locator(".said.order").last).to_contain_text("Hint")
    expect(page.locator(".said .speaker")).to_have_text("Ilse")
    suggested = page.locator("#latest .aside blockquote").inner_text()
    page.get_by_role("button", name="Zet in het invoerveld").click()
    expect(page.locator("#box textarea")).to_have_value(suggested.strip("“”"))

    press(page, "Terug")
    expect(page.locator("#latest .aside")).to_contain_text("Je staat weer bij Ruben")
    ask(page, "Hoe kijk je zelf terug op dit jaar?")
    page.locator("#panel .branch summary").click()
    expect(page.locator("#panel .branch")).to_contain_text("Ik wil samen terugkijken")
    expect(page.locator("#panel .branch")).to_contain_text("Hoe kijk je zelf terug")

    press(page, "Volgende fase")
    expect(page.locator("#panel .phases .done").first).to_be_visible()
    press(page, "Stop")
    expect(page.locator("#latest .words").last).to_contain_text("Ik stap uit de rol")
    expect(page.locator("#latest svg[role=img]")).to_be_visible()
    expect(page.locator("#latest .well li").first).to_be_visible()
    expect(page.locator("#latest .try .better").first).to_contain_text("Liever zo")
    expect(page.get_by_role("button", name="Opnieuw", exact=True)).to_have_count(1)
    expect(page.locator("#panel .rule")).to_have_count(12)
    page.locator("#panel .rule.broken summary").first.click()
    expect(page.locator("#panel .rule.broken .better").first).to_be_visible()


def test_an_employee_rehearses_and_takes_an_agreement_to_smart(page: Page) -> None:
    choose(page, "Medewerker", "Klaar voor de volgende stap", "Makkelijk")
    for line in (
        "Ik ben trots op de actie in mei, toen hebben we elke dag het doel gehaald.",
        "Lastig was de zaterdagploeg, dat liep soms stroef.",
        "Ik wil graag afdelingshoofd worden.",
    ):
        ask(page, line)
    for _ in range(5):
        press(page, "Volgende fase")
    ask(page, "Ik volg vóór 1 maart de cursus leidinggeven.")
    press(page, "Stop")
    mine = page.locator(".made li", has_text="cursus leidinggeven")
    mine.get_by_role("button", name="Maak SMART").click()
    expect(page.locator("#panel .agreement")).to_contain_text("cursus leidinggeven")


def test_a_rehearsal_survives_a_reload(page: Page) -> None:
    choose(page, "Leidinggevende", "Thuis uit beeld", "Moeilijk")
    page.reload()
    expect(page.locator("#latest .speaker")).to_have_text("Jeroen")
    ask(page, "Hoe gaat het met je?")
    expect(page.locator("#latest .character")).to_be_visible()


def test_a_pasted_conversation_gets_its_debrief(page: Page) -> None:
    page.locator("button.choice", has_text="Bespreek een gesprek na").click()
    expect(page.locator(SETTLED)).to_contain_text("Plak het gesprek hier")
    before = page.locator(".said").count()
    page.fill("#box textarea", PASTED)
    page.click("#send")
    expect(page.locator(".said")).to_have_count(before + 1)
    expect(page.locator("#panel .rule")).to_have_count(8)
    with page.expect_download() as started:
        page.get_by_role("link", name="Bewaar de nabespreking").click()
    saved = Path(started.value.path()).read_text(encoding="utf-8")
    assert "verhuizing in mei" in saved and started.value.suggested_filename == "nabespreking.md"


def test_an_example_shows_what_a_debrief_is(page: Page) -> None:
    page.locator("button.choice", has_text="Bespreek een gesprek na").click()
    expect(page.locator("#box textarea")).to_have_attribute("placeholder", "Plak hier het gesprek…")
    press(page, "Laat een voorbeeld zien")
    expect(page.locator("#latest .well li")).to_have_count(3)
    expect(page.locator("#panel .rule .legend").first).not_to_contain_text("fase-")


def test_by_keyboard_alone(page: Page) -> None:
    page.locator("button.choice", has_text="Oefen je gesprek").press("Enter")
    expect(page.get_by_role("radio", name="Medewerker Ik speel je")).to_be_focused()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowLeft")  # around to the last situation: one's own
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".said").last).to_have_text(
        "Jij: Oefen: Mijn eigen situatie, als medewerker, makkelijk"
    )
    expect(page.locator(SETTLED)).to_contain_text("Vertel in twee of drie zinnen")
    expect(page.locator(".picker")).to_have_count(0)


def test_typed_alone(page: Page) -> None:
    for message, expected in (
        ("Ik wil oefenen", "Wie ben jij"),
        ("medewerker", "Welke situatie"),
        ("12", "Hoe lastig"),
        ("gewoon", "Ruben"),
    ):
        ask(page, message)
        expect(page.locator(SETTLED)).to_contain_text(expected)


def test_the_choice_is_a_form_that_says_what_is_missing(page: Page) -> None:
    page.locator("button.choice", has_text="Oefen je gesprek").click()
    for group, count in (("Wie ben jij?", 2), ("Welke situatie oefen je?", 13), ("Hoe lastig", 3)):
        expect(page.get_by_role("group", name=group).get_by_role("radio")).to_have_count(count)
    page.get_by_role("button", name="Begin", exact=True).click()
    expect(page.get_by_role("alert").last).to_have_text("Kies eerst wie je bent en welke situatie je oefent.")
    expect(page.get_by_role("radio", name="Medewerker Ik speel je")).to_be_focused()
    page.get_by_text("Leidinggevende", exact=True).click()
    expect(page.locator(".picker .missing")).to_be_empty()


def test_the_button_that_begins_is_in_view_without_scrolling(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.locator("button.choice", has_text="Oefen je gesprek").click()
    begin = page.get_by_role("button", name="Begin", exact=True)
    expect(begin).to_be_in_viewport(ratio=1)
    for last in ("Moeilijk", "Mijn eigen situatie"):
        option = page.locator(".option", has_text=last)
        expect(option).to_be_in_viewport(ratio=1)
        option.click(trial=True)  # nothing lies over it

    page.set_viewport_size({"width": 390, "height": 844})
    for chosen in ("Medewerker", "Vakman in andere tijden"):
        page.locator(".option b").get_by_text(chosen, exact=True).click()
    expect(begin).to_be_in_viewport(ratio=1)
    begin.click(trial=True)


def test_a_screen_reader_hears_each_reply_and_meets_headings_in_order(page: Page) -> None:
    choose(page, "Leidinggevende", "Vier jaar hetzelfde werk", "Gewoon")
    expect(page.locator("#spoken")).to_contain_text("Ruben")
    ask(page, "Hoe kijk je zelf terug op dit jaar?")
    press(page, "Stop")
    expect(page.locator("#spoken")).to_contain_text("Ik stap uit de rol")
    levels = page.evaluate(HEADINGS)
    assert levels[0] == 1 and all(later <= earlier + 1 for earlier, later in pairwise(levels))


def test_every_control_has_a_name_and_no_id_comes_twice(page: Page) -> None:
    choose(page, "Leidinggevende", "Vier jaar hetzelfde werk", "Gewoon")
    ask(page, "Hoe kijk je zelf terug op dit jaar?")
    press(page, "Stop")
    assert page.evaluate(NAMELESS) == []
    assert page.evaluate(TWICE) == []


def test_on_a_phone_nothing_sticks_out(context: BrowserContext, server: str) -> None:
    page = opened(context, server)
    page.set_viewport_size({"width": 390, "height": 844})
    choose(page, "Leidinggevende", "Vier jaar hetzelfde werk", "Gewoon")
    page.get_by_text("Jij bent Ilse, hoofd werkvoorbereiding").locator("visible=true").click()
    expect(page.get_by_text("Ruben is je beste werkvoorbereider").locator("visible=true")).to_be_visible()
    page.get_by_role("button", name="Fase 1 van 7: Opening").click()
    expect(page.locator("#panel h2")).to_be_focused()
    ask(page, "Hoe kijk je zelf terug op dit jaar?")
    press(page, "Stop")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_typed_tag_stays_text(page: Page) -> None:
    choose(page, "Leidinggevende", "Vier jaar hetzelfde werk", "Gewoon")
    ask(page, "<img src=x onerror=alert(1)> Hoe kijk je terug?")
    press(page, "Stop")
    assert page.locator("img[src=x]").count() == 0

"""The page as a person uses it: a real server, a real browser."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.kit import ask, opened

QUESTION = "Waar moet ik op letten als we het via een scherm doen?"
Brief = tuple[str, Callable[[], None]]
BOX, ANSWER, CARD = "#box textarea", "#latest .words", "#panel details"


def test_a_question_gets_a_streamed_answer_with_its_source_beside_it(page: Page) -> None:
    page.evaluate(
        """() => { window.lengths = new Set(); const look = () => {
             const words = document.querySelector('#latest .words');
             if (words) window.lengths.add(words.innerText.length);
             requestAnimationFrame(look); }; look(); }"""
    )
    ask(page, QUESTION)
    expect(page.locator(ANSWER)).to_contain_text("camera")
    expect(page.locator(CARD)).to_contain_text("online gesprek")
    assert len(page.evaluate("[...window.lengths]")) >= 3, "the words did not come in one after another"
    assert page.locator(BOX).input_value() == ""


def test_a_source_opens_with_what_the_answer_used_marked(page: Page) -> None:
    ask(page, QUESTION)
    expect(page.locator("#panel .passage")).to_be_hidden()
    page.click("#panel summary")
    expect(page.locator("#panel .passage")).to_be_visible()
    first = page.locator("#panel mark").first
    expect(first).to_be_visible()
    assert first.inner_text() in page.locator(ANSWER).inner_text()


def test_an_older_answer_shows_its_own_source_again(page: Page) -> None:
    ask(page, "Hoe lang duurt het gesprek?")
    title = page.locator("#panel .title").inner_text()
    ask(page, QUESTION)
    page.click("#earlier .source-link")
    expect(page.locator("#panel details[open] .title")).to_have_text(title)


def test_small_talk_has_no_sources_and_suggestions_can_be_clicked(page: Page) -> None:
    ask(page, "hoi")
    expect(page.locator(CARD)).to_have_count(0)
    suggestion = page.locator("#latest .next button").first
    text = suggestion.inner_text()
    suggestion.click()
    expect(page.locator("#latest .said")).to_contain_text(text)
    expect(page.locator("#send")).to_be_visible()


def test_the_language_switch_changes_every_word_of_the_page(page: Page) -> None:
    page.get_by_label("English").check()
    expect(page.locator("h2").first).to_have_text("How can I help?")
    assert page.evaluate("document.documentElement.lang") == "en"
    assert page.get_by_label("Your question").get_attribute("placeholder") == "Type your question here…"
    ask(page, "How long does the review take?")
    expect(page.locator(ANSWER)).to_contain_text("45")
    expect(page.locator("#panel h2")).to_have_text("What this rests on")
    for dutch in ("Verstuur", "Kopieer", "Opnieuw", "Bron ", "Wis en"):
        assert dutch not in page.inner_text("body")


def test_a_reload_keeps_the_conversation_and_clearing_forgets_it(page: Page) -> None:
    ask(page, QUESTION)
    answer = page.locator(ANSWER).inner_text()
    page.reload()
    expect(page.locator(ANSWER)).to_have_text(answer)
    expect(page.locator(CARD)).to_have_count(1)
    page.click("#clear")
    expect(page.locator(".start")).to_be_visible()
    page.reload()
    expect(page.locator(".start")).to_be_visible()
    expect(page.locator("#latest .said")).to_have_count(0)


def test_a_damaged_memory_gives_a_fresh_conversation(page: Page) -> None:
    ask(page, "hoi")
    page.evaluate("localStorage.setItem('gesprekscoach', 'kapot')")
    page.reload()
    page.wait_for_function("localStorage.gesprekscoach !== 'kapot'")
    expect(page.locator(".start")).to_be_visible()
    ask(page, "hoi")
    expect(page.locator(ANSWER)).to_be_visible()


def test_stopping_keeps_what_was_said(context: BrowserContext, scripted: str) -> None:
    page = opened(context, scripted)
    page.fill(BOX, "traag")
    page.keyboard.press("Enter")
    expect(page.locator(ANSWER)).to_contain_text("Woord")
    page.click("#stop")
    expect(page.locator("#latest .notice")).to_have_text("Je hebt dit antwoord gestopt.")
    stopped_at = page.locator(ANSWER).inner_text()
    page.wait_for_timeout(400)
    assert page.locator(ANSWER).inner_text() == stopped_at
    page.reload()
    expect(page.locator(ANSWER)).to_have_text(stopped_at)


def test_retry_answers_the_same_question_in_the_same_place(page: Page) -> None:
    ask(page, "Hoe lang duurt het gesprek?")
    with page.expect_response(lambda response: "queue/join" in response.url):
        page.get_by_role("button", name="Opnieuw", exact=True).click()
    expect(page.locator("#latest .tools")).to_be_visible()
    expect(page.locator(".said")).to_have_count(1)
    expect(page.locator(ANSWER)).to_contain_text("45")


def test_copy_puts_the_answer_on_the_clipboard(page: Page, context: BrowserContext) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    ask(page, "Hoe lang duurt het gesprek?")
    page.get_by_role("button", name="Kopieer").click()
    expect(page.get_by_role("button", name="Gekopieerd")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == page.locator(ANSWER).inner_text()


@pytest.mark.parametrize(
    "typed",
    [
        "<img src=http://elders.example/x.png onerror=\"document.title='mis'\">",
        "<script>document.title='mis'</script>",
        "${document.title='mis'} `{{7*7}}` \\",
        "![x](http://elders.example/x.png)",
    ],
)
def test_what_a_person_types_is_shown_as_text(page: Page, typed: str) -> None:
    ask(page, typed)
    expect(page.locator("#latest .said")).to_contain_text(typed)
    page.reload()
    expect(page.locator("#latest .said")).to_contain_text(typed)
    assert page.title() == "Gesprekscoach"
    assert page.locator("#talk img, #talk script").count() == 0


@pytest.mark.parametrize(("typed", "said"), [("   ", "Typ eerst je vraag"), ("😀😀", "geen vraag")])
def test_nothing_to_go_on_gets_a_friendly_line(page: Page, typed: str, said: str) -> None:
    page.fill(BOX, typed)
    page.keyboard.press("Enter")
    expect(page.locator("#latest .answer")).to_contain_text(said)


def test_a_text_that_is_too_long_is_refused_kindly_and_kept(page: Page) -> None:
    long = "praat " * 16_667
    page.fill(BOX, long)
    page.keyboard.press("Enter")
    expect(page.locator("#latest .problem")).to_contain_text("te lang")
    expect(page.locator(BOX)).to_have_value(long)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("typed", ["stuk geheim-7361", "leeg geheim-7361"])
def test_an_internal_error_is_a_dutch_sentence_and_no_log_holds_the_text(
    context: BrowserContext,
    scripted: str,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
    typed: str,
) -> None:
    page = opened(context, scripted)
    page.fill(BOX, typed)
    page.keyboard.press("Enter")
    expect(page.locator("#latest .problem")).to_contain_text("Er ging iets mis")
    expect(page.locator(BOX)).to_have_value(typed)
    assert "Traceback" not in page.inner_text("body") and "Error" not in page.inner_text("body")
    assert "Error" in caplog.text
    assert "geheim-7361" not in caplog.text + "".join(capfd.readouterr())
    page.fill(BOX, "goed")
    page.keyboard.press("Enter")
    expect(page.locator(ANSWER)).to_have_text("Woord 0 1")


def test_a_notice_is_shown_small_and_as_text(context: BrowserContext, scripted: str) -> None:
    page = opened(context, scripted)
    ask(page, "goed")
    expect(page.locator("#latest .notice")).to_have_text("Een <b>kleine</b> noot.")


def test_on_a_phone_all_fits_and_the_source_is_a_tap_away(context: BrowserContext, server: str) -> None:
    page = opened(context, server)
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    ask(page, QUESTION)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    expect(page.locator(BOX)).to_be_in_viewport()
    page.click("#latest .source-link")
    expect(page.locator("#panel .title")).to_be_in_viewport()
    expect(page.locator(BOX)).to_be_in_viewport()


def test_the_keyboard_is_enough(page: Page) -> None:
    expect(page.locator(BOX)).to_be_focused()
    page.keyboard.type("Hoe lang duurt het gesprek?")
    page.keyboard.press("Enter")
    expect(page.locator("#latest .tools")).to_be_visible()
    page.locator("#top input").first.focus()
    seen: list[str] = []
    for _ in range(14):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("document.activeElement.innerText || document.activeElement.tagName"))
        if "Lees de hele passage" in seen[-1]:
            page.keyboard.press("Enter")
            break
    expect(page.locator("#panel mark").first).to_be_visible()
    assert "Kopieer" in seen and "Opnieuw" in seen and "TEXTAREA" in seen


def test_a_lost_connection_is_told_in_dutch(context: BrowserContext, brief: Brief) -> None:
    address, stop = brief
    page = opened(context, address)
    stop()
    page.fill(BOX, "hoi")
    page.keyboard.press("Enter")
    expect(page.locator(".toast-title")).to_have_text("Even geen verbinding")
    assert "Connection" not in page.inner_text("body")


def test_gradio_adds_nothing_of_its_own(page: Page, server: str) -> None:
    ask(page, QUESTION)
    assert page.locator("footer").count() == 0
    assert page.title() == "Gesprekscoach"
    assert set(page.evaluate("Object.keys(localStorage)")) == {"gesprekscoach"}
    html = page.request.get(server).text()
    assert "og:image" not in html and '<html\n\tlang="nl"' in html
    assert "default-src 'self'" in page.request.get(server).headers["content-security-policy"]

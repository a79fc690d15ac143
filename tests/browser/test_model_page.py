"""The page with a language model: whose words they are, where texts go, and what happens when it fails."""

from playwright.sync_api import BrowserContext, expect

from tests.browser.kit import ask, build_index, opened, product
from tests.provider_server import fails, says, serving

QUESTION = "Hoe lang duurt het gesprek?"
GOOD = "Trek er 45 tot 60 minuten voor uit [1]. Plan het liever te ruim dan te krap [1]."


def test_the_models_words_are_shown_with_their_source_and_then_the_phrasebooks(
    context: BrowserContext,
) -> None:
    build_index()
    with (
        serving(says(GOOD), fails(401)) as server,
        product(OPENAI_BASE_URL=server.url, GESPREKSCOACH_MODEL="m") as address,
    ):
        page = opened(context, address)
        expect(page.locator(".footer")).to_contain_text("gaat niet naar buiten")
        ask(page, QUESTION)
        expect(page.locator("#latest .words")).to_contain_text("Trek er 45 tot 60 minuten voor uit")
        expect(page.locator("#panel mark").first).to_contain_text("45 tot 60 minuten")
        ask(page, QUESTION)
        expect(page.locator("#latest .words")).to_contain_text("duurt meestal 45 tot 60 minuten")
        expect(page.locator("#latest .notice")).to_contain_text("sleutel")


def test_the_host_is_named_and_special_data_is_asked_about(context: BrowserContext) -> None:
    build_index()
    elsewhere = {"OPENAI_BASE_URL": "https://model.invalid/v1", "GESPREKSCOACH_MODEL": "m"}
    with product(**elsewhere) as address:
        page = opened(context, address)
        expect(page.locator(".footer")).to_contain_text("model.invalid")
        expect(page.locator("#panel")).to_contain_text(
            "Namen, e-mailadressen en telefoonnummers vervangen we"
        )
        ask(page, "Ik ben lid van de FNV. Hoe lang duurt het gesprek?")
        expect(page.locator("#latest .words")).to_contain_text("vakbond")
        page.get_by_role("button", name="Antwoord zonder taalmodel").click()
        expect(page.locator("#latest .source-link").first).to_be_visible(timeout=20_000)

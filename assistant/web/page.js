// Runs in each piece of the page that holds buttons of its own (gr.HTML's js_on_load: element, trigger, watch).
// A button says in data-do what it does: "copy" stays here, the others go to the server as events of Gradio's.
const copy = async (button) => {
  const text = button.dataset.copy ?? button.closest(".answer").querySelector(".words").innerText;
  let copied = true;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Browsers keep the clipboard from pages over plain http; this older way still works there.
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    copied = document.execCommand("copy");
    area.remove();
    button.focus();
  }
  const label = button.textContent;
  button.textContent = copied ? button.dataset.copied : button.dataset.failed;
  button.setAttribute("aria-live", "polite");
  setTimeout(() => { button.textContent = label; }, 1800);
};

// The form before a rehearsal: what is chosen becomes the one message that starts it.
const begin = (picker) => {
  const chosen = Object.fromEntries([...picker.querySelectorAll("input:checked")].map((radio) => [radio.name, radio.value]));
  const open = [...picker.querySelectorAll("fieldset")].find((group) => !group.querySelector("input:checked"));
  const line = picker.querySelector(".missing");
  line.textContent = open ? line.dataset.missing : "";
  if (open) open.querySelector("input").focus();
  else trigger("submit", { text: picker.dataset.message.replace(/\{(\w+)\}/g, (_, name) => chosen[name]) });
  return !open;
};

const fill = (text) => {
  const box = document.querySelector("#box textarea");
  box.value = text;
  box.dispatchEvent(new Event("input", { bubbles: true }));
  box.focus();
};

element.addEventListener("click", (event) => {
  const button = event.target.closest("[data-do]");
  if (!button) return;
  const { do: what, text, turn, source } = button.dataset;
  if (what === "copy") copy(button);
  // The button goes away with the old answer; whoever works by keyboard goes on in the box.
  const desktop = window.matchMedia("(pointer: fine)").matches;
  const leaves = what === "begin" ? begin(button.closest(".picker")) : what === "ask" || what === "retry";
  if (leaves && desktop) document.querySelector("#box textarea").focus({ preventScroll: true });
  window.byKeyboard = event.detail === 0;
  if (what === "fill") fill(text);
  if (what === "ask") trigger("submit", { text });
  if (what === "retry") trigger("retry", { again: true });
  if (what === "show") trigger("select", { turn: Number(turn), source: Number(source) });
});

element.addEventListener("change", (event) => {
  const line = event.target.closest(".picker")?.querySelector(".missing");
  if (line) line.textContent = "";
});

// The newest words stay in view above the box, but a question's first line is never scrolled away,
// and someone who scrolled up to read is left alone.
let turn = null;
let left = 0; // where we last left the page
const follow = () => {
  const log = element.querySelector("[role=log]");
  if (!log) return;
  const fresh = log.dataset.turn !== turn;
  if (!fresh && window.scrollY < left - 4) return;
  turn = log.dataset.turn;
  const [top, composer] = ["#top", "#composer"].map((id) => document.querySelector(id).getBoundingClientRect());
  const below = element.getBoundingClientRect().bottom + 12 - composer.top;
  const above = log.getBoundingClientRect().top - top.bottom;
  window.scrollBy({ top: fresh ? Math.min(below, above) : Math.max(0, Math.min(below, above)), behavior: "instant" });
  left = window.scrollY;
};

// A screen reader hears each reply once, when it is complete. The pieces of the page are made anew all the
// time, and a live region that is itself new stays unheard; this one stays.
let busy = false;
const announce = () => {
  const log = element.querySelector("[role=log]");
  if (!log) return;
  const done = busy && log.ariaBusy === "false";
  busy = log.ariaBusy === "true";
  if (!done) return;
  const said = log.querySelectorAll(".answer .speaker, .words, .notice, .problem");
  const text = [...said].map((piece) => piece.innerText).join("\n");
  Object.assign(region(), { textContent: text, lang: log.querySelector(".words")?.lang ?? "" });
  // Heard by then; whoever reads on through the page need not meet it twice.
  setTimeout(() => { if (region().textContent === text) region().textContent = ""; }, 10000);
};
const region = () => {
  const known = document.querySelector("#spoken");
  if (known) return known;
  const made = Object.assign(document.createElement("div"), { id: "spoken", className: "unseen", role: "status" });
  made.ariaLive = "polite";
  document.querySelector("main").append(made);
  return made;
};

const language = () => {
  const brand = element.querySelector(".brand");
  if (brand) document.documentElement.lang = brand.dataset.language;
};

// Who pressed a button by keyboard goes on in the form that it brought.
const choose = () => {
  if (!element.querySelector("[role=log][aria-busy=false] .words")) return;
  const [picker, pressed] = [element.querySelector(".picker"), window.byKeyboard];
  window.byKeyboard = false;
  if (!picker || !pressed) return;
  const first = picker.querySelector("fieldset");
  (first.querySelector("input:checked") ?? first.querySelector("input")).focus({ preventScroll: true });
};

// After "select": the card that opened (or the panel) comes into view and gets the focus.
window.revealSource = () => {
  const card = document.querySelector("#panel details[open]:not(.people)") ?? document.querySelector("#panel h2");
  if (!card) return;
  const head = card.querySelector("summary") ?? card;
  if (head === card) card.tabIndex = -1;
  head.focus({ preventScroll: true });
  const phone = window.matchMedia("(max-width: 900px)").matches;
  card.scrollIntoView({ block: phone ? "start" : "nearest", behavior: "instant" });
};

watch("value", () => { follow(); language(); choose(); announce(); });
language();
region();

// Gradio's own message about a lost connection is in English only.
if (!window.ownWords) {
  window.ownWords = new MutationObserver(() => {
    const words = document.querySelector(".brand")?.dataset;
    if (!words) return;
    for (const [part, line] of [[".toast-title", words.lostTitle], [".toast-message-text", words.lost]]) {
      const shown = document.querySelector(part);
      if (shown && shown.textContent !== line) shown.textContent = line;
    }
    document.querySelector(".toast-close")?.setAttribute("aria-label", words.lostClose);
  });
  window.ownWords.observe(document.body, { childList: true, subtree: true });
}

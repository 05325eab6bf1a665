// The page of another device that follows: a code, then what is shown, in a frame that this page
// moves. It knows a token, and no more of a case than the page that it shows.

const EVERY = 400;
const PLACE = "relnet_follow";
const UNKNOWN = 401;
const RING = 12;
const OWN_KEYS = ["ArrowLeft", "ArrowRight", "Home", "End"];
const byId = (id) => document.getElementById(id);

const said = byId("follow-said");
const button = byId("follow-switch");
const form = byId("follow-join");
const fault = byId("follow-fault");
const frame = byId("follow-frame");

let token = window.sessionStorage.getItem(PLACE);
let seen = "";
let shown = null;
let page = null;
let alone = false;
let asking = false;

/** Send JSON to where this page came from; null where nobody answers. */
async function ask(address, values) {
  try {
    return await window.fetch(address, {
      method: "POST",
      credentials: "same-origin",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(values),
    });
  } catch {
    return null;
  }
}

/** Give what cannot be done, in words. */
async function reason(response) {
  const told = await response?.json().catch(() => ({}));
  return told?.message ?? said.dataset.silent;
}

function tell(words) {
  if (said.textContent !== words) said.textContent = words;
}

const inside = () => (page ? frame.contentDocument : null);

/** Give what the stage is called that is shown there. */
function stageName() {
  return inside()?.querySelector(`[data-go="${shown.stage}"] b`)?.textContent ?? "";
}

/** Say what this page does, and offer the other. */
function show() {
  button.hidden = !page || !shown?.page;
  if (!shown?.page) tell(said.dataset.nobody);
  else if (alone) tell(said.dataset.alone);
  else tell([said.dataset.following, shown.chosen].filter(Boolean).join(" "));
  if (button.hidden) return;
  button.classList.toggle("strong", alone);
  const words = alone ? button.dataset.back.replace("{stage}", stageName()) : button.dataset.alone;
  if (button.textContent !== words) button.textContent = words;
}

/** Take the page away: nothing of it stays. */
function drop() {
  page = null;
  frame.hidden = true;
  frame.removeAttribute("srcdoc");
}

/** Lay under a mark what lights it: a wide line under a line, a ring around anybody. */
function light(mark) {
  mark.classList.add("is-chosen");
  const shape = mark.querySelector(":scope > :is(path, circle, rect)");
  if (!shape || mark.classList.contains("kind-row")) return;
  const touch = shape.localName === "path" ? shape.cloneNode() : ringOf(shape);
  touch.setAttribute("class", "touch");
  shape.before(touch);
}

/** Give a ring around a disc or a box; what is not laid out has no place but what is written. */
function ringOf(shape) {
  const at = (name) => Number(shape.getAttribute(name));
  const ring = shape.ownerDocument.createElementNS(shape.namespaceURI, "circle");
  const isDisc = shape.localName === "circle";
  ring.setAttribute("cx", isDisc ? at("cx") : at("x") + at("width") / 2);
  ring.setAttribute("cy", isDisc ? at("cy") : at("y") + at("height") / 2);
  ring.setAttribute("r", RING);
  return ring;
}

/** Mark in the pictures of the frame whoever is chosen there, and nobody else. */
function markChosen(found, refs) {
  for (const mark of found.querySelectorAll(".is-chosen")) {
    mark.classList.remove("is-chosen");
    mark.querySelector(":scope > .touch")?.remove();
  }
  for (const ref of refs) found.querySelectorAll(`[data-ref="${CSS.escape(ref)}"]`).forEach(light);
}

/** Move what is in the frame to where those are who are followed. */
function move() {
  const found = inside();
  if (!found) return;
  const follows = !alone && Boolean(shown?.page);
  markChosen(found, follows ? shown.refs : []);
  if (!follows) return;
  const { body } = found;
  if (body.dataset.view !== shown.view) found.querySelector(`[data-turn="${shown.view}"]`)?.click();
  if (!found.querySelector(`[data-go="${shown.stage}"][aria-current]`)) {
    found.querySelector(`[data-go="${shown.stage}"]`)?.click();
  }
}

function lookAround() {
  if (alone) return;
  alone = true;
  move();
  show();
}

/** Whoever turns a page, moves the slider or presses a key that does goes alone from there. */
function heedHand() {
  const found = inside();
  found.addEventListener("click", (event) => {
    if (!event.isTrusted) return;
    const link = event.target.closest("a");
    if (link?.matches(".skip")) {
      event.preventDefault();
      found.getElementById("sheet-main").focus();
    } else if (event.target.closest("[data-go], [data-turn], .sheet-steps button")) lookAround();
  }, { capture: true });
  found.addEventListener("input", (event) => event.isTrusted && lookAround(), { capture: true });
  found.addEventListener("keydown", (event) => {
    const plain = !event.altKey && !event.ctrlKey && !event.metaKey;
    if (event.isTrusted && plain && OWN_KEYS.includes(event.key)) lookAround();
  }, { capture: true });
}

/** Bring the page that is shown. */
async function bring() {
  drop();
  const response = await ask("/page", { token, seen: "" });
  if (!response?.ok || response.status === 204) return;
  const html = await response.text();
  await new Promise((done) => {
    frame.addEventListener("load", done, { once: true });
    frame.srcdoc = html;
    frame.hidden = false;
  });
  page = response.headers.get("X-Page");
  frame.contentWindow.document.documentElement.classList.add("followed");
  heedHand();
}

function leave() {
  token = null;
  seen = "";
  shown = null;
  window.sessionStorage.removeItem(PLACE);
  drop();
  button.hidden = true;
  tell("");
  form.hidden = false;
}

async function look() {
  if (asking || !token) return;
  asking = true;
  const response = await ask("/state", { token, seen });
  if (response?.status === UNKNOWN) {
    fault.textContent = await reason(response);
    leave();
  } else if (!response?.ok) {
    // Whoever cannot be asked may have hidden something since.
    if (!response) drop();
    seen = "";
    button.hidden = true;
    tell(await reason(response));
  } else if (response.status !== 204) await heed(await response.json());
  asking = false;
}

async function heed(told) {
  seen = told.sign;
  shown = told;
  form.hidden = true;
  if (!told.page) drop();
  else if (told.page !== page) await bring();
  if (told.page && told.page !== page) seen = "";
  move();
  show();
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const { code } = form.elements;
  const response = await ask("/join", { code: code.value });
  fault.textContent = response?.ok ? "" : await reason(response);
  if (!response?.ok) {
    code.select();
    return;
  }
  ({ token } = await response.json());
  window.sessionStorage.setItem(PLACE, token);
  code.value = "";
  form.hidden = true;
  await look();
  byId("main").focus();
});
button.addEventListener("click", () => {
  alone = !alone;
  move();
  show();
});
form.hidden = Boolean(token);
window.setInterval(look, EVERY);
look();

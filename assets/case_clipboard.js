// Copying from *Take away*: the picture, the words or the tables that are on the screen.

import { pngOf } from "./case_clipboard_picture.js";
import { wordsOf } from "./case_clipboard_words.js";
import { saveFile } from "./case_saving.js";

const main = document.getElementById("main");
const PICTURES = ["map", "tracks"];

const shownView = () => main.dataset.view;
const paneNow = () => main.querySelector(":scope > .pane:not([hidden])");
const panelNow = () => document.querySelector("#side > .stage-panel:not([hidden])");
const titleOf = () => document.querySelector('[data-part="title"]').textContent;

/** Say below a copy whose case it is, what it is, and whether something is hidden on the screen. */
function told({ dataset }) {
  const asked = new URLSearchParams(window.location.search);
  const filtered = asked.has("hide") || asked.has("only");
  return [titleOf(), dataset.made, ...(filtered ? [dataset.filtered] : [])];
}

const png = (tools) => pngOf(shownView(), paneNow(), told(tools));

async function copyPicture(tools) {
  // The picture is still being drawn when it is promised: some browsers want that.
  await navigator.clipboard.write([new ClipboardItem({ "image/png": png(tools) })]);
}

async function copyWords(tools) {
  const part = PICTURES.includes(shownView()) ? panelNow() : paneNow();
  const { html, plain } = wordsOf(part, told(tools));
  const blob = (type, text) => new Blob([text], { type });
  await navigator.clipboard.write([
    new ClipboardItem({ "text/html": blob("text/html", html), "text/plain": blob("text/plain", plain) }),
  ]);
}

async function savePicture(tools) {
  saveFile(`${shownView()}.png`, await png(tools));
}

const DEEDS = { picture: copyPicture, words: copyWords, save: savePicture };

/** Offer what the view on the screen can give. */
export function offer(tools) {
  const drawn = PICTURES.includes(shownView());
  for (const button of tools.querySelectorAll("[data-copy-what]")) {
    const { copyWhat, text, table } = button.dataset;
    if (copyWhat === "words") button.textContent = drawn ? text : table;
    else button.hidden = !drawn;
  }
  tools.querySelector('[role="status"]').textContent = "";
}

/** Do what a button says, and tell what came of it. */
export async function act(tools, button) {
  const place = tools.querySelector('[role="status"]');
  place.textContent = "";
  let words = button.dataset.done;
  try {
    await DEEDS[button.dataset.copyWhat](tools);
  } catch {
    words = button.dataset.failed;
  }
  // Emptied first, so that the same words are heard a second time.
  window.setTimeout(() => { place.textContent = words; }, 60);
}

// Editing a kept case in its page: each edit is sent at once, the picture follows, and what
// colleagues edit meanwhile comes in by itself.

import { askWho, send } from "./edit_who.js";
import { wireForms } from "./edit_forms.js";
import { isStep, makeLine, notify, notifyOf, showSaved, showSteps, wireSteps } from "./edit_saving.js";
import { isSure } from "./edit_sure.js";
import { focusHeading, handOver, swapForm } from "./edit_swap.js";

const NEWS_EVERY = 1500;
const REST_AFTER = 300;
const FORM_AFTER = 60;
// Where assets/edit.css puts the form below the map.
const BELOW = "(max-width: 1000px), (max-height: 520px)";

const byId = (id) => document.getElementById(id);

/**
 * Wire editing. `page` gives and changes what is shown: look() (stage and whose view, as in the
 * address), stages(), chosen(), choose(ref), take(answer), isEditing(), edit(on).
 */
export function wireEditing(page, main) {
  const address = window.location.pathname;
  const root = byId("edit-form");
  let whole = Number(main.dataset.number);
  let newest = whole;
  let touched = new Set();
  let resting = null;
  let forming = null;
  let gone = false;
  let shownForm = null;
  let shownOf = "";
  let isWanted = false;
  let formsAsked = 0;
  let isOld = false;

  const line = makeLine((state) => page.isEditing() && showSaved(state));

  const take = (answer) => {
    newest = Math.max(newest, answer.number);
    page.take(answer);
    showSteps(answer.steps);
    notifyOf(answer);
  };

  /** Ask for everything else that is other by now, once the edits have come to rest. */
  const askRest = () => {
    window.clearTimeout(resting);
    resting = window.setTimeout(askNews, REST_AFTER);
  };

  const askNews = async (first = false) => {
    if (line.isBusy() || document.documentElement.classList.contains("leaving")) {
      askRest();
      return;
    }
    const asked = { seen: whole, told: newest, touched: [...touched], look: page.look(), first };
    const { ok, status, told } = await send(`${address}/news`, asked);
    if (status === 404 && !gone) notify(told.message ?? "", "refused");
    gone = status === 404;
    // Where an edit has come in between, this is of before it: it is asked for again.
    if (!ok || line.isBusy() || newest !== asked.told || touched.size > asked.touched.length) return;
    showSteps(told.steps);
    if (!told.parts) return;
    touched = new Set();
    const fromOthers = told.number > newest;
    whole = told.number;
    take(told);
    if (fromOthers) bringForm(true);
  };

  const watch = () => {
    if (document.visibilityState === "visible") askNews();
  };
  window.setInterval(watch, NEWS_EVERY);
  document.addEventListener("visibilitychange", watch);

  /** Remember the stages of which the page has other parts than the version it shows as a whole. */
  const touch = ({ parts, frame }) => {
    for (const name of Object.keys(parts)) {
      if (name.startsWith("stage:")) touched.add(Number(name.split(":")[1]));
    }
    // Those that are gone have to come again if the next edit brings them back.
    for (let gone = frame.stages; gone < page.stages(); gone += 1) touched.add(gone);
  };

  const done = (answer) => {
    showSaved("saved");
    touch(answer);
    take(answer);
    bringForm(true);
    askRest();
  };

  /** Send something; it gives {done, refusals}, and says what could not be done. */
  const ask = async (what, values, whenDone = () => {}) => {
    await askWho();
    const sent = () => ({ ...values, seen: whole, told: newest, look: page.look() });
    const { ok, told } = await line.put(`${address}/${what}`, sent);
    if (ok && !told.refusals) {
      whenDone();
      done(told);
      return { done: true, refusals: [] };
    }
    const refusals = told.refusals ?? [{ field: "", message: told.message ?? byId("edit-saved").dataset.trouble }];
    showSaved("saved", refusals[0].message);
    if (what !== "edit" || !root.contains(document.activeElement)) notify(refusals[0].message, "refused");
    return { done: false, refusals };
  };

  const perform = (operation, whenDone) => ask("edit", { operation }, whenDone);

  /** Say what an operation does, and wait for a yes. */
  const confirm = async (operation) => {
    const { ok, told } = await send(`${address}/preview`, { operation, look: page.look() });
    if (!ok || told.refusals) {
      notify(told.refusals?.[0]?.message ?? told.message ?? byId("edit-saved").dataset.trouble, "refused");
      return false;
    }
    const dialog = byId("edit-ask");
    dialog.querySelector("ul").replaceChildren(...told.words.map((words) => {
      const item = document.createElement("li");
      item.textContent = words;
      return item;
    }));
    return isSure(dialog);
  };

  /** Bring the form of what is chosen; again where it has changed. */
  const bringForm = (again = false) => {
    if (!page.isEditing()) return;
    isOld ||= again;
    window.clearTimeout(forming);
    forming = window.setTimeout(fetchForm, FORM_AFTER);
  };

  /** Put the focus on the heading of the form that comes, or that is there already. */
  const focusForm = () => {
    isWanted = page.isEditing();
    bringForm();
  };

  const focusWanted = () => {
    if (isWanted) focusHeading(root);
    isWanted = false;
  };

  /** Where the form stands below the map, show it to those who have chosen something. */
  const showForm = () => {
    if (page.isEditing() && window.matchMedia(BELOW).matches) byId("editor").scrollIntoView();
  };

  const showOther = (of) => {
    if (of && of !== shownOf) showForm();
    shownOf = of;
  };

  const fetchForm = async () => {
    const look = page.look();
    const of = { chosen: page.chosen() ?? "", ...page.adding() };
    const what = { ...look, ...of };
    const name = JSON.stringify(what);
    if (name === shownForm && !isOld) {
      focusWanted();
      return;
    }
    const turn = (formsAsked += 1);
    isOld = false;
    const response = await window.fetch(`${address}/form?${new URLSearchParams(what)}`).catch(() => null);
    if (!response?.ok || !page.isEditing()) {
      isOld = true;
      return;
    }
    const html = await response.text();
    // One that was asked for later may have come before.
    if (turn !== formsAsked) return;
    const same = name === shownForm;
    swapForm(root, html, same);
    shownForm = name;
    byId("edit-back").hidden = !page.chosen() && !page.adding().add;
    showOther(what.add ? JSON.stringify(of) : what.chosen);
    if (what.add && !same) root.querySelector("input")?.focus();
    focusWanted();
  };

  const step = (what) => {
    if (isStep(what)) ask(what, {});
  };
  wireSteps(step, "input[type=text], input[type=number], textarea", page.isEditing);
  byId("editor").addEventListener("click", (event) => {
    const button = event.target.closest("[data-choose]");
    if (button) page.choose(button.dataset.choose);
  });
  byId("edit-back").addEventListener("click", () => {
    page.choose(null);
    focusForm();
  });
  byId("edit").addEventListener("click", async () => {
    if ("hiddenNames" in byId("edit").dataset) {
      notify(byId("edit").title, "refused");
      return;
    }
    if (!page.isEditing()) await askWho();
    page.edit(!page.isEditing());
  });
  // A text that is still being typed when the page goes is sent on its way.
  window.addEventListener("pagehide", () => document.activeElement?.blur?.());

  wireForms(root, { perform, ask: confirm });
  askNews(true);
  return { bringForm, focusForm, showForm, perform, handOver: () => handOver(root) };
}

// Remarks on the whole screen, pinned to the picture. Where the case can be edited, each becomes a
// question or an action at once; else this tab alone holds it, and offers it before it is gone.

import { isPresenting, isTyping, renamed } from "./case_parts.js";
import { areNamesHidden, guardHeld, keepInTab, readFromTab } from "./case_present_held.js";
import { makeSaying } from "./case_present_said.js";
import { saveFile } from "./case_saving.js";
import { fetchView } from "./case_views.js";

const EDGE = 12;
const FIELD_GAP = 28;

const byId = (id) => document.getElementById(id);
const root = document.documentElement;

/** Put values into a sentence of the page. */
function filled(words, values) {
  return Object.entries(values).reduce((text, [name, value]) => text.replace(`{${name}}`, () => value), words);
}

/** Find somebody, a place or a relationship in a picture. */
function markIn(picture, ref) {
  return ref && picture.querySelector(`[role="button"][data-ref="${CSS.escape(ref)}"]`);
}

/** Give the names at a mark as they are written on the map: its own, or those at its ends. */
export function namesAt(stage, ref) {
  const mark = markIn(stage, ref);
  if (!mark) return "";
  const ends = mark.dataset.ends?.split(" ") ?? [ref];
  const written = ends.map((end) => [...(markIn(stage, end)?.querySelectorAll('[class^="text-name"]') ?? [])]
    .map((part) => part.textContent).join(" "));
  return written.filter(Boolean).join(", ");
}

/** Give the middle of a mark as shares of its picture. */
function placeOf(mark) {
  const touch = mark.querySelector(".touch");
  const { width, height } = mark.ownerSVGElement.viewBox.baseVal;
  const { x, y } = touch.tagName === "circle"
    ? { x: touch.cx.baseVal.value, y: touch.cy.baseVal.value }
    : touch.getPointAtLength(touch.getTotalLength() / 2);
  return { x: x / width, y: y / height };
}

/**
 * Give the remarks that a tab has kept through a reload. In another version of the case their
 * marks may be others' by now, and what was kept in it stands among its questions and actions.
 */
function remembered(number, stages) {
  const { remarks, number: before } = readFromTab();
  const isSame = before === number;
  return remarks.filter((remark) => remark.held || isSame).map((remark) => ({
    ...remark, ref: isSame ? remark.ref : null, stage: Math.min(remark.stage, stages - 1),
  }));
}

/**
 * Give the operation that keeps a remark, as the form of its stage has it at this moment; null
 * where the case takes none.
 */
async function operationFor({ stage, kind, text, owner }, as) {
  const query = new URLSearchParams({ stage: String(stage + 1), as });
  const html = await fetchView(`${window.location.pathname}/form?${query}`);
  if (html === null) return null;
  const form = new DOMParser().parseFromString(html, "text/html").querySelector('form[data-name="questions"]');
  if (!form) return null;
  const operation = JSON.parse(form.dataset.op);
  Object.assign(operation.fields, { kind, text });
  const known = [...form.querySelectorAll('[name="owner"] option')].find((each) => each.textContent === owner);
  if (owner) operation.fields.owner = known ? JSON.parse(known.value) : owner;
  return operation;
}

/**
 * Wire remarks. `page` gives stage(), chosen(), as(), and perform(operation) as the editor does
 * it; null, where nothing can be edited, else a promise of {done, refusals}.
 */
export function wireRemarks(page, main, map) {
  const field = byId("remark");
  const form = field.querySelector("form");
  const list = byId("remark-list");
  const left = byId("remarks-left");
  const isKept = "kept" in field.dataset;
  let number = main.dataset.number ?? "";
  const remarks = remembered(number, map.children.length);
  let about = null;
  let offered = [];
  let words = {};
  let hideNames = null;
  let keeping = Promise.resolve();

  const say = makeSaying(byId("remark-said"));
  const held = () => remarks.filter((remark) => remark.held);
  const remember = () => keepInTab(remarks.filter((remark) => remark.held || remark.kept), number);

  /** Give a remark as one reads it: what it is, whose, and what was said. */
  const wordsOf = ({ kind, owner, text }) => {
    const words = kind === "question" ? list.dataset.question : owner ? list.dataset.owned : list.dataset.action;
    return filled(words, { owner, remark: text });
  };

  const takeOff = (remark) => {
    remarks.splice(remarks.indexOf(remark), 1);
    remember();
    paint();
    main.focus({ preventScroll: true });
  };

  const noteOf = (remark) => {
    const note = document.createElement("p");
    note.className = `remark-note remark-${remark.kind}`;
    note.classList.toggle("is-held", remark.held);
    const off = document.createElement("button");
    off.type = "button";
    off.textContent = "×";
    off.setAttribute("aria-label", filled(list.dataset.off, { remark: remark.text }));
    off.addEventListener("click", () => takeOff(remark));
    note.append(wordsOf(remark), off);
    return note;
  };

  /** Give the pin of a mark; it stands on the side where the picture has room. */
  const pinAt = (stage, mark) => {
    const old = stage.querySelector(`.remark-pin[data-pin="${CSS.escape(mark.dataset.ref)}"]`);
    if (old) return old;
    const { x, y } = placeOf(mark);
    const pin = document.createElement("div");
    pin.className = `remark-pin${x > 0.6 ? " at-left" : ""}${y < 0.3 ? " below" : ""}`;
    pin.dataset.pin = mark.dataset.ref;
    // A press on a remark is none on the picture below it.
    pin.addEventListener("click", (event) => event.stopPropagation());
    pin.style.left = `${x * 100}%`;
    pin.style.top = `${y * 100}%`;
    stage.append(pin);
    return pin;
  };

  /** Pin each remark to its mark; those without one on the screen stand in a list over it. */
  const paint = () => {
    for (const pin of map.querySelectorAll(".remark-pin")) pin.remove();
    list.replaceChildren();
    const isMapShown = !map.closest(".pane").hidden;
    for (const remark of remarks) {
      const stage = map.children[remark.stage];
      const mark = markIn(stage, remark.ref);
      if (mark) pinAt(stage, mark).append(noteOf(remark));
      if (remark.stage === page.stage() && !(mark && isMapShown)) list.append(noteOf(remark));
    }
    list.hidden = !list.children.length;
  };

  /** Put the field beside what it is about; the middle of the view where that is the stage. */
  const placeField = (mark) => {
    const box = (mark ?? main).getBoundingClientRect();
    const { width, height } = field.getBoundingClientRect();
    const within = (value, most) => Math.max(EDGE, Math.min(value, most - EDGE));
    const x = mark ? box.right + FIELD_GAP : box.left + (box.width - width) / 2;
    const y = mark ? box.top - height / 3 : box.top + (box.height - height) / 3;
    field.style.left = `${within(x, window.innerWidth - width)}px`;
    field.style.top = `${within(y, window.innerHeight - height)}px`;
  };

  /** Open the field for what has the focus or is chosen, else for the stage. */
  const open = () => {
    const focused = document.activeElement?.closest?.("main [data-ref]")?.dataset.ref;
    const ref = focused ?? page.chosen()?.split(".")[0] ?? null;
    const stage = map.children[page.stage()];
    about = { ref, stage: page.stage(), name: namesAt(stage, ref) };
    form.reset();
    const { dataset } = field;
    field.querySelector("h2").textContent = about.name ? filled(dataset.about, { name: about.name }) : dataset.stage;
    field.showModal();
    placeField(map.closest(".pane").hidden ? null : markIn(stage, ref));
    form.elements.text.focus();
  };

  /** Keep a remark in the case where it can be; else this page holds it, and says so. */
  const keep = async (remark) => {
    const operation = isKept ? await operationFor(remark, page.as()) : null;
    const { done, refusals } = (operation && await page.perform(operation)) ?? { done: false, refusals: [] };
    if (done) {
      Object.assign(remark, { held: false, kept: true });
      remember();
      paint();
      say(list.dataset.kept);
    } else if (refusals.length) say(filled(list.dataset.refused, { why: refusals[0].message }));
    else say(list.dataset.held);
  };

  const pin = () => {
    const { text, kind, owner } = form.elements;
    const said = text.value.trim();
    if (!said) return;
    const isNamed = about.name && !said.includes(about.name);
    const whole = isNamed ? filled(field.dataset.pinned, { name: about.name, remark: said }) : said;
    const remark = {
      ref: about.ref, stage: about.stage, kind: kind.value, text: whole, held: true,
      owner: kind.value === "action" ? owner.value.trim() : "",
    };
    remarks.push(remark);
    remember();
    paint();
    keeping = keeping.then(() => keep(remark));
  };

  /** Tell what this page alone holds, each with its stage. */
  const allHeld = () => held().map((remark) => {
    const stop = document.querySelectorAll("#rail .stop-name")[remark.stage];
    return filled(left.dataset.line, { stage: stop?.textContent ?? "", remark: wordsOf(remark) });
  });

  /** Nothing of them is this page's alone any more: they may go. */
  const letGo = () => {
    for (const remark of remarks) remark.held = false;
    remember();
  };

  const answer = (text) => { left.querySelector('[role="status"]').textContent = text; };

  /** They are elsewhere by now. Whoever is asked about names may keep them here all the same. */
  const taken = (text) => {
    if (!hideNames) letGo();
    answer(text);
  };

  /** Offer what this page alone holds; `hide` is called where names are hidden without it. */
  const offer = (hide = null) => {
    hideNames = hide;
    const count = held().length;
    words = JSON.parse(left.dataset.words)[hide ? "hiding" : "end"][count === 1 ? 0 : 1];
    for (const part of left.querySelectorAll("[data-words]")) {
      part.textContent = filled(words[part.dataset.words] ?? "", { count });
    }
    answer("");
    // Where names are just being hidden, no text that may hold one is shown.
    offered = allHeld();
    const shown = hide ? [] : offered;
    left.querySelector("ul").replaceChildren(...shown.map((text) => {
      const item = document.createElement("li");
      item.textContent = text;
      return item;
    }));
    left.querySelector("[data-go]").hidden = !hide;
    left.returnValue = "";
    if (left.open) left.close();
    left.showModal();
  };

  left.addEventListener("close", () => {
    // It asks something else by now.
    if (left.open) return;
    const hide = hideNames;
    hideNames = null;
    if (!hide) return;
    if (left.returnValue === "go") hide();
    else {
      root.classList.remove("names-leaving");
      if (byId("present-blank").open) byId("present-blank").close();
    }
  });

  // Its dialog tells only a moment later that it was closed: who leaves at once would not be offered it.
  form.addEventListener("submit", pin);
  field.querySelector("[data-cancel]").addEventListener("click", () => field.close());
  left.querySelector("[data-copy]").addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(offered.join("\n"));
      taken(words.copied);
    } catch {
      answer(words.notCopied);
    }
  });
  left.querySelector("[data-save]").addEventListener("click", () => {
    saveFile(left.dataset.file, new Blob([`${offered.join("\n")}\n`], { type: "text/plain;charset=utf-8" }));
    taken(words.saved);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "r" || event.repeat || !isPresenting()) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTyping(event.target)) return;
    event.preventDefault();
    open();
  });
  // Remarks may hold names: where these are hidden, what this tab alone holds is gone.
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("#hide-names");
    if (!button || areNamesHidden() || !held().length) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    // Who is followed says it again with each step.
    if (left.open && hideNames) return;
    // They are off the screen at once, whoever asked for it: a key, a press, or who is followed.
    if (!byId("present-blank").open) byId("present-blank").showModal();
    offer(() => {
      letGo();
      button.click();
    });
  }, { capture: true });
  guardHeld(held, () => {
    offer();
    answer(words.notWritten);
  });

  return {
    open,
    paint,
    /** The whole screen ends: what this page alone holds is offered. */
    end: () => {
      // The Escape that ended it would close the offer at once.
      if (held().length) window.setTimeout(() => offer());
    },
    /** People and stages are called otherwise since an edit. */
    rename: (refs, moved, stages, version) => {
      number = String(version);
      for (const remark of remarks) {
        remark.ref = renamed(remark.ref, refs);
        remark.stage = Math.min(moved[remark.stage] ?? remark.stage, stages - 1);
      }
      remember();
    },
  };
}

// Forms: whatever a control says of its operation (relnet/web/edit/controls.py) is read here
// and sent. No form is known by name.

import { forgetDrafts, willAdd } from "./edit_swap.js";

const ARROWS_SETTLE = 600;
const PREVIEW_AFTER = 250;

/** Put a value into a copy of an operation, at a path like "fields.strength". */
function withValue(operation, path, value) {
  const copy = structuredClone(operation);
  const steps = path.split(".");
  const last = steps.pop();
  let place = copy;
  for (const step of steps) place = place[step] ??= {};
  place[last] = value;
  return copy;
}

/** Give a date that is close to one that is typed: the year is taken from it. */
function nearOf(control) {
  return control.closest("[data-near]")?.dataset.near ?? "";
}

/** Read the value of a control as its form says. */
function valueOf(control, kind) {
  if (kind === "list") {
    const boxes = control.closest("fieldset").querySelectorAll('input[type="checkbox"]:checked');
    return [...boxes].map((box) => JSON.parse(box.value));
  }
  if (control.type === "checkbox") return control.checked;
  if (kind === "json") return JSON.parse(control.value);
  const text = control.value.trim();
  // What is no number goes as it is typed: the server says so beside the field.
  if (kind === "number") return text === "" ? null : Number.isNaN(Number(text)) ? text : Number(text);
  if (kind === "lines") return text.split("\n").map((line) => line.trim()).filter(Boolean);
  if (kind === "date") return text === "" ? null : { "@date": text, near: nearOf(control) };
  return text === "" ? null : text;
}

/** Whether a form says that an edit is for the present stage alone. */
function isHereAlone(control) {
  const scope = control.closest("[data-scoped]") ?? control.closest("#edit-form");
  return scope?.querySelector("[data-scope] input:checked")?.value === "true";
}

function finished(operation, control) {
  if (operation.do === "set_state" && isHereAlone(control)) return { ...operation, only_here: true };
  return operation;
}

/** Give the operation that a control means; null where it means none by itself. */
function operationOf(control) {
  const field = control.closest("[data-op]");
  if (!field || field.tagName === "FORM") return null;
  const { op, set, as } = field.dataset;
  return finished(withValue(JSON.parse(op), set, valueOf(control, as)), control);
}

/** Give the operation of a form with all its fields. */
function operationOfForm(form) {
  let operation = JSON.parse(form.dataset.op);
  for (const control of form.querySelectorAll("[data-set]")) {
    if (control.type === "radio" && !control.checked) continue;
    operation = withValue(operation, control.dataset.set, valueOf(control, control.dataset.as));
  }
  return finished(operation, form);
}

/** Give what stands in the fields of a form, by name. */
function entriesOf(form) {
  return new Map([...form.elements].filter(({ name }) => name).map((field) => [field.name, field.value]));
}

/**
 * Empty a form that was sent. Where it was written anew meanwhile, what was sent stands in its
 * successor as if it were still to be sent: it is emptied there, but for what was typed since.
 */
function emptyForm(root, form, sent) {
  if (form.isConnected) {
    form.reset();
    return;
  }
  const now = root.querySelector(`form[data-op][data-name="${CSS.escape(form.dataset.name ?? "")}"]`);
  for (const field of now?.elements ?? []) {
    if (!field.name || field.value !== sent.get(field.name)) continue;
    if (["radio", "checkbox"].includes(field.type)) field.checked = field.defaultChecked;
    else if (field.tagName === "SELECT") for (const option of field.options) option.selected = option.defaultSelected;
    else field.value = field.defaultValue;
  }
}

/** Show what is wrong with the fields of a form, or that nothing is. */
export function showFaults(place, refusals) {
  for (const fault of place.querySelectorAll("[data-fault]")) fault.textContent = "";
  const left = [];
  for (const { field, message } of refusals) {
    const fault = place.querySelector(`[data-fault="${CSS.escape(field)}"]`)
      ?? place.querySelector("[data-fault]");
    if (fault) fault.textContent = message;
    else left.push(message);
  }
  return left;
}

/** Show what is wrong with a form that was sent, and lead there. */
function showInForm(form, refusals) {
  showFaults(form, refusals);
  const place = form.querySelector(".field .fault:not(:empty)")?.closest(".field") ?? form;
  const field = place.querySelector("input, textarea, select");
  field?.setAttribute("aria-invalid", "true");
  if (form.contains(document.activeElement)) field?.focus();
}

/** Say nothing more of a form that is being mended. */
function takeFaultsBack(event) {
  const form = event.target.closest("form[data-op]");
  if (!form) return;
  showFaults(form, []);
  for (const field of form.querySelectorAll("[aria-invalid]")) field.removeAttribute("aria-invalid");
}

/** Show again what is recorded, where a press was refused; what was typed stays to be mended. */
function takeBackPress(control) {
  if (control.tagName === "SELECT") {
    for (const option of control.options) option.selected = option.defaultSelected;
    return;
  }
  if (!["radio", "checkbox"].includes(control.type)) return;
  const group = control.closest("fieldset, .field") ?? control.parentElement;
  for (const each of group.querySelectorAll(`input[type="${control.type}"]`)) each.checked = each.defaultChecked;
}

/** Choose with the number keys inside a group of segments. */
function chooseByNumber(event) {
  if (!/^[1-9]$/.test(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
  const group = event.target.closest(".segments-field");
  const radio = group?.querySelectorAll('input[type="radio"]')[Number(event.key) - 1];
  if (!radio) return;
  event.preventDefault();
  radio.focus();
  radio.click();
}

/** Show how a typed date is understood. */
function previewDates(root) {
  let timer = null;
  root.addEventListener("input", (event) => {
    const field = event.target.closest('[data-as="date"]');
    const shown = field?.querySelector("[data-preview]") ?? field?.parentElement.querySelector("[data-preview]");
    if (!shown) return;
    window.clearTimeout(timer);
    timer = window.setTimeout(async () => {
      const query = new URLSearchParams({ text: event.target.value, near: nearOf(event.target) });
      const response = await window.fetch(`/edit/date?${query}`).catch(() => null);
      if (!response?.ok) return;
      const told = await response.json();
      shown.textContent = told.words ?? told.message ?? "";
      shown.classList.toggle("not-understood", Boolean(told.message));
    }, PREVIEW_AFTER);
  });
}

/**
 * Wire every form inside a place. `perform` sends an operation and gives {done, refusals};
 * `ask` shows what one does first.
 */
export function wireForms(root, { perform, ask }) {
  let settling = null;
  let passing = null;

  const sendPassing = () => {
    window.clearTimeout(settling);
    const control = passing;
    passing = null;
    sendValue(control);
  };

  const sendValue = async (control) => {
    const operation = operationOf(control);
    if (!operation) return;
    const field = control.closest(".field") ?? control.parentElement;
    const sent = control.value;
    const { done, refusals } = await perform(operation);
    if (done) forgetDrafts(field);
    if (!field.isConnected) return;
    // What was kept is typed no more: the form written anew says it as it was understood.
    if (done && "defaultValue" in control) control.defaultValue = sent;
    if (!done) takeBackPress(control);
    field.querySelector("input, textarea, select")?.setAttribute("aria-invalid", String(!done));
    showFaults(field, refusals);
  };

  root.addEventListener("change", (event) => {
    const control = event.target;
    if (control.closest("[data-scope]") || control.closest("form[data-op]")) return;
    window.clearTimeout(settling);
    // The arrow keys go through a group of radios one by one: the last one counts.
    passing = control.type === "radio" && root.dataset.arrows ? control : null;
    if (passing) settling = window.setTimeout(sendPassing, ARROWS_SETTLE);
    else sendValue(control);
  });
  // Who leaves the group has chosen.
  root.addEventListener("focusout", (event) => {
    if (passing && event.relatedTarget?.name !== passing.name) sendPassing();
  });

  root.addEventListener("keydown", (event) => {
    root.dataset.arrows = event.key.startsWith("Arrow") ? "1" : "";
    chooseByNumber(event);
    const { target } = event;
    const ends = event.key === "Enter" && (target.tagName === "INPUT" || event.ctrlKey);
    if (ends && target.closest("[data-op]")?.tagName !== "FORM" && ["text", "number", "textarea"].includes(target.type)) {
      event.preventDefault();
      if (target.value !== target.defaultValue) sendValue(target);
    }
  });
  root.addEventListener("pointerdown", () => { root.dataset.arrows = ""; });

  root.addEventListener("click", async (event) => {
    const button = event.target.closest("button[data-do]");
    if (!button) return;
    const operation = finished(JSON.parse(button.dataset.do), button);
    if ("ask" in button.dataset && !(await ask(operation))) return;
    const place = button.closest(".field, form, .fold, [data-scoped]") ?? root;
    const { refusals } = await perform(operation);
    if (place.isConnected) showFaults(place, refusals);
  });

  root.addEventListener("submit", async (event) => {
    const form = event.target.closest("form[data-op]");
    if (!form) return;
    event.preventDefault();
    const operation = operationOfForm(form);
    if ("ask" in form.dataset && !(await ask(operation))) return;
    const sent = entriesOf(form);
    const { done, refusals } = await perform(operation, () => {
      emptyForm(root, form, sent);
      forgetDrafts(form);
      willAdd(form.dataset.name);
    });
    if (!done && form.isConnected) showInForm(form, refusals);
    else if (done) root.querySelector(`form[data-op][data-name="${CSS.escape(form.dataset.name ?? "")}"] input`)?.focus();
  });

  root.addEventListener("input", takeFaultsBack);
  previewDates(root);
}

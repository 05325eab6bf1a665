// A form written anew where it stands, and what was typed in it and not sent yet.

const HANDED = "relnet_half_typed";

/** Name a control so that it is found again in the form when that is written anew. */
function markOf(control) {
  const form = control.closest("form[data-op]");
  return {
    tag: control.tagName,
    name: control.name ?? "",
    value: ["radio", "checkbox"].includes(control.type) ? control.value : null,
    op: control.dataset.do ?? control.closest("[data-op]")?.dataset.op ?? "",
    form: form?.dataset.name ?? null,
    text: control.tagName === "BUTTON" || control.tagName === "SUMMARY" ? control.textContent : null,
  };
}

function isLike(control, mark) {
  const own = markOf(control);
  return own.tag === mark.tag && own.name === mark.name && own.value === mark.value
    && own.form === mark.form && own.text === mark.text;
}

function findLike(root, mark) {
  const all = [...root.querySelectorAll("input, textarea, select, button, summary, a")];
  const like = all.filter((control) => isLike(control, mark));
  return like.find((control) => markOf(control).op === mark.op) ?? like[0] ?? null;
}

/** Whether a field of a form holds what its user put in and has not sent yet. */
function isUnsent(field) {
  if (field.tagName !== "SELECT") return field.value !== field.defaultValue;
  return Boolean(field.closest("form")) && ![...field.options].some((option) => option.selected && option.defaultSelected);
}

function writtenIn(place) {
  return [...place.querySelectorAll('input[type="text"], input[type="number"], textarea, form select')];
}

/** Give what was typed and chosen and not yet sent. */
function typed(root) {
  return writtenIn(root)
    .filter(isUnsent)
    .map((field) => ({ mark: markOf(field), text: field.value, faults: faultsOf(field) }));
}

// The form whose entry comes with the next writing.
let added = null;

/** Remember that a form, by its name, has sent an entry: it is shown when it has come. */
export function willAdd(name) {
  added = name;
}

// What was typed in forms that are not shown now, by what it would change: that stays the same
// where people and stages are counted anew.
const drafts = new Map(takeOver());

/** Leave what is not sent yet to the same page in somebody else's view, and to nobody after it. */
export function handOver(root) {
  keepDrafts(root);
  const handed = JSON.stringify({ path: window.location.pathname, all: [...drafts] });
  try {
    if (drafts.size) window.sessionStorage.setItem(HANDED, handed);
  } catch {
    // A browser that keeps nothing.
  }
}

function takeOver() {
  try {
    const handed = JSON.parse(window.sessionStorage.getItem(HANDED) ?? "{}");
    window.sessionStorage.removeItem(HANDED);
    return handed.path === window.location.pathname ? handed.all : [];
  } catch {
    return [];
  }
}

function draftName(field) {
  const { op, name, form } = markOf(field);
  return JSON.stringify([op, name, form]);
}

/** Keep what a form holds that was not sent yet, until that form is shown again. */
function keepDrafts(root) {
  for (const field of writtenIn(root)) {
    if (isUnsent(field)) drafts.set(draftName(field), { text: field.value, faults: faultsOf(field) });
    else drafts.delete(draftName(field));
  }
}

/** Put back what was typed before, unfolded. */
function putDraftsBack(root) {
  for (const field of writtenIn(root)) {
    const draft = drafts.get(draftName(field));
    if (!draft) continue;
    fill(field, draft);
    for (let fold = field.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  }
}

/** Forget what was typed in a place: it has been sent. */
export function forgetDrafts(place) {
  for (const field of writtenIn(place)) drafts.delete(draftName(field));
}

/** Put in what was typed, and what was wrong with it. */
function fill(field, { text, faults }) {
  const isOffered = field.tagName !== "SELECT" || [...field.options].some((option) => option.value === text);
  if (isOffered) field.value = text;
  const fault = field.closest(".field")?.querySelector("[data-fault]");
  if (fault) fault.textContent = faults;
}

function faultsOf(field) {
  return field.closest(".field")?.querySelector("[data-fault]")?.textContent ?? "";
}

/** Put the focus where a control was that is gone: into its fold, else on the heading. */
function focusNear(root, fold) {
  const place = fold && root.querySelector(`details[data-fold="${CSS.escape(fold)}"] > summary`);
  if (place) place.focus({ preventScroll: true });
  else focusHeading(root, { preventScroll: true });
}

/** Put the focus on the heading of a form, which says whose it is. */
export function focusHeading(root, how = {}) {
  const heading = root.querySelector("h2");
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus(how);
}

/**
 * Write a form anew where it stands: the focus, the caret, what is unfolded, how far it is
 * scrolled and what was typed and not yet sent all stay. `same`: it is the form of the same.
 */
export function swapForm(root, html, same) {
  const active = root.contains(document.activeElement) ? document.activeElement : null;
  const mark = active && markOf(active);
  const fold = active?.closest("details[data-fold]")?.dataset.fold;
  const caret = active && "selectionStart" in active ? [active.selectionStart, active.selectionEnd] : null;
  const kept = same ? typed(root) : [];
  if (!same) keepDrafts(root);
  const folds = new Map([...root.querySelectorAll("details[data-fold]")].map((fold) => [fold.dataset.fold, fold.open]));
  const scope = same && root.querySelector("[data-scope] input:checked")?.value;
  const pane = root.closest("#editor");
  const top = same ? pane.scrollTop : 0;
  root.innerHTML = html;
  for (const fold of root.querySelectorAll("details[data-fold]")) {
    if (folds.has(fold.dataset.fold)) fold.open = folds.get(fold.dataset.fold);
  }
  for (const draft of kept) {
    const field = findLike(root, draft.mark);
    if (field) fill(field, draft);
  }
  if (!same) putDraftsBack(root);
  if (scope) {
    const radio = root.querySelector(`[data-scope] input[value="${CSS.escape(scope)}"]`);
    if (radio) radio.checked = true;
  }
  pane.scrollTop = top;
  focusAgain(root, mark, fold, caret);
  showAdded(root);
}

/** Put focus and caret where they were. */
function focusAgain(root, mark, fold, caret) {
  if (!mark) return;
  const found = findLike(root, mark);
  if (!found) {
    focusNear(root, fold);
    return;
  }
  found.focus({ preventScroll: true });
  if (caret?.[0] !== null && caret && "setSelectionRange" in found && found.type !== "radio") {
    try {
      found.setSelectionRange(...caret);
    } catch {
      // Numbers have no caret to set.
    }
  }
}

/** Bring the entry that was added into sight: it stands before its form. */
function showAdded(root) {
  const form = added && root.querySelector(`form[data-name="${CSS.escape(added)}"]`);
  added = null;
  if (!form) return;
  form.scrollIntoView({ block: "nearest" });
  form.previousElementSibling?.scrollIntoView({ block: "nearest" });
}

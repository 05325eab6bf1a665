// The focus: which rows, columns and comparison are seen, and what a cell tells. All of it is
// laid out already, but another case and other times: for those the page is asked.

const KEYS = ["rows", "columns", "beside"];

const focusOf = (root) => root.querySelector(".case-view.focus");

/** Read what the focus shows: {rows, columns, beside}. */
export function readFocus(root) {
  const { rows, columns, beside } = focusOf(root).dataset;
  return { rows, columns, beside };
}

/** Whether a part belongs to what is shown; a part that says nothing of a key always does. */
function belongs(part, shown) {
  return KEYS.every((key) => {
    const values = part.getAttribute(`data-when-${key}`);
    return values === null || values.split(" ").includes(shown[key]);
  });
}

/** Show the parts that belong to these rows, columns and this comparison, if others are shown. */
export function showFocus(root, shown) {
  const focus = focusOf(root);
  const list = focus.querySelector("select[data-set-beside]");
  if (list) list.value = shown.beside;
  if (KEYS.every((key) => focus.dataset[key] === shown[key])) return;
  for (const key of KEYS) focus.dataset[key] = shown[key];
  for (const part of focus.querySelectorAll("[data-when-rows], [data-when-columns], [data-when-beside]")) {
    part.hidden = !belongs(part, shown);
  }
  for (const key of ["rows", "columns"]) {
    for (const button of focus.querySelectorAll(`[data-set-${key}]`)) {
      button.setAttribute("aria-pressed", String(button.getAttribute(`data-set-${key}`) === shown[key]));
    }
  }
  focus.querySelector(".focus-told").replaceChildren();
}

/** Mark the columns with the present stage; another case has stages of its own. */
export function showFocusStage(root, number) {
  for (const part of root.querySelectorAll(".focus [data-stage]")) {
    const own = !part.closest('[data-when-beside^="case-"]');
    part.classList.toggle("now", own && part.dataset.stage.split(" ").includes(String(number)));
  }
}

/** Tell a cell whole below the grid, and mark it as the one that is told. */
function tellCell(root, button) {
  const focus = focusOf(root);
  for (const old of focus.querySelectorAll(".uses[aria-pressed]")) old.removeAttribute("aria-pressed");
  button.setAttribute("aria-pressed", "true");
  const story = button.parentElement.querySelector(".focus-story");
  const told = focus.querySelector(".focus-told");
  told.replaceChildren(...[...story.childNodes].map((node) => node.cloneNode(true)));
  told.scrollIntoView({ block: "nearest" });
}

/** Give the two times of the form as the address has them: "1-2.4-5". */
function timesOf(form) {
  const [a, b, c, d] = [...form.querySelectorAll("select")].map((select) => Number(select.value));
  return `${Math.min(a, b)}-${Math.max(a, b)}.${Math.min(c, d)}-${Math.max(c, d)}`;
}

function wireSwitches(root, change) {
  root.addEventListener("click", (event) => {
    for (const key of ["rows", "columns"]) {
      const button = event.target.closest(`.focus [data-set-${key}]`);
      if (button) change({ [key]: button.getAttribute(`data-set-${key}`) });
    }
  });
  root.addEventListener("change", (event) => {
    const select = event.target.closest(".focus select[data-set-beside]");
    if (select) change({ beside: select.value }, select.selectedOptions[0].hasAttribute("data-ask"));
  });
}

/**
 * Wire the focus inside `root`, which may get another one later.
 *
 * `choose` gets the short names of a cell's relationships, or of one person, as a list;
 * `ask` gets {rows, columns, beside, times} where the page has to be asked for the focus anew;
 * `changed`, where there is one, gets {rows, columns, beside} when they have changed.
 */
export function wireFocus(root, { choose, ask, changed }) {
  wireSwitches(root, (part, fetched = false) => {
    const shown = { ...readFocus(root), ...part };
    if (fetched) {
      ask(shown);
      return;
    }
    showFocus(root, shown);
    changed?.(shown);
  });
  root.addEventListener("submit", (event) => {
    const form = event.target.closest(".focus form[data-ask-times]");
    if (!form) return;
    event.preventDefault();
    ask({ ...readFocus(root), beside: "time", times: timesOf(form) });
  });
  root.addEventListener("click", (event) => {
    const cell = event.target.closest(".focus [data-choose-all]");
    const one = event.target.closest(".focus [data-choose]");
    if (one) choose([one.dataset.choose]);
    if (!cell) return;
    tellCell(root, cell);
    choose(cell.dataset.chooseAll.split(" ").filter(Boolean));
  });
}

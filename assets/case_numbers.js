// The numbers: what changed between any two stages is asked for when they are chosen.

const listsOf = (form) => [...form.querySelectorAll("select")];
const readStages = (form) => listsOf(form).map((list) => list.value);

/**
 * Wire the form inside `root`.
 *
 * `ask` gets {from, to} (stages, from 1) and gives the HTML of what changed, or null where it
 * cannot; `changed` hears {from, to} when a reader has chosen. Gives what shows two stages that
 * come from an address; where that names none, those of the beginning.
 */
export function wireNumbers(root, { ask, changed, failed }) {
  const form = root.querySelector("form[data-ask-changes]");
  const place = root.querySelector("[data-changes]");
  if (!form) return () => {};
  const opening = readStages(form);
  let latest = 0;
  let here = opening.join();
  const update = async () => {
    const [from, to] = readStages(form);
    if (here === [from, to].join()) return;
    here = [from, to].join();
    const number = (latest += 1);
    place.setAttribute("aria-busy", "true");
    const made = await ask({ from, to });
    if (number !== latest) return;
    place.removeAttribute("aria-busy");
    if (made !== null) place.innerHTML = made;
    else {
      here = null;
      place.replaceChildren(failed());
    }
  };
  const choose = () => {
    const [from, to] = readStages(form);
    changed({ from, to });
    update();
  };
  form.addEventListener("change", choose);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    choose();
  });
  return ({ from, to }) => {
    [from, to].forEach((value, number) => {
      const list = listsOf(form)[number];
      const known = [...list.options].some((option) => option.value === value);
      list.value = known ? value : opening[number];
    });
    update();
  };
}

// The numbers: what changed between any two stages is asked for when they are chosen.

/**
 * Wire the form inside `root`; `ask` gets {from, to} (stages, from 1) and gives the HTML of
 * what changed, or null where it cannot.
 */
export function wireNumbers(root, { ask }) {
  const form = root.querySelector("form[data-ask-changes]");
  const place = root.querySelector("[data-changes]");
  if (!form) return;
  let latest = 0;
  const update = async () => {
    const number = (latest += 1);
    const [from, to] = [...form.querySelectorAll("select")].map((select) => select.value);
    place.setAttribute("aria-busy", "true");
    const made = await ask({ from, to });
    if (number !== latest) return;
    place.removeAttribute("aria-busy");
    if (made !== null) place.innerHTML = made;
  };
  form.addEventListener("change", update);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    update();
  });
}

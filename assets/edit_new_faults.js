// What is wrong with an answer of a new case, said beside it.

const STEP_OF = { name: 0, title: 0, home: 1, moved_to: 1, stages: 2, people: 3 };
const PLACE = /^([a-z_]+)(?:\[(\d+)\](?:\.([a-z_]+))?)?/;

/** Find the step, the field and the place for the message of a fault. */
export function placeOf(form, where) {
  const [, name = "name", number, part] = PLACE.exec(where) ?? [];
  const step = form.querySelector(`.step[data-step="${STEP_OF[name] ?? 0}"]`);
  const line = step.querySelector(`.lines[data-list="${name}"] [data-lines]`)?.children[Number(number)];
  const field = line
    ? line.querySelector(part ? `[name="${part}"]` : "[name]")
    : step.querySelector(`input[name="${name}"]`);
  const message = (line ?? step).querySelector(line ? "[data-fault]" : `[data-fault="${name}"]`);
  return { step, field, message };
}

/** Whether somebody has been at a field already: then its fault is worth saying. */
function isTouched(field) {
  const line = field.closest(".new-line");
  const role = field.name === "type" ? line?.querySelector('[name="role"]') : null;
  return [field, role].some((each) => each && "touched" in each.dataset);
}

/** Take all messages of a step away. */
function clearFaults(step) {
  for (const message of step.querySelectorAll("[data-fault]")) message.textContent = "";
  for (const field of step.querySelectorAll("[aria-invalid]")) {
    field.removeAttribute("aria-invalid");
    field.removeAttribute("aria-describedby");
  }
}

/** Say a step's faults: all of them, or those of fields where somebody has been; give the fields. */
export function showFaults(form, step, faults, { all }) {
  clearFaults(step);
  const wrong = [];
  for (const { where, what } of faults) {
    const place = placeOf(form, where);
    const late = place.field && !all && !isTouched(place.field);
    if (place.step !== step || !place.message || late) continue;
    const said = place.message.textContent;
    place.message.textContent = said ? `${said} ${what}` : what;
    if (!place.field) continue;
    place.field.setAttribute("aria-invalid", "true");
    place.message.id ||= `fault-${place.field.name}`;
    place.field.setAttribute("aria-describedby", place.message.id);
    wrong.push(place.field);
  }
  return wrong;
}

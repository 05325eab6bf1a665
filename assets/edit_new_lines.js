// The lists on the page of a new case: moves, stages, people; one line each.

let last = 0;

/** Give a line a name of its own, which it keeps while others come and go. */
function newKey() {
  last += 1;
  return `line-${last}`;
}

/** Give the fields of a line by their names. */
export function fieldsOf(line) {
  return Object.fromEntries([...line.querySelectorAll("[name]")].map((field) => [field.name, field]));
}

/** Whether nothing was typed into a line. */
export function isBlank(line) {
  return [...line.querySelectorAll("input")].every((input) => !input.value.trim());
}

/** Fill a select of areas, keeping what is chosen while it is there. */
export function offerAreas(select, areas) {
  const { value } = select;
  const wanted = select.dataset.wanted ?? value;
  select.replaceChildren(...areas.map(([key, words]) => new Option(words, key)));
  select.value = areas.some(([key]) => key === wanted) ? wanted : "";
  delete select.dataset.wanted;
}

/** One list of lines. */
export class Lines {
  constructor(name) {
    this.box = document.querySelector(`.lines[data-list="${name}"]`);
    this.list = this.box.querySelector("[data-lines]");
    this.template = document.querySelector(`template[data-line="${name}"]`);
  }

  all() {
    return [...this.list.children];
  }

  /** Add a line, behind another or at the end; `told` is what `read` gives of one. */
  add(told = {}, behind = null) {
    const line = this.template.content.firstElementChild.cloneNode(true);
    const own = new Set(told.own ?? []);
    line.dataset.key = told.key ?? newKey();
    last = Math.max(last, Number(line.dataset.key.split("-")[1]) || 0);
    for (const [name, field] of Object.entries(fieldsOf(line))) {
      const value = told.values?.[name] ?? "";
      field.value = value;
      if (field.name === "area") field.dataset.wanted = value;
      if (own.has(name)) field.dataset.own = "";
    }
    const fault = line.querySelector("[data-fault]");
    fault.id = `fault-${line.dataset.key}`;
    if (behind) behind.after(line);
    else this.list.append(line);
    return line;
  }

  /** Take a line out, and give the one that has its place now. */
  remove(line) {
    const next = line.nextElementSibling ?? line.previousElementSibling;
    line.remove();
    return next;
  }

  fill(lines) {
    this.list.replaceChildren();
    for (const told of lines) this.add(told);
  }

  read() {
    return this.all().map((line) => {
      const fields = Object.entries(fieldsOf(line));
      return {
        key: line.dataset.key,
        own: fields.filter(([, field]) => "own" in field.dataset).map(([name]) => name),
        values: Object.fromEntries(fields.map(([name, field]) => [name, field.value])),
      };
    });
  }
}

// The cards of the library: searching them, showing more, their pictures once they are in sight.

import { send } from "./edit_who.js";

const FOLDS = { archived: "library-archived", deleted: "library-deleted" };
const AWAY = new Set(["archive", "delete", "purge"]);
const MOST_AT_ONCE = 48;
const NEAR = "400px";

/** Give the title that a card or a row shows. */
export function titleOf(item) {
  return (item.querySelector(".card-link") ?? item.querySelector(".row-title"))?.textContent ?? "";
}

/** Read the elements that the server has written. */
function elementsOf(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return [...template.content.children];
}

/** Fetches what cards show, in one request for all that have come into sight together. */
class Looks {
  constructor() {
    this.seen = new IntersectionObserver((found) => this.note(found), { rootMargin: NEAR });
    this.waiting = new Map();
  }

  watch(item) {
    if ("bare" in item.dataset) this.seen.observe(item);
  }

  note(found) {
    for (const { isIntersecting, target } of found) {
      if (!isIntersecting) continue;
      this.seen.unobserve(target);
      this.waiting.set(target.dataset.id, target);
    }
    if (this.waiting.size && !this.timer) this.timer = window.setTimeout(() => this.fetch(), 30);
  }

  async fetch() {
    this.timer = null;
    const asked = [...this.waiting].slice(0, MOST_AT_ONCE);
    for (const [id] of asked) this.waiting.delete(id);
    const { ok, told } = await send("/library/looks", { ids: asked.map(([id]) => id) });
    if (ok) for (const [id, item] of asked) show(item, told.looks[id]);
    if (this.waiting.size) this.fetch();
  }
}

/** Show on a card or a row what was fetched for it. */
function show(item, look) {
  if (!look) return;
  delete item.dataset.bare;
  const title = item.querySelector(".card-link") ?? item.querySelector(".row-title > a, .row-title");
  const picture = item.querySelector(".card-picture");
  const more = item.querySelector(".card-more");
  if (more) {
    const words = more.title.replace(title.textContent, () => look.title);
    more.title = words;
    more.setAttribute("aria-label", words);
  }
  title.textContent = look.title;
  if (!picture) return;
  picture.src = look.picture;
  picture.alt = look.words;
  item.querySelector("[data-facts]").textContent = look.facts;
}

/** The list of cards, and the folds below it. */
export class CardList {
  constructor(section) {
    this.section = section;
    this.box = document.getElementById("library-cards");
    this.search = document.getElementById("library-search");
    this.count = document.getElementById("library-count");
    this.more = document.getElementById("library-more");
    this.looks = new Looks();
    this.cards = new Map();
    this.asked = 0;
    this.place([...this.box.querySelectorAll(".kept")]);
    this.search.addEventListener("input", () => this.find());
    this.search.form?.addEventListener("submit", (event) => event.preventDefault());
    this.more.firstElementChild.addEventListener("click", () => this.showMore());
    for (const name of Object.keys(FOLDS)) {
      this.fold(name).addEventListener("toggle", () => this.fillFold(name));
    }
    if (this.search.value) this.find();
  }

  /** Put cards into the list, behind "New case" and those that are there. */
  place(items) {
    for (const item of items) {
      this.cards.set(item.dataset.id, item);
      this.box.append(item);
      this.looks.watch(item);
    }
  }

  shown() {
    return [...this.box.querySelectorAll(".kept")];
  }

  /** List what is searched for; an answer that was overtaken by a later one is dropped. */
  async find() {
    this.asked += 1;
    const mine = this.asked;
    const told = await this.fetch("cases", 0);
    if (!told || mine !== this.asked) return;
    for (const item of this.shown()) item.remove();
    this.place(elementsOf(told.html).map((item) => this.asBefore(item)));
    this.tell(told);
    this.refreshFolds();
  }

  /** Give the card that was there, with its picture, for the same version of a case. */
  asBefore(item) {
    const known = this.cards.get(item.dataset.id);
    const same = known && known.dataset.number === item.dataset.number && !known.querySelector("form");
    return same ? known : item;
  }

  async showMore() {
    const told = await this.fetch("cases", this.shown().length);
    if (!told) return;
    const items = elementsOf(told.html).map((item) => this.asBefore(item));
    this.place(items);
    this.tell(told);
    items[0]?.querySelector("a").focus();
  }

  async fetch(of, from, all = false) {
    const { ok, told } = await send("/library/list", { of, from, all, search: this.search.value });
    if (ok) return told;
    this.count.textContent = told.message ?? this.section.dataset.silent;
    return null;
  }

  tell({ words, count }) {
    this.count.textContent = words;
    this.more.hidden = this.shown().length >= count;
  }

  /** Show what became of a case: its card at the front, or gone; the folds as they are now. */
  settle(told, item, name) {
    item?.remove();
    if (told.card && !AWAY.has(name)) this.putIn(elementsOf(told.card)[0]);
    for (const fold of Object.keys(FOLDS)) this.tellFold(fold, told[fold]);
    if (!this.search.value) this.countAll(told.cases);
    this.refreshFolds();
  }

  /** Put a card before those that were changed earlier. */
  putIn(card) {
    this.box.querySelector(`.kept[data-id="${card.dataset.id}"]`)?.remove();
    this.cards.set(card.dataset.id, card);
    const changed = Number(card.dataset.changed);
    const later = this.shown().find((other) => Number(other.dataset.changed) < changed);
    if (later) later.before(card);
    else this.box.append(card);
  }

  async countAll(count) {
    const told = await this.fetch("cases", count);
    if (told) this.tell(told);
  }

  focusOn(id) {
    this.cards.get(id)?.querySelector("a")?.focus();
  }

  /** Go to a fold, or where it is empty now, to the search. */
  focusOnFold(name) {
    const fold = this.fold(name);
    (fold.hidden ? this.search : fold.querySelector("summary")).focus();
  }

  fold(name) {
    return document.getElementById(FOLDS[name]);
  }

  rowOf(id) {
    return this.section.querySelector(`.row[data-id="${id}"]`);
  }

  tellFold(name, count) {
    const fold = this.fold(name);
    fold.querySelector(".how-many").textContent = count;
    fold.hidden = !count;
    if (!count) fold.open = false;
  }

  refreshFolds() {
    for (const name of Object.keys(FOLDS)) this.fillFold(name);
  }

  /** List a fold's cases when it is opened, and again when something has changed. */
  async fillFold(name) {
    const fold = this.fold(name);
    if (!fold.open) return;
    const told = await this.fetch(name, 0, true);
    if (!told) return;
    const rows = elementsOf(told.html);
    fold.querySelector(".rows").replaceChildren(...rows);
    for (const row of rows) this.looks.watch(row);
  }
}

// The library on the start page: what can be done with a case, and what is said of it.

import { askWho, send } from "./edit_who.js";
import { copyToEdit } from "./edit_keep.js";
import { openMenu, wireMenu } from "./edit_library_menu.js";
import { CardList, titleOf } from "./edit_library_list.js";
import { isSure } from "./edit_sure.js";

const BACK_FROM = { archive: "unarchive", delete: "undelete" };
const SAVE = "save-";
const SAID = { archive: "archived", delete: "deleted", unarchive: "back", undelete: "back", purge: "purged" };

/** Say something at the lower edge of the page; with an Undo where it can be taken back. */
class Notice {
  constructor(box) {
    this.box = box;
    this.text = box.querySelector("span");
    this.undo = box.querySelector("[data-undo]");
    this.undo.addEventListener("click", () => this.taken?.());
    box.querySelector("[data-close]").addEventListener("click", () => this.close());
  }

  say(text, { undo = null, wrong = false } = {}) {
    this.taken = undo;
    this.undo.hidden = !undo;
    this.box.classList.toggle("wrong", wrong);
    this.box.hidden = false;
    this.text.textContent = text;
  }

  close() {
    this.box.hidden = true;
    this.text.textContent = "";
  }
}

/** What the page does with the cases of the library. */
class LibraryPage {
  constructor(section) {
    this.section = section;
    this.list = new CardList(section);
    this.notice = new Notice(document.getElementById("library-notice"));
    this.actions = {
      rename: (item) => this.rename(item),
      duplicate: (item) => this.duplicate(item),
      purge: (item) => this.purge(item),
    };
    this.menu = document.getElementById("library-menu");
    wireMenu(this.menu, (item, name) => this.act(item, name));
    section.addEventListener("click", (event) => this.clicked(event));
  }

  clicked(event) {
    const more = event.target.closest(".card-more");
    const tool = event.target.closest("[data-do]");
    if (more) openMenu(this.menu, more);
    else if (tool) this.act(tool.closest("[data-id]"), tool.dataset.do);
  }

  act(item, name) {
    if (name.startsWith(SAVE)) return saveFile(item, name);
    return (this.actions[name] ?? (() => this.putAway(item, name)))(item);
  }

  words(name, title) {
    return this.section.dataset[name].replace("{title}", () => title);
  }

  /** Ask the server; gives what it told, or null after its reason was said. */
  async ask(address, values = {}) {
    const { ok, told } = await send(`/library/${address}`, values);
    if (ok) return told;
    this.notice.say(told.message ?? this.section.dataset.silent, { wrong: true });
    return null;
  }

  async putAway(item, name) {
    const { id } = item.dataset;
    const title = titleOf(item);
    const told = await this.ask(`${id}/${name}`);
    if (!told) return;
    this.list.settle(told, item, name);
    const back = BACK_FROM[name];
    const undo = back ? () => this.takeBack(id, title, back) : null;
    this.notice.say(this.words(SAID[name], title), { undo });
    if (undo) this.notice.undo.focus();
    else this.list.focusOn(id);
  }

  async takeBack(id, title, back) {
    const told = await this.ask(`${id}/${back}`);
    if (!told) return;
    this.list.settle(told, this.list.rowOf(id), back);
    this.notice.say(this.words("back", title));
    this.list.focusOn(id);
  }

  async duplicate(item) {
    await askWho();
    const told = await this.ask(`${item.dataset.id}/duplicate`);
    if (!told) return;
    this.list.settle(told, null, "duplicate");
    this.notice.say(this.words("copied", titleOf(this.list.cards.get(told.id))));
    this.list.focusOn(told.id);
  }

  rename(item) {
    const heading = item.querySelector("h3");
    const form = document.getElementById("library-rename").content.firstElementChild.cloneNode(true);
    const { title } = form.elements;
    const fault = form.querySelector(".fault");
    const more = item.querySelector(".card-more");
    const leave = () => {
      form.replaceWith(heading);
      more.hidden = false;
      heading.querySelector("a").focus();
    };
    title.value = titleOf(item);
    heading.replaceWith(form);
    more.hidden = true;
    title.focus();
    title.select();
    form.querySelector("[data-cancel]").addEventListener("click", leave);
    form.addEventListener("keydown", (event) => event.key === "Escape" && leave());
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      await askWho();
      const { ok, told } = await send(`/library/${item.dataset.id}/rename`, { title: title.value });
      if (ok) {
        this.list.settle(told, item, "rename");
        this.list.focusOn(told.id);
        return;
      }
      fault.textContent = told.message ?? this.section.dataset.silent;
      title.focus();
    });
  }

  async purge(item) {
    if (!(await this.isSureOf(titleOf(item)))) return;
    const title = titleOf(item);
    const told = await this.ask(`${item.dataset.id}/purge`);
    // Even where the library says that the rest follows later, the case may be gone.
    if (!told) this.list.refreshFolds();
    else {
      this.list.settle(told, item, "purge");
      this.notice.say(this.words("purged", title));
      this.list.focusOnFold("deleted");
    }
  }

  isSureOf(title) {
    const dialog = document.getElementById("library-purge");
    const heading = dialog.querySelector("h2");
    heading.textContent = heading.dataset.words.replace("{title}", () => title);
    return isSure(dialog);
  }
}

/** Let the browser save a case as a file of a kind; the page stays where it is. */
function saveFile(item, name) {
  window.location.assign(`/case/${item.dataset.id}/file?as=${name.slice(SAVE.length)}`);
}

/** Let the samples and the files be saved and copied. */
function wireFiles(page) {
  const menu = document.getElementById("library-files");
  wireMenu(menu, saveFile);
  document.getElementById("main").addEventListener("click", async (event) => {
    const more = event.target.closest(".files .card-more");
    if (more) openMenu(menu, more);
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    const wrong = await copyToEdit(button.dataset.copy);
    if (wrong) page.notice.say(wrong.message ?? page.section.dataset.silent, { wrong: true });
  });
}

const section = document.getElementById("library");
if (section) wireFiles(new LibraryPage(section));

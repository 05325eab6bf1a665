// Following on this computer: one page of a case leads, others move with it, or look around alone
// and come back. The server is asked for what is shown; inside one browser a channel says when.

import { wireClosing } from "./case_menu.js";

const FOLLOW_EVERY = 300;
const LEAD_EVERY = 2000;
const BY_HAND = 2000;
const HELD_AFTER = 1500;
const HIDDEN = "relnet_names=hidden";

const byId = (id) => document.getElementById(id);
const path = window.location.pathname.replace(/\/$/, "");
const place = `relnet-follow:${path}`;

/** Remember across loadings of this page, in this window alone. */
function recall() {
  try {
    return JSON.parse(window.sessionStorage.getItem(place)) ?? {};
  } catch {
    return {};
  }
}

/**
 * Hold the lead for this page alone: {isHeld, letGo}. A tab that is duplicated brings its lead
 * along, but the first one holds it already; a page that is loaded again lets go of it itself.
 */
async function holdLead(token) {
  // Without https, other addresses than this computer's own have no locks.
  if (!navigator.locks) return { isHeld: true, letGo: () => {} };
  return new Promise((resolve) => {
    const held = () => new Promise((letGo) => { resolve({ isHeld: true, letGo }); });
    navigator.locks.request(`${place}:${token}`, { signal: AbortSignal.timeout(HELD_AFTER) }, held)
      .catch(() => resolve({ isHeld: false }));
  });
}

/** Send JSON below the address of the case; null where nobody answers. */
async function post(name, values, keepalive = false) {
  try {
    const response = await window.fetch(`${path}/follow/${name}`, {
      method: "POST",
      credentials: "same-origin",
      keepalive,
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(values),
    });
    const told = await response.json();
    return response.ok ? told : { fault: told.message };
  } catch {
    return null;
  }
}

/**
 * Wire the menu. `page` has `told`, which gives what is shown as a query string, `stage`, which
 * names the stage of such a string, and `adopt`, which shows it. What is given back has `moved`,
 * which the page calls after each step.
 */
export function wireFollowing(page) {
  const menu = byId("follow");
  const said = byId("follow-said");
  const fault = byId("follow-fault");
  const bar = byId("follow-bar");
  const buttons = Object.fromEntries(
    [...menu.querySelectorAll("button[data-follow]")].map((each) => [each.dataset.follow, each]),
  );
  const back = bar.querySelector("button");
  const button = menu.querySelector("summary");
  const usual = button.textContent;
  const channel = new BroadcastChannel(place);
  const who = crypto.getRandomValues(new Uint32Array(4)).join("-");
  const now = {
    role: "none", token: null, seen: "", shown: null, adopted: null, followers: "", silent: false, answered: false,
  };
  let touched = -BY_HAND;
  let sending = false;
  let again = false;
  let asking = false;
  let timer = null;
  let planned = false;
  let letGo = () => {};

  const keep = () => {
    const { role, token } = now;
    if (role === "none") window.sessionStorage.removeItem(place);
    else window.sessionStorage.setItem(place, JSON.stringify({ role, token }));
  };

  /** Say what this page does. */
  const words = () => {
    const { leading, following, alone, nobody, silent } = said.dataset;
    if (now.silent) return silent;
    // What is not known yet would be taken back in the next breath.
    if (now.role === "none" || !now.answered) return said.dataset.own;
    if (now.role === "lead") return leading.replace("{followers}", now.followers);
    if (now.shown === null) return nobody;
    return now.role === "alone" ? alone.replace("{stage}", page.stage(now.shown)) : following;
  };

  const show = () => {
    const follows = now.role === "follow" || now.role === "alone";
    const text = words();
    if (said.textContent !== text) said.textContent = text;
    menu.classList.toggle("active", now.role !== "none");
    buttons.lead.textContent = buttons.lead.dataset[now.role === "lead" ? "on" : "off"];
    buttons.follow.textContent = buttons.follow.dataset[follows ? "on" : "off"];
    buttons.alone.hidden = now.role !== "follow";
    buttons.back.hidden = back.hidden = now.role !== "alone" || now.shown === null;
    byId("follow-door").hidden = now.role !== "lead";
    button.textContent = button.dataset[now.role] ?? usual;
    // Its words are for those who hear; its button is seen while somebody is alone.
    bar.className = now.role === "alone" ? "follow-bar" : "unseen";
    const told = bar.querySelector("span");
    const heard = text === said.dataset.own ? "" : text;
    if (told.textContent !== heard) told.textContent = heard;
    if (now.shown !== null) {
      const to = back.dataset.back.replace("{stage}", page.stage(now.shown));
      if (back.textContent !== to) back.textContent = to;
    }
  };

  const become = (role, token = null) => {
    Object.assign(now, { role, token, seen: "", shown: null, adopted: null, silent: false, answered: false });
    fault.textContent = "";
    keep();
    show();
    window.clearInterval(timer);
    timer = null;
    letGo();
    if (role === "lead") timer = window.setInterval(send, LEAD_EVERY);
    else if (role !== "none") timer = window.setInterval(look, FOLLOW_EVERY);
  };

  /** Take what the server tells the page that leads. */
  const take = (told) => {
    now.silent = told === null;
    now.answered ||= !now.silent;
    fault.textContent = told?.fault ?? "";
    if (told?.ended) {
      become("none");
      fault.textContent = told.ended;
      return;
    }
    if (told && "followers" in told) {
      now.followers = told.followers;
      const door = menu.querySelector("[data-follow-door]");
      if (door.innerHTML !== told.door && door.dataset.told !== told.door) {
        door.innerHTML = told.door;
        door.dataset.told = told.door;
      }
      buttons.door.textContent = buttons.door.dataset[told.open ? "on" : "off"];
    }
    show();
  };

  const values = () => ({ token: now.token, search: page.told(), at: Math.round(performance.timeOrigin + performance.now()) });

  /** Say what this page shows: one saying at a time, the newest last. */
  async function send() {
    if (now.role !== "lead" || !now.token) return;
    if (sending) {
      again = true;
      return;
    }
    sending = true;
    const { token } = now;
    const told = await post("show", values());
    sending = false;
    channel.postMessage("moved");
    if (now.token === token) take(told);
    if (again) {
      again = false;
      send();
    }
  }

  /** Lead, or follow the tab of which this one was made while it leads. */
  async function beginToLead(token) {
    const hold = await holdLead(token);
    if (hold.isHeld) {
      become("lead", token);
      ({ letGo } = hold);
    } else become("follow");
  }

  async function lead() {
    const told = await post("lead", values());
    if (!told?.token) {
      take(told);
      return;
    }
    await beginToLead(told.token);
    take(told);
    channel.postMessage("moved");
  }

  /** Ask what is shown, and move there. */
  async function look() {
    if (asking || (now.role !== "follow" && now.role !== "alone")) return;
    asking = true;
    let told;
    try {
      const query = new URLSearchParams({ who, seen: now.seen });
      const response = await window.fetch(`${path}/follow/state?${query}`, { credentials: "same-origin" });
      if (response.status !== 204) told = await response.json();
      now.silent = !response.ok;
      now.answered ||= response.ok;
    } catch {
      now.silent = true;
    }
    asking = false;
    if (told && "version" in told) heed(told);
    show();
  }

  function heed({ version, search, hidden }) {
    now.seen = version;
    now.shown = search;
    if (search === null) return;
    // Names that are hidden by the one who leads are hidden here, too.
    const bare = byId("hide-names").dataset.names === "hidden";
    if (hidden && !bare) byId("hide-names").click();
    else if (!hidden && bare && !document.cookie.includes(HIDDEN)) window.location.reload();
    else if (now.role === "follow") adopt();
  }

  function adopt() {
    // What moves meanwhile is no step of somebody here.
    now.adopted = null;
    if (now.shown !== page.told()) page.adopt(now.shown);
    now.adopted = page.told();
  }

  /** Something has moved here: tell it, or leave those who are followed. */
  function moved() {
    if (now.role === "lead") {
      if (planned) return;
      planned = true;
      window.setTimeout(() => {
        planned = false;
        send();
      });
    } else if (now.role === "follow" && now.adopted !== null && page.told() !== now.adopted) {
      if (performance.now() - touched > BY_HAND) now.adopted = page.told();
      else alone();
    }
  }

  function alone() {
    now.role = "alone";
    keep();
    show();
  }

  function comeBack() {
    const focused = document.activeElement;
    now.role = "follow";
    keep();
    if (now.shown !== null) adopt();
    show();
    if (focused === back) byId("main").focus({ preventScroll: true });
    else if (focused?.hidden) buttons.alone.focus();
  }

  const acts = {
    lead: () => {
      if (now.role !== "lead") lead();
      else post("stop", { token: now.token }).then(() => channel.postMessage("moved")).finally(() => become("none"));
    },
    follow: () => {
      if (now.role === "lead") post("stop", { token: now.token });
      become(["follow", "alone"].includes(now.role) ? "none" : "follow");
      look();
    },
    alone: () => {
      alone();
      buttons.back.focus();
    },
    back: comeBack,
    door: async () => {
      const open = buttons.door.textContent === buttons.door.dataset.on;
      const told = await post(open ? "close" : "open", { token: now.token });
      take(told?.followers ? { ...told, followers: now.followers } : told);
    },
  };

  said.dataset.own = said.textContent;
  for (const [name, each] of Object.entries(buttons)) each.addEventListener("click", acts[name]);
  back.addEventListener("click", comeBack);
  wireClosing(menu);
  // It stays open for the next press; a press beside it closes it.
  menu.querySelector(".sheet-menu").addEventListener("click", (event) => event.stopPropagation());
  for (const kind of ["keydown", "pointerdown", "click", "input"]) {
    window.addEventListener(kind, (event) => {
      if (event.isTrusted) touched = performance.now();
    }, { capture: true });
  }
  window.addEventListener("popstate", () => {
    touched = performance.now();
    window.setTimeout(moved);
  });
  // Before this page is asked for again without names: those who follow lose them at once.
  window.addEventListener("relnet:leaving", () => {
    if (now.role === "lead" && now.token) post("show", values(), true);
  });
  channel.addEventListener("message", look);
  const { role = "none", token = null } = recall();
  if (role === "lead") beginToLead(token).then(() => (now.role === "lead" ? send() : look()));
  else {
    become(role, token);
    look();
  }
  return { moved };
}

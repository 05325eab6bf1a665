// What the history and the page of an older version share: times, and bringing something back.

import { askWho, send } from "./edit_who.js";

/** Write the times of versions as the reader's clock tells them, in this page's language. */
export function writeTimes(root) {
  const { lang } = document.documentElement;
  const language = lang && lang !== "en" ? lang : "en-GB";
  for (const time of root.querySelectorAll("time")) {
    const told = new Date(time.dateTime);
    time.textContent = told.toLocaleString(language, { dateStyle: "medium", timeStyle: "short", hour12: false });
  }
}

/** Say beside a button why nothing was done. */
function say(button, message) {
  const row = button.parentElement;
  let place = row.querySelector(".notice");
  if (!place) {
    place = document.createElement("p");
    place.className = "notice";
    place.setAttribute("role", "alert");
    row.append(place);
  }
  place.textContent = message;
}

/** Ask the server for what a button offers, and go on where something is other than before. */
export async function bringBack(button, address, goOn) {
  await askWho();
  const { ok, told } = await send(address, { number: Number(button.dataset.number) });
  if (ok && !told.message) window.location.assign(goOn);
  else say(button, told.message ?? button.closest("[data-silent]")?.dataset.silent ?? "");
}

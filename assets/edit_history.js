// The history of a case: times as the reader's clock tells them, restoring, putting back.

import { askWho, send } from "./edit_who.js";

const main = document.getElementById("main");

for (const time of main.querySelectorAll("time")) {
  const told = new Date(time.dateTime);
  time.textContent = told.toLocaleString([], { dateStyle: "medium", timeStyle: "short", hour12: false });
}

/** Say why something was not done, beside the button. */
function say(button, message) {
  let place = button.parentElement.querySelector(".notice");
  if (!place) {
    place = document.createElement("p");
    place.className = "notice";
    place.setAttribute("role", "alert");
    button.parentElement.append(place);
  }
  place.textContent = message;
}

main.addEventListener("click", async (event) => {
  const button = event.target.closest("button[data-what]");
  if (!button) return;
  await askWho();
  const address = window.location.pathname.replace(/history$/, button.dataset.what);
  const { ok, told } = await send(address, { number: Number(button.dataset.number) });
  if (ok) window.location.assign(window.location.pathname);
  else say(button, told.message ?? "");
});

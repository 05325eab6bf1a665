// A file that takes long: it is made on the server, this page says how far it is and can stop it.

const EVERY = 300;
const PATIENCE = 10;

const byId = (id) => document.getElementById(id);
const line = byId("making");
const said = byId("making-said");
const bar = line.querySelector("progress");
const button = line.querySelector("button");
const summary = byId("take-away").querySelector("summary");

let now = null;

function tell(words) {
  if (said.textContent !== words) said.textContent = words;
}

const filled = (words, told) => words.replace("{number}", told.number).replace("{many}", told.many);

/** Ask this server; null where nobody answers. */
async function ask(address, method) {
  try {
    return await window.fetch(address, { method, credentials: "same-origin" });
  } catch {
    return null;
  }
}

/** Give what cannot be done, in words. */
async function reason(response) {
  const told = await response?.json().catch(() => ({}));
  return told?.message ?? line.dataset.silent;
}

/** Show the line; its button gets the keyboard, as the menu that had it is closed. */
function open() {
  line.hidden = false;
  bar.hidden = false;
  bar.removeAttribute("value");
  button.textContent = button.dataset.stop;
  tell(line.dataset.begun);
  // After the menu has closed and given the keyboard back to its own button.
  window.setTimeout(() => button.focus());
}

/** Say how it ended; the line stays until it is closed, as not everybody reads fast. */
function end(words) {
  now = null;
  bar.hidden = true;
  button.textContent = button.dataset.close;
  tell(words);
}

function close() {
  const inside = line.contains(document.activeElement);
  line.hidden = true;
  tell("");
  if (inside) summary.focus();
}

function showFar(told) {
  if (!told.many) return;
  const all = told.number === told.many;
  tell(filled(all && told.many > 1 ? line.dataset.last : line.dataset.page, told));
  bar.value = (told.number - 0.5) / told.many;
}

/** Let the browser save the finished file. */
function save(address) {
  const link = document.createElement("a");
  link.href = `${address}/file`;
  link.download = "";
  link.click();
  end(line.dataset.saved);
}

/** Ask until it is finished, stopped, or cannot be made. */
async function follow(job) {
  let silent = 0;
  while (now === job && silent < PATIENCE) {
    const response = await ask(job.address, "GET");
    if (now !== job) return;
    if (response?.ok) {
      silent = 0;
      const told = await response.json();
      if (now !== job) return;
      if (told.fault) return void end(told.fault);
      if (told.done) return void save(job.address);
      showFar(told);
    } else if (response) return void end(await reason(response));
    else silent += 1;
    await new Promise((done) => { window.setTimeout(done, EVERY); });
  }
  if (now === job) end(line.dataset.silent);
}

/** Make the file of a link of the menu. */
export async function make(link) {
  if (now) {
    tell(line.dataset.busy);
    window.setTimeout(() => button.focus());
    return;
  }
  const job = { address: null };
  now = job;
  open();
  const response = await ask(link.href, "POST");
  if (!response?.ok) {
    if (now === job) end(await reason(response));
    return;
  }
  const { token } = await response.json();
  job.address = `${window.location.pathname}/making/${token}`;
  // Somebody may have stopped it before it had a name.
  if (now !== job) ask(`${job.address}/stop`, "POST");
  else follow(job);
}

function stop() {
  const { address } = now;
  end(line.dataset.stopped);
  if (address) ask(`${address}/stop`, "POST");
}

button.addEventListener("click", () => (now ? stop() : close()));
line.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || now) return;
  event.stopPropagation();
  close();
});
// A page that is closed wants no file any more.
window.addEventListener("pagehide", () => {
  if (now?.address) navigator.sendBeacon(`${now.address}/stop`);
});

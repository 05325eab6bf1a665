// Starts Dash once the first picture is on the screen: its scripts wait in a template until then,
// because fetching, reading and running them would hold the first paint.

/** Make a script element that runs, of one that waits in the template. */
function awakened(waiting) {
  const script = document.createElement("script");
  for (const { name, value } of waiting.attributes) script.setAttribute(name, value);
  script.textContent = waiting.textContent;
  script.async = false;
  return script;
}

/** Run a script; done once it has run. */
function run(waiting) {
  const script = awakened(waiting);
  const done = script.src
    ? new Promise((resolve) => {
      script.addEventListener("load", resolve);
      script.addEventListener("error", resolve);
    })
    : Promise.resolve();
  document.body.append(script);
  return done;
}

/** Run them all in their order: those with an address together, the others after them. */
async function runAll() {
  const scripts = [...document.getElementById("later").content.querySelectorAll("script")];
  await Promise.all(scripts.filter((script) => script.hasAttribute("src")).map(run));
  for (const script of scripts.filter((each) => !each.hasAttribute("src"))) await run(script);
}

window.requestAnimationFrame(() => window.setTimeout(runAll));

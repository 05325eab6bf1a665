// Hide or show names: the server writes every name, so the page is asked for again.

const COOKIE = "relnet_names";

/**
 * Remember for this browser whether names are hidden, until it is closed. Lax: a link from
 * another site (webmail) leads here with the cookie, so that names stay hidden there too.
 */
function remember(hidden) {
  const ends = hidden ? "" : "; max-age=0";
  document.cookie = `${COOKIE}=${hidden ? "hidden" : ""}; path=/; SameSite=Lax${ends}`;
}

/** Whether this browser remembers that names are hidden. */
function isRemembered() {
  return document.cookie.split("; ").includes(`${COOKIE}=hidden`);
}

/** Whether the page was written without names. */
function isHidden(button) {
  return button.dataset.names === "hidden";
}

/** Ask for the page again where it shows what another page or window has since hidden. */
function keepUp(button) {
  if (document.visibilityState !== "visible") return;
  if (isRemembered() !== isHidden(button)) window.location.reload();
}

/** Wire the switch; a page that has something to write down first hears `relnet:leaving`. */
export function wireNamesSwitch(button) {
  button.addEventListener("click", () => {
    remember(!isHidden(button));
    window.dispatchEvent(new Event("relnet:leaving"));
    window.location.reload();
  });
  window.addEventListener("pageshow", (event) => event.persisted && keepUp(button));
  document.addEventListener("visibilitychange", () => keepUp(button));
}

wireNamesSwitch(document.getElementById("hide-names"));

// Hide or show names: the server writes every name, so the page is asked for again.

const COOKIE = "relnet_names";

/** Remember for this browser whether names are hidden, until it is closed. */
function remember(hidden) {
  const ends = hidden ? "" : "; max-age=0";
  document.cookie = `${COOKIE}=${hidden ? "hidden" : ""}; path=/; SameSite=Strict${ends}`;
}

/** Wire the switch; a page that has something to write down first hears `relnet:leaving`. */
export function wireNamesSwitch(button) {
  button.addEventListener("click", () => {
    remember(button.getAttribute("aria-pressed") !== "true");
    window.dispatchEvent(new Event("relnet:leaving"));
    window.location.reload();
  });
}

wireNamesSwitch(document.getElementById("hide-names"));

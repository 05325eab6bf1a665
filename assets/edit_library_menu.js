// The small menus of cases on the start page: one element for all that are kept, and one for all
// that are only read, opened beside the button.

const GAP = 6;

/** Wire the menu; `act` is told the card and what was chosen. */
export function wireMenu(menu, act) {
  menu.addEventListener("click", (event) => {
    const chosen = event.target.closest("[data-do]");
    if (!chosen || chosen.getAttribute("aria-disabled") === "true") return;
    const item = menu.opener.closest("[data-id]");
    menu.hidePopover();
    act(item, chosen.dataset.do);
  });
  menu.addEventListener("keydown", (event) => walk(menu, event));
  menu.addEventListener("toggle", (event) => {
    menu.opener?.setAttribute("aria-expanded", String(event.newState === "open"));
  });
  window.addEventListener("scroll", () => hasMoved(menu) && menu.hidePopover(), { passive: true });
}

/** Open the menu of a card, or close it where it is open already. */
export function openMenu(menu, button) {
  const again = menu.opener === button && menu.matches(":popover-open");
  if (menu.matches(":popover-open")) menu.hidePopover();
  if (again) return;
  menu.opener = button;
  menu.showPopover();
  const box = button.getBoundingClientRect();
  menu.openedAt = box.top;
  place(menu, box);
  menu.querySelector("button").focus({ preventScroll: true });
}

/** Whether an open menu is no longer beside its button; a scroll may be told of after it opened. */
function hasMoved(menu) {
  return menu.matches(":popover-open") && menu.opener.getBoundingClientRect().top !== menu.openedAt;
}

/** Put it under the button, or above it where there is no room. */
function place(menu, box) {
  const { offsetWidth: width, offsetHeight: height } = menu;
  const below = box.bottom + GAP;
  const top = below + height > window.innerHeight ? box.top - height - GAP : below;
  menu.style.top = `${Math.max(top, GAP)}px`;
  menu.style.left = `${Math.max(Math.min(box.right - width, window.innerWidth - width - GAP), GAP)}px`;
}

/** Go through the menu by arrow keys; leave it by Escape or Tab. */
function walk(menu, event) {
  const buttons = [...menu.querySelectorAll("button")];
  const at = buttons.indexOf(document.activeElement);
  const step = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
  if (event.key === "Tab") menu.hidePopover();
  if (step === undefined) return;
  event.preventDefault();
  buttons.at(step % buttons.length).focus();
}

// The search over a list of cases: it shortens the list to those whose title holds every word.

const IN_ADDRESS = /\/case\/([\w~-]{1,80})/;

/** Give the words of a text, small letters alone. */
const wordsOf = (text) => text.toLocaleLowerCase().split(/\s+/).filter(Boolean);

/** Choose the case of an address that was pasted; a new choice where it is not in the list. */
function chooseAddress(list, key) {
  const known = [...list.options].find(({ value }) => value === key);
  if (!known) list.prepend(new Option(key, key));
  list.value = key;
}

/**
 * Wire a search box over the list that follows it. An address of a case that is pasted into it
 * chooses that case: an opened case stands in no list.
 */
export function wireFind(box) {
  const list = box.parentElement.querySelector("select");
  const all = [...list.options];
  box.hidden = false;
  box.addEventListener("input", () => {
    box.setCustomValidity("");
    const [, key] = IN_ADDRESS.exec(box.value) ?? [];
    const words = wordsOf(box.value);
    const found = all.filter((option) => words.every((word) => option.text.toLocaleLowerCase().includes(word)));
    for (const option of all) option.hidden = Boolean(key) || !found.includes(option);
    if (key) chooseAddress(list, key);
    else if (words.length && found.length) found[0].selected = true;
    else if (words.length) box.setCustomValidity(box.dataset.none);
    if (words.length) box.reportValidity();
  });
}

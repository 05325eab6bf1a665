// What is told in a status: for a while, so that nothing is found there that holds no more.

const SAID_FOR = 6000;

/** Make what says words in a status. */
export function makeSaying(status) {
  let saying = null;
  return (words) => {
    window.clearTimeout(saying);
    status.textContent = words;
    saying = window.setTimeout(() => {
      if (status.textContent === words) status.textContent = "";
    }, SAID_FOR);
  };
}

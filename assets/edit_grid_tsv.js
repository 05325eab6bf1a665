// Tab-separated text, as spreadsheets put it on the clipboard and take it from there.

/** Cut text into rows of cells; a cell in quotes may hold tabs, line breaks and "" for ". */
export function fromTsv(text) {
  const rows = [[""]];
  const put = (sign) => { rows.at(-1)[rows.at(-1).length - 1] += sign; };
  let quoted = false;
  const plain = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  for (let at = 0; at < plain.length; at += 1) {
    const sign = plain[at];
    if (quoted && sign === '"' && plain[at + 1] === '"') {
      put(sign);
      at += 1;
    } else if (sign === '"' && (quoted || rows.at(-1).at(-1) === "")) quoted = !quoted;
    else if (quoted) put(sign);
    else if (sign === "\t") rows.at(-1).push("");
    else if (sign === "\n") rows.push([""]);
    else put(sign);
  }
  return rows;
}

const inQuotes = (text) => (/["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Write rows of cells as a spreadsheet reads them. */
export function toTsv(rows) {
  return rows.map((cells) => cells.map(inQuotes).join("\t")).join("\n");
}

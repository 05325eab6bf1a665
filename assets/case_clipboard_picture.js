// The picture that is on the screen as a PNG: drawn here, by this browser, and asked of nobody.

const SVG = "http://www.w3.org/2000/svg";
const FINER = 2;
const MOST_DOTS = 8000;
const LEFT = 18;
const LINE = 20;
const LOOKS = [
  "fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-dashoffset",
  "stroke-linecap", "stroke-linejoin", "stroke-opacity", "opacity", "paint-order", "text-anchor",
  "dominant-baseline", "font-family", "font-size", "font-style", "font-weight", "letter-spacing",
];

const unseen = (look) => look.display === "none" || look.visibility === "hidden";

/** Copy what is drawn with the looks that it has on the page; what is hidden there is not in it. */
function drawnCopy(thing) {
  const look = window.getComputedStyle(thing);
  if (unseen(look)) return null;
  const copy = document.createElementNS(SVG, thing.localName);
  for (const { name, value } of thing.attributes) {
    if (!/^(data-|aria-|class|role|tabindex|id|style)/.test(name)) copy.setAttribute(name, value);
  }
  for (const name of LOOKS) copy.style.setProperty(name, look.getPropertyValue(name));
  for (const child of thing.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) copy.append(child.data);
    else if (child instanceof SVGElement && child.localName !== "title") {
      copy.append(drawnCopy(child) ?? "");
    }
  }
  return copy;
}

/** Copy a picture of the page to a place in another one. */
function placed(svg, x, y, width, height) {
  const copy = drawnCopy(svg);
  const box = `0 0 ${width} ${height}`;
  const place = { x, y, width, height, viewBox: box };
  for (const [name, value] of Object.entries(place)) copy.setAttribute(name, value);
  return copy;
}

/** The map of the stage that is shown, with its key: a presentation may leave that out. */
function mapParts(pane) {
  const map = pane.querySelector(".stages");
  const [width, height] = [Number(map.dataset.width), Number(map.dataset.height)];
  const svg = map.querySelector(":scope > .now svg");
  return { width, height, parts: [placed(svg, 0, 0, width, height)] };
}

const sizeOf = (svg) => ["width", "height"].map((name) => Number(svg.getAttribute(name)));

/** Tracks are drawn in parts, so that their headings stay in sight: they are put together here. */
function tracksParts(pane) {
  const found = (name) => pane.querySelector(`.tracks-${name}`);
  const [namesWidth, bodyHeight] = sizeOf(found("names"));
  const [bodyWidth] = sizeOf(found("body"));
  const [, headHeight] = sizeOf(found("head"));
  const [keyWidth, keyHeight] = sizeOf(found("key"));
  const below = LINE + 14;
  const top = below + headHeight;
  const places = {
    corner: [0, below], head: [namesWidth, below], names: [0, top], body: [namesWidth, top],
    key: [0, top + bodyHeight],
  };
  const parts = Object.entries(places)
    .map(([name, [x, y]]) => placed(found(name), x, y, ...sizeOf(found(name))));
  const width = Math.max(namesWidth + bodyWidth, keyWidth);
  const title = written(pane.querySelector(".view-title").textContent, LINE, 16, width);
  title.style.fontWeight = "700";
  return { width, height: top + bodyHeight + keyHeight, parts: [title, ...parts] };
}

/** Write a line of text; one that is too long is drawn closer rather than cut off. */
function written(text, y, size, width) {
  const line = document.createElementNS(SVG, "text");
  line.textContent = text;
  for (const [name, value] of Object.entries({ x: LEFT, y })) line.setAttribute(name, value);
  line.style.font = `${size}px ${window.getComputedStyle(document.body).fontFamily}`;
  line.style.fill = window.getComputedStyle(document.body).color;
  const measure = document.createElement("canvas").getContext("2d");
  measure.font = line.style.font;
  const room = width - 2 * LEFT;
  if (measure.measureText(text).width > room) {
    line.setAttribute("textLength", room);
    line.setAttribute("lengthAdjust", "spacingAndGlyphs");
  }
  return line;
}

/** Put the parts on paper, with lines below them. */
function onPaper({ width, height, parts }, told) {
  const whole = document.createElementNS(SVG, "svg");
  const size = { width, height: height + LINE * (told.length + 0.5) };
  const paper = document.createElementNS(SVG, "rect");
  for (const [name, value] of Object.entries(size)) {
    whole.setAttribute(name, value);
    paper.setAttribute(name, value);
  }
  paper.setAttribute("fill", "#fff");
  const lines = told.map((text, place) => written(text, height + LINE * (place + 0.7), 12, width));
  whole.append(paper, ...parts, ...lines);
  return { svg: whole, ...size };
}

/** Draw an SVG as the file of a PNG. */
async function asPng({ svg, width, height }) {
  const text = new XMLSerializer().serializeToString(svg);
  const picture = new Image();
  picture.src = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  try {
    await picture.decode();
    const finer = Math.min(FINER, MOST_DOTS / Math.max(width, height));
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [width, height].map((each) => Math.round(each * finer));
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png");
    });
  } finally {
    URL.revokeObjectURL(picture.src);
  }
}

/** Write the picture that a view shows, with lines of text below it, as one SVG. */
export function pictureOf(name, pane, told) {
  return onPaper((name === "tracks" ? tracksParts : mapParts)(pane), told);
}

/** Draw the picture that a view shows, with lines of text below it, as a PNG. */
export const pngOf = (name, pane, told) => asPng(pictureOf(name, pane, told));

// The maps of a story's steps: of each a copy of its stage, lit ahead and kept finished around the
// step that is told, so that a step only swaps them, as a step of the timeline does.

import { showLayer, showStage, stageLayer } from "./case_map.js";
import { light, placeBoxes } from "./case_story_light.js";

const KEPT = 4;
const WAY = 14;
const MOVES_FOR = 100;

/**
 * Make what shows them. Of steps, by their numbers, `story` gives around(), those to which the
 * next keys lead; stageAt(number), null where a step is not told on the map; and lookOf(number):
 * what is `lit`, the `boxes` in which the room guesses, and which of them are `ticked`.
 */
export function makePictures(map, story) {
  const made = new Map();
  const stands = window.matchMedia("(prefers-reduced-motion: reduce)");
  let moving = null;

  const copyOf = (number, stage, { lit, boxes, ticked }) => {
    const whole = stageLayer(map, stage);
    const picture = whole.cloneNode(false);
    picture.className = "stage";
    picture.dataset.step = number;
    picture.setAttribute("aria-hidden", "true");
    picture.append(whole.querySelector("svg").cloneNode(true));
    for (const mark of picture.querySelectorAll('[tabindex="0"]')) mark.tabIndex = -1;
    light(picture, lit);
    placeBoxes(picture, boxes, ticked);
    map.append(picture);
    return picture;
  };

  const pictureOf = (number, stage) => {
    const key = `${number}:${stage}`;
    if (!made.has(key)) made.set(key, copyOf(number, stage, story.lookOf(number)));
    return made.get(key);
  };

  /** Whether a picture may be shown soon: it is that of its step, and not many steps away. */
  const isWanted = ({ dataset: { step, stage } }, now) =>
    Math.abs(step - now) <= KEPT && story.stageAt(Number(step)) === Number(stage);

  /** Let go of the others: a long story would make the page heavy. */
  const letGo = (now) => {
    for (const [key, picture] of made) {
      if (picture.classList.contains("now") || isWanted(picture, now)) continue;
      picture.remove();
      made.delete(key);
    }
  };

  /** Give the pictures to which the next keys may lead. */
  const nearOf = (now) => {
    letGo(now);
    const onMap = story.around().filter((number) => story.stageAt(number) !== null);
    return onMap.map((number) => pictureOf(number, story.stageAt(number)));
  };

  /**
   * Let another stage come from where it lies in time, once it is on the screen: a motion that began
   * with the step would hold it up. Another light on the same stage just comes.
   */
  const move = (picture, before) => {
    moving?.cancel();
    const by = before ? Math.sign(picture.dataset.stage - before.dataset.stage) : 0;
    if (!by || stands.matches) return;
    const transform = [`translateX(${by * WAY}px)`, "none"];
    window.requestAnimationFrame(() => window.setTimeout(() => {
      if (!picture.classList.contains("now")) return;
      moving = picture.animate({ transform }, { duration: MOVES_FOR, easing: "ease-out" });
    }));
  };

  return {
    /** Show a stage as a step lights it. */
    show: (number, stage) => {
      const picture = pictureOf(number, stage);
      const before = map.querySelector(":scope > .now");
      showLayer(map, picture, () => nearOf(number));
      if (picture !== before) move(picture, before);
    },
    /** Let the map, unseen, be at a stage while a step is told in another view. */
    stay: (number, stage) => {
      const before = map.querySelector(":scope > .now");
      const isThere = before?.dataset.stage === String(stage);
      showLayer(map, isThere ? before : stageLayer(map, stage), () => nearOf(number));
    },
    /** Tick a box of a step, or take the tick away. */
    tick: (number, ref, on) => {
      const boxes = `[data-step="${number}"] > .guess-box[data-guess-box="${CSS.escape(ref)}"]`;
      for (const box of map.querySelectorAll(boxes)) box.classList.toggle("ticked", on);
    },
    /** Take all of them away; the map shows the stage as it is. */
    drop: () => {
      const shown = map.querySelector(":scope > .now");
      if (shown && "step" in shown.dataset) showStage(map, Number(shown.dataset.stage));
      for (const picture of made.values()) picture.remove();
      made.clear();
    },
  };
}

/* Elements made from data. Text becomes text nodes, never HTML: an article cannot bring markup in. */

const SVG = "http://www.w3.org/2000/svg";

/** An element `tag` with `attributes` (`on`: listeners) and `children`; false and null leave one out. */
export function h(tag, attributes = {}, ...children) {
  return filled(document.createElement(tag), attributes, children);
}

/** The same for SVG. */
export function svg(tag, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, tag), attributes, children);
}

function filled(element, { on = {}, ...attributes }, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (name === "value") element.value = value;
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  for (const [event, listener] of Object.entries(on)) element.addEventListener(event, listener);
  const missing = [null, undefined, false];
  element.append(...children.flat(Infinity).filter((child) => !missing.includes(child)));
  return element;
}

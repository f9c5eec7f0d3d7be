// Small helpers to build the page.
export type Child = Node | string | false | undefined;

/** Makes an element; a false or undefined property is left out, true has no value. */
export function h<K extends keyof HTMLElementTagNameMap>(
  name: K, properties: Record<string, string | boolean | undefined | ((event: Event) => void)> = {}, ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (typeof value === "function") element.addEventListener(key, value);
    else if (value === true) element.setAttribute(key, "");
    else if (value !== false && value !== undefined) element.setAttribute(key, value);
  }
  element.append(...children.filter((c): c is Node | string => c !== false && c !== undefined && c !== ""));
  return element;
}

/** Makes an element of a drawing. */
export function s(name: string, attributes: Record<string, string | number> = {}, ...children: Node[]): SVGElement {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
}

export const icon = (name: "met" | "not" | "may"): SVGElement =>
  s("svg", { class: "ic", "aria-hidden": "true", focusable: "false" }, s("use", { href: `#mark-${name}` }));

/** A bar: solid is certain, hatched is open, the line is the level to reach. */
export function bar(low: number, high: number, level?: number): SVGElement {
  const svg = s("svg", { class: "bar", width: "100%", height: 22, "aria-hidden": "true", focusable: "false" },
    s("rect", { class: "track", y: 4, width: "100%", height: 14 }), s("rect", { class: "known", y: 4, width: `${low}%`, height: 14 }));
  if (high > low) svg.append(s("rect", { class: "maybe", x: `${low}%`, y: 4, width: `${high - low}%`, height: 14 }));
  if (level !== undefined) {
    for (const name of ["halo", "line"]) svg.append(s("line", { class: name, x1: `${level}%`, x2: `${level}%`, y1: 0, y2: 22 }));
  }
  return svg;
}

/** The hatch and the marks that the page's drawings use. */
export function marks(): SVGElement {
  const symbol = (id: string, ...shapes: Node[]) => s("symbol", { id, viewBox: "0 0 20 20" }, ...shapes);
  return s("svg", { width: 0, height: 0, class: "vh", "aria-hidden": "true", focusable: "false" }, s("defs", {},
    s("pattern", { id: "hatch", width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
      s("rect", { class: "hb", width: 6, height: 6 }), s("line", { class: "hl", x1: 1, y1: 0, x2: 1, y2: 6 })),
    symbol("mark-met", s("circle", { cx: 10, cy: 10, r: 9.5, class: "i-f" }), s("path", { d: "M5.5 10.3l3 3 6-6.4", class: "i-on" })),
    symbol("mark-not", s("rect", { x: 1.5, y: 1.5, width: 17, height: 17, rx: 1, class: "i-sq" }), s("path", { d: "M6.3 6.3l7.4 7.4M13.7 6.3l-7.4 7.4", class: "i-x" })),
    symbol("mark-may", s("circle", { cx: 10, cy: 10, r: 8.6, class: "i-da" }), s("path", { d: "M7.3 8c0-3.6 5.4-3.6 5.4-.3 0 2-2.7 2-2.7 4.2M10 14.3v.7", class: "i-q" }))));
}

export function download(name: string, text: string, type = "application/json"): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  h("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

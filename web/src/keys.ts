/** Keys: j and k walk through the findings, r switches to the reading text. They can be switched off. */

import { recall, remember } from "./memory";

const STOPS = ".entry:not([hidden]) .go, .text .ref";

export function keys(): void {
  const help = document.querySelector<HTMLElement>(".keys");
  const button = help?.querySelector("button");
  if (!help || !button || !document.querySelector(STOPS)) return;
  let on = recall("keys") !== "off";
  const tell = (): void => {
    button.textContent = on ? "Switch the keys off" : "Switch the keys on";
  };
  button.addEventListener("click", () => {
    on = !on;
    remember("keys", on ? "on" : "off");
    tell();
  });
  document.addEventListener("keydown", (event) => {
    if (!on || event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "r") document.querySelector<HTMLInputElement>("#reading")?.click();
    else return;
    event.preventDefault();
  });
  help.hidden = false;
  tell();
}

/** Go to the next or the previous stop, counted from the one in focus or else from what is in view. */
function step(by: number): void {
  const stops = [...document.querySelectorAll<HTMLElement>(STOPS)].filter((stop) => stop.offsetParent);
  const current = stops.indexOf(document.activeElement as HTMLElement);
  const below = stops.findIndex((stop) => stop.getBoundingClientRect().top >= 0);
  const first = below < 0 ? stops.length - 1 : below;
  const next = current >= 0 ? current + by : by > 0 ? first : first - 1;
  const stop = stops[Math.min(Math.max(next, 0), stops.length - 1)];
  stop?.focus();
  stop?.scrollIntoView({ block: "center" });
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLSelectElement ||
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && target.type !== "checkbox")
  );
}

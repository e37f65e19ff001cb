/** The switch to the author's reading text stays as the reader left it, from page to page. */

import { recall, remember } from "./memory";

export function readingText(): void {
  const box = document.querySelector<HTMLInputElement>("#reading");
  if (!box) return;
  const asked = location.hash.length > 1; // a link into the text must show its words, whoever wrote them
  if (recall("reading") === "yes" && !asked) box.checked = true;
  box.addEventListener("change", () => remember("reading", box.checked ? "yes" : "no"));
}

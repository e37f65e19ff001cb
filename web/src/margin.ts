/** Pointing at words shows their note, pointing at a note shows its words; the same for voices. */

export function margin(): void {
  link(".text [data-n]", "n");
  link(".text [data-v], .voices [data-v]", "v");
}

/** Elements that share a number or letter in their data are marked together. */
function link(selector: string, key: "n" | "v"): void {
  const pinned = [...document.querySelectorAll<HTMLElement>(selector)];
  const labels = (element: HTMLElement): string[] =>
    (element.dataset[key] ?? "").split(" ").filter(Boolean);
  const byLabel = new Map<string, HTMLElement[]>();
  for (const element of pinned) {
    for (const label of labels(element)) {
      const others = byLabel.get(label);
      if (others) others.push(element);
      else byLabel.set(label, [element]);
    }
  }
  const mark = (element: HTMLElement, on: boolean): void => {
    for (const label of labels(element)) {
      for (const other of byLabel.get(label) ?? []) other.classList.toggle("linked", on);
    }
  };
  for (const element of pinned) {
    element.addEventListener("mouseenter", () => mark(element, true));
    element.addEventListener("mouseleave", () => mark(element, false));
    element.addEventListener("focusin", () => mark(element, true));
    element.addEventListener("focusout", () => mark(element, false));
  }
}

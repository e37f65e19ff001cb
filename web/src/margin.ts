/** Pointing at words shows their note, pointing at a note shows its words. */

export function margin(): void {
  const pinned = [...document.querySelectorAll<HTMLElement>(".text [data-n]")];
  const byNumber = new Map<string, HTMLElement[]>();
  for (const element of pinned) {
    for (const number of numbers(element)) {
      byNumber.set(number, [...(byNumber.get(number) ?? []), element]);
    }
  }
  const mark = (element: HTMLElement, on: boolean): void => {
    for (const number of numbers(element)) {
      for (const other of byNumber.get(number) ?? []) other.classList.toggle("linked", on);
    }
  };
  for (const element of pinned) {
    element.addEventListener("mouseenter", () => mark(element, true));
    element.addEventListener("mouseleave", () => mark(element, false));
    element.addEventListener("focusin", () => mark(element, true));
    element.addEventListener("focusout", () => mark(element, false));
  }
}

function numbers(element: HTMLElement): string[] {
  return (element.dataset.n ?? "").split(" ").filter(Boolean);
}

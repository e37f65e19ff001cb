/** Pointing at a voice's letter shows who speaks, beside it: a copy of the note under the text. */

export function whisper(): void {
  for (const mark of document.querySelectorAll<HTMLAnchorElement>("a.who")) {
    const note = document.querySelector(`${mark.hash} .chain`);
    if (!note) continue;
    let shown: HTMLElement | null = null;
    const show = (): void => {
      if (shown) return;
      shown = document.createElement("span");
      shown.className = "whisper";
      shown.setAttribute("aria-hidden", "true"); // the letter leads to the note itself
      for (const link of note.querySelectorAll("li")) {
        const line = document.createElement("span");
        line.textContent = link.textContent;
        shown.append(line);
      }
      mark.append(shown);
      const over = shown.getBoundingClientRect().right - document.documentElement.clientWidth + 12;
      if (over > 0) shown.style.marginLeft = `${-over}px`;
    };
    const hide = (): void => {
      shown?.remove();
      shown = null;
    };
    mark.addEventListener("mouseenter", show);
    mark.addEventListener("focus", show);
    mark.addEventListener("mouseleave", hide);
    mark.addEventListener("blur", hide);
  }
}

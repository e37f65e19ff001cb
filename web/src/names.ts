/** The filter on a list of people or places: by a part of any of their names, and by kind. */

export function names(): void {
  const form = document.querySelector<HTMLFormElement>("form.names");
  if (!form) return;
  const name = form.elements.namedItem("name") as HTMLInputElement;
  const type = form.elements.namedItem("type") as HTMLSelectElement | null;
  const count = form.querySelector("output");
  const entries = [...document.querySelectorAll<HTMLElement>(".index > li")].map((item) => ({
    item,
    text: plain([...item.querySelectorAll("p:not(.where)")].map((p) => p.textContent).join(" ")),
  }));

  const apply = (): void => {
    const sought = plain(name.value);
    let shown = 0;
    for (const { item, text } of entries) {
      const fits = text.includes(sought) && (!type?.value || item.dataset.type === type.value);
      item.hidden = !fits;
      if (fits) shown += 1;
    }
    if (count) count.textContent = shown === entries.length ? "" : shown === 1 ? "1 name" : `${shown} names`;
  };

  form.hidden = false;
  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  apply();
}

/** Without case and accents, so that "zoe" finds Zoë. */
function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
}

/** Filters on the lists of findings: by kind and by account. */

export function filters(): void {
  const form = document.querySelector<HTMLFormElement>("form.filters:not(.names)");
  if (!form) return;
  const kind = form.elements.namedItem("kind") as HTMLSelectElement;
  const account = form.elements.namedItem("account") as HTMLSelectElement;
  const count = form.querySelector("output");
  const entries = [...document.querySelectorAll<HTMLElement>(".group:not(#aside) .entry")];
  const groups = [...document.querySelectorAll<HTMLElement>(".group:not(#aside)")];

  const apply = (): void => {
    let shown = 0;
    for (const entry of entries) {
      const touched = (entry.dataset.accounts ?? "").split(" ");
      const fits =
        (!kind.value || entry.dataset.kind === kind.value) &&
        (!account.value || touched.includes(account.value));
      entry.hidden = !fits;
      if (fits) shown += 1;
    }
    for (const group of groups) group.hidden = !group.querySelector(".entry:not([hidden])");
    const all = !kind.value && !account.value;
    if (count) count.textContent = all ? "" : shown === 1 ? "1 finding" : `${shown} findings`;
  };

  form.hidden = false;
  form.addEventListener("change", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  apply();
}

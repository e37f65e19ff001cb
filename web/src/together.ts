/** Synopses: a switch from the table to columns of which each runs in its own text's order, and which
 * scroll together: what stands at the top of one stands at the top of the others. */

/** Rows from which on there is something to scroll. */
const WORTH = 4;

export function together(): void {
  const button = document.querySelector<HTMLButtonElement>(".together button");
  const tables = [...document.querySelectorAll<HTMLTableElement>("table.synopsis")];
  if (!button || !button.parentElement || !tables.length) return;
  if (document.querySelectorAll(".synopsis tbody tr").length < WORTH) return;
  let shown: HTMLElement | null = null;
  button.parentElement.hidden = false;
  button.addEventListener("click", () => {
    if (shown) {
      shown.remove();
      shown = null;
    } else {
      shown = panes(tables);
      button.parentElement?.after(shown);
    }
    for (const table of tables) hide(table, shown !== null);
    button.setAttribute("aria-pressed", String(shown !== null));
  });
}

/** The table goes, and on a page of many passages its heading with it; the switch stays. */
function hide(table: HTMLTableElement, on: boolean): void {
  const section = table.closest<HTMLElement>(".shared");
  if (section && !section.querySelector(".together")) section.hidden = on;
  table.hidden = on;
}

interface Part {
  row: number;
  at: number;
  cell: HTMLElement;
}

function panes(tables: HTMLTableElement[]): HTMLElement {
  const columns = new Map<string, { head: HTMLElement; parts: Part[] }>();
  let row = 0;
  for (const table of tables) {
    const heads = [...table.querySelectorAll<HTMLElement>("thead th")];
    const starts = heads.map((head) => Number(/#w(\d+)/.exec(head.querySelector("a")?.href ?? "")?.[1] ?? 0));
    for (const line of table.querySelectorAll("tbody tr")) {
      row += 1;
      [...line.querySelectorAll<HTMLElement>("td")].forEach((cell, index) => {
        const siglum = (cell.dataset.siglum ?? "").replace(/\d+$/, "");
        const column = columns.get(siglum) ?? { head: heads[index] ?? cell, parts: [] };
        columns.set(siglum, column);
        column.parts.push({ row, at: starts[index] ?? 0, cell });
      });
    }
  }
  const whole = document.createElement("div");
  whole.className = "panes";
  for (const { head, parts } of columns.values()) whole.append(pane(head, parts));
  join([...whole.children] as HTMLElement[]);
  return whole;
}

function pane(head: HTMLElement, parts: Part[]): HTMLElement {
  const made = document.createElement("div");
  made.className = "pane";
  made.tabIndex = 0;
  made.setAttribute("role", "region");
  made.setAttribute("aria-label", head.querySelector("a")?.textContent ?? "");
  const name = document.createElement("p");
  name.append(...[...head.cloneNode(true).childNodes]);
  made.append(name);
  for (const part of [...parts].sort((a, b) => a.at - b.at || a.row - b.row)) {
    const text = document.createElement("div");
    text.dataset.row = String(part.row);
    text.dir = "auto";
    if (part.cell.lang) text.lang = part.cell.lang;
    text.append(...[...part.cell.cloneNode(true).childNodes]);
    made.append(text);
  }
  return made;
}

/** Whichever pane is scrolled takes the others along. */
function join(all: HTMLElement[]): void {
  let led: HTMLElement | null = null;
  let rest = 0;
  for (const one of all) {
    one.addEventListener("scroll", () => {
      if (led && led !== one) return;
      led = one;
      clearTimeout(rest);
      rest = window.setTimeout(() => (led = null), 120);
      follow(one, all);
    });
  }
}

function follow(one: HTMLElement, all: HTMLElement[]): void {
  const rows = [...one.querySelectorAll<HTMLElement>("[data-row]")];
  const top = rows.find((row) => row.offsetTop + row.offsetHeight > one.scrollTop) ?? rows[rows.length - 1];
  if (!top) return;
  const share = Math.max(0, (one.scrollTop - top.offsetTop) / Math.max(1, top.offsetHeight));
  for (const other of all) {
    const same = other.querySelector<HTMLElement>(`[data-row="${top.dataset.row}"]`);
    for (const row of other.querySelectorAll(".near")) row.classList.toggle("near", row === same);
    same?.classList.add("near");
    if (other !== one && same) other.scrollTop = same.offsetTop + share * same.offsetHeight;
  }
}

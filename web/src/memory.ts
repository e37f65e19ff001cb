/** What the reader chose, kept in the browser where it allows that. */

export function recall(name: string): string | null {
  try {
    return localStorage.getItem(`variorum.${name}`);
  } catch {
    return null;
  }
}

export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(`variorum.${name}`, value);
  } catch {
    // A browser that keeps nothing for local pages: the choice holds for this page only.
  }
}

/** What a screen reader names when the focus comes to it. */
const PARTS = 'section, aside, nav, footer, header, main';

const gone = (element: HTMLElement): boolean =>
  !element.isConnected || element.matches(':disabled') || element.checkVisibility?.() === false;

/**
 * Where what has the focus goes away, the focus goes to the part of the page that it stood in; else it falls to the
 * page, and whoever has no pointer begins anew at its top. Gives what ends it.
 */
export function keepFocus(root: HTMLElement): () => void {
  /** What has the focus, and what it stands in, nearest first; empty when nothing inside has it. */
  let line: HTMLElement[] = [];

  function came({ target }: FocusEvent): void {
    line = [];
    for (let at = target as HTMLElement | null; at && root.contains(at); at = at.parentElement) line.push(at);
  }
  function went({ target, relatedTarget }: FocusEvent): void {
    // Some browsers tell of what is being removed as well: it is looked at when it is.
    queueMicrotask(() => {
      if (line[0] === target && (relatedTarget || !gone(line[0] as HTMLElement))) line = [];
    });
  }
  const look = new MutationObserver(() => {
    const [had, ...around] = line;
    if (!had || !gone(had)) return;
    line = [];
    const { activeElement } = document;
    if (activeElement !== had && activeElement !== document.body) return;
    const part = around.find((each) => each.matches(PARTS) && !gone(each));
    if (!part) return;
    if (!part.hasAttribute('tabindex')) part.tabIndex = -1;
    part.focus({ preventScroll: true });
  });

  root.addEventListener('focusin', came);
  root.addEventListener('focusout', went);
  look.observe(root, { subtree: true, childList: true, attributeFilter: ['hidden', 'disabled'] });
  return () => {
    look.disconnect();
    root.removeEventListener('focusin', came);
    root.removeEventListener('focusout', went);
  };
}

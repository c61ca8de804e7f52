/** Left between what has the focus and a bar, CSS px: its outline. */
const GAP = 8;

/**
 * Bars that stick to the screen (`data-bar`) lie over what scrolls below them. A browser brings what the keyboard leads
 * to onto the screen, but not out from under a bar; this does (WCAG 2.4.11). Bars above an element in the page are
 * above it on the screen as well. Whoever presses with a finger sees what they press: for them nothing moves.
 */
export function clearOfBars(event: FocusEvent): void {
  const focus = event.target;
  if (!(focus instanceof HTMLElement) || focus.closest('[data-bar]') || !focus.matches(':focus-visible')) return;
  requestAnimationFrame(() => {
    if (document.activeElement !== focus) return;
    const within = focus.closest('dialog');
    const { top, bottom } = (focus.closest('label') ?? focus).getBoundingClientRect();
    let [from, to] = [-Infinity, Infinity];
    for (const bar of (within ?? document).querySelectorAll('[data-bar]')) {
      const box = bar.getBoundingClientRect();
      if (box.height === 0) continue; // of a tab that is not shown
      if (bar.compareDocumentPosition(focus) & Node.DOCUMENT_POSITION_FOLLOWING) from = Math.max(from, box.bottom);
      else to = Math.min(to, box.top);
    }
    const by = bottom > to ? bottom + GAP - to : top < from ? top - GAP - from : 0;
    if (by !== 0) (within ?? window).scrollBy({ top: by, behavior: 'instant' });
  });
}

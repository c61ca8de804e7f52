/** How far `list` has to scroll sideways until all of `item` shows, in CSS pixels; 0 when it does, or has no box. */
function beyond(list: HTMLElement, item: Element): number {
  const [around, inside] = [list.getBoundingClientRect(), item.getBoundingClientRect()];
  if (inside.width === 0) return 0;
  const edge = parseFloat(getComputedStyle(list).scrollPaddingLeft) || 0;
  return Math.min(0, inside.left - around.left - edge) || Math.max(0, inside.right - around.right + edge);
}

/** Scrolls `list` sideways until all of `item` shows, and nothing else: the page stays where it is. */
export function intoSight(list: HTMLElement, item: Element): void {
  list.scrollLeft += beyond(list, item);
}

// For tests, also in the browser: what a browser's translator does to a page. It stands alone, so that its source can
// be sent to a page.

export interface Manner {
  /** How it takes a text node away: some put new elements in its place, some wrap the node itself. */
  way?: 'replace' | 'insertThenRemove' | 'removeThenInsert' | 'wrap';
  /** Some take white space as well. */
  blanks?: boolean;
  /** It writes digits as Arabic does. */
  digits?: boolean;
  /** It goes on with what the page shows later. */
  goesOn?: boolean;
}

/**
 * Upper case is the other language. Gives what ends it and, as "show the original" does, what puts the page's nodes
 * back.
 */
export function translate(
  root: Element,
  { way = 'replace', blanks = false, digits = false, goesOn = true }: Manner = {},
) {
  const attributes = ['aria-label', 'title', 'placeholder', 'alt'];
  const originals = new Map<Element, Text>();
  const kept = (element: Element | null) =>
    element?.closest('[translate=no], .notranslate, script, style, textarea, font') != null;
  const word = (text: string) =>
    (digits ? text.replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)]!) : text).toUpperCase();
  let rounds = 0;

  function replaceText(text: Text) {
    const parent = text.parentNode;
    if (!parent || kept(text.parentElement) || (!blanks && text.data.trim() === '')) return;
    const font = document.createElement('font');
    const inner = font.appendChild(document.createElement('font'));
    font.style.verticalAlign = inner.style.verticalAlign = 'inherit';
    if (way !== 'wrap') inner.append(word(text.data));
    const next = text.nextSibling;
    if (way === 'removeThenInsert') text.remove();
    if (way === 'replace') parent.replaceChild(font, text);
    else parent.insertBefore(font, text.parentNode === parent ? text : next);
    if (way === 'insertThenRemove') text.remove();
    if (way === 'wrap') {
      inner.append(text);
      text.data = word(text.data);
    } else originals.set(font, text);
  }
  function replaceAttributes(element: Element) {
    if (kept(element)) return;
    for (const name of attributes) {
      const value = element.getAttribute(name);
      if (value !== null && value !== word(value)) element.setAttribute(name, word(value));
    }
  }
  function replaceAll(node: Node) {
    if (node.nodeType === 3) return replaceText(node as Text);
    if (node.nodeType !== 1) return;
    replaceAttributes(node as Element);
    for (const child of [...node.childNodes]) replaceAll(child);
  }
  const observer = new MutationObserver((records) => {
    if (++rounds > 50_000) return observer.disconnect();
    for (const { type, target, addedNodes } of records) {
      if (type === 'attributes') replaceAttributes(target as Element);
      else if (type === 'characterData') replaceAll(target);
      else for (const node of addedNodes) if (node.isConnected) replaceAll(node);
    }
  });
  replaceAll(root);
  if (goesOn) {
    observer.observe(root, {
      childList: true,
      subtree: true,
      characterData: true,
      attributes: true,
      attributeFilter: attributes,
    });
  }
  return {
    rounds: () => rounds,
    end: () => observer.disconnect(),
    undo() {
      observer.disconnect();
      for (const [font, text] of originals) if (font.isConnected) font.replaceWith(text);
    },
  };
}

/*
 * A browser's translator puts a <font> in the place of every text node. A page that goes on to write into its own, now
 * detached nodes would show old words for good, and would insert and remove beside nodes that stand nowhere. So each
 * replaced text node goes back to its place, empty, before the <font> that stands in for it: the page's tree is whole.
 * What the page then writes into it, or moves, or removes, takes the stand-in away; the translator finds the new words
 * and translates those.
 *
 * While nothing is translated only insertions and removals are watched, so that new figures cost nothing.
 */
interface StandIn {
  by: ChildNode;
  words: string;
}

/** A translator that takes even empty text would otherwise go on with this for ever. */
const PATIENCE = 5_000;

const inFont = (node: Node) => !!(node.nodeType === 1 ? (node as Element) : node.parentElement)?.closest('font');

/** In any order, as languages put them differently. */
const figures = (node: Node) => node.textContent!.match(/\d+/g)?.sort().join();

export function surviveTranslation(root: Node): MutationObserver {
  const standIns = new WeakMap<Node, StandIn>();
  const texts = new WeakMap<Node, Text>();
  let translated = false;
  let patience = PATIENCE;
  const watch = (characterData: boolean) => observer.observe(root, { childList: true, subtree: true, characterData });

  function begin() {
    translated = true;
    watch(true);
    // Whatever the page does next it does in a whole tree, also in the same turn as the translator.
    const queue = window.queueMicrotask.bind(window);
    window.queueMicrotask = (work) => queue(() => (heed(observer.takeRecords()), work()));
  }

  function standsIn(by: ChildNode, text: Text, words: string) {
    standIns.set(text, { by, words });
    texts.set(by, text);
  }

  function putBack(text: Text, by: ChildNode, written: Set<Node>) {
    if (!translated) begin();
    if (text.parentNode) {
      written.delete(text); // wrapped, not replaced: what it says now is the translator's
      text.replaceWith(text.cloneNode());
    }
    if (figures(text) !== figures(by)) {
      // A translation that changes figures is none: the page's own words stay.
      written.add(text);
      by.parentElement!.translate = false;
    }
    if (written.has(text) || (!text.data.trim() && patience-- > 0)) by.replaceWith(text);
    else if (text.data.trim()) {
      standsIn(by, text, text.data);
      text.data = '';
      by.before(text);
    }
  }

  function heed(records: MutationRecord[]) {
    const written = new Set<Node>();
    const moved = new Set<Node>();
    for (const { type, target } of records) if (type === 'characterData') written.add(target);
    for (const [index, { target, addedNodes, removedNodes, previousSibling, nextSibling }] of records.entries()) {
      if (removedNodes.length === 0 || inFont(target)) continue;
      const next = records[index + 1];
      const beside = [
        addedNodes[0],
        previousSibling,
        nextSibling,
        next?.target === target && next.nextSibling === nextSibling && next.addedNodes[0],
      ];
      const font = beside.find((each) => each && each.nodeName === 'FONT' && !texts.has(each)) as ChildNode | undefined;
      for (const node of removedNodes) {
        const of = texts.get(node);
        const old = of && standIns.get(of);
        if (old && addedNodes[0] && addedNodes[0] !== of) standsIn(addedNodes[0] as ChildNode, of, old.words);
        else if (node.nodeType === 3 && font && (!node.parentNode || font.contains(node))) {
          putBack(node as Text, font, written);
        } else if (standIns.has(node)) moved.add(node);
      }
    }
    for (const text of [...written, ...moved] as Text[]) {
      const standIn = standIns.get(text);
      if (!standIn || (!written.has(text) && text.isConnected && text.nextSibling === standIn.by)) continue;
      standIns.delete(text);
      standIn.by.remove();
      if (!written.has(text)) text.data = standIn.words;
    }
    observer.takeRecords(); // its own
  }

  const observer = new MutationObserver(heed);
  watch(false);
  return observer;
}

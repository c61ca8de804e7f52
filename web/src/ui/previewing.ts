/**
 * How a page that stands in a frame as a preview is given what it shows (PROTOCOL.md knows nothing of it: nothing goes
 * to the server). Both sides belong to one origin and check that of the other.
 */
export const PREVIEW = '#preview';

/** What a preview page is shown, and what it says of itself. */
export interface Shown<S> {
  preview: 'show';
  snapshot: S;
}
/** Sent once when the page is ready, and with measures each time what it shows has come to rest. */
export interface Told<M> {
  preview: 'told';
  /** Null: nothing is shown yet. */
  measures: M | null;
}

/** Px of the stage page, which is laid out at 1080 of height. */
export interface StageMeasures {
  /** The smallest text that must be read: an option or the question. */
  smallest: number;
  question: number;
  /** Whether a text does not stand there whole. */
  cut: boolean;
}
export interface PhoneMeasures {
  /** Options that stand whole above what is fixed at the bottom, of all. */
  whole: number;
  options: number;
}

const framed = () => window.parent !== window;

/** Whether this page stands in a frame of its own origin and is to show what it is given. */
export function previewing(): boolean {
  if (location.hash !== PREVIEW || !framed()) return false;
  try {
    return window.parent.location.origin === location.origin;
  } catch {
    return false;
  }
}

/** Of the page in the frame. Returns what ends it. */
export function hear<S>(show: (snapshot: S) => void): () => void {
  const listen = ({ origin, source, data }: MessageEvent<Shown<S> | null>) => {
    if (origin !== location.origin || source !== window.parent) return;
    if (data?.preview === 'show') show(data.snapshot);
  };
  addEventListener('message', listen);
  tell(null);
  return () => removeEventListener('message', listen);
}

/** Of the page in the frame. */
export function tell<M>(measures: M | null): void {
  window.parent.postMessage({ preview: 'told', measures } satisfies Told<M>, location.origin);
}

/**
 * Calls `measure` whenever the picture has come to rest: parts that come later, styles, fonts, and the steps by which
 * texts give way. Returns what ends it.
 */
export function whenAtRest(measure: () => void, restMs = 150): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void document.fonts.ready.then(measure), restMs);
  };
  const observer = new MutationObserver(wait);
  observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  addEventListener('resize', wait);
  wait();
  return () => {
    clearTimeout(timer);
    observer.disconnect();
    removeEventListener('resize', wait);
  };
}

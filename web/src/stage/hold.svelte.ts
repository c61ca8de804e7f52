import { getContext, setContext } from 'svelte';

/** What is said of something that moves by itself. */
export interface Holding {
  /** On the button that holds it, and on the one that lets it go on. */
  hold: string;
  goOn: string;
  /** What has happened then. */
  holds: string;
  goesOn: string;
}

const PAGES: Holding = { hold: 'Hold page', goOn: 'Go on', holds: 'This page stays', goesOn: 'Pages go on' };

/** Whether what moves by itself stands still, on this screen alone. */
export class Hold {
  held = $state(false);
  /** Of what is shown and can be held; null when nothing can. */
  words = $state.raw<Holding | null>(null);

  /** Called while something is shown that moves, until the returned function is called: it goes on by itself again. */
  offer(words: Holding = PAGES): () => void {
    this.words = words;
    return () => {
      if (this.words !== words) return; // something else is shown by now
      this.words = null;
      this.held = false;
    };
  }
}

const KEY = Symbol('hold');

/** To be called in a component: those inside it find it. */
export const giveHold = (hold: Hold): Hold => setContext(KEY, hold);
/** To be called in a component; nothing is ever held in a preview. */
export const findHold = (): Hold => getContext<Hold | undefined>(KEY) ?? new Hold();

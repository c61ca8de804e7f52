import { getContext, setContext } from 'svelte';

/** Whether the pages of a long list stand still, on this screen alone. */
export class Hold {
  held = $state(false);
  /** Something is shown that has pages. */
  pages = $state(false);

  /** Called while pages are shown, until the returned function is called: others go on by themselves again. */
  offer(): () => void {
    this.pages = true;
    return () => (this.pages = this.held = false);
  }
}

const KEY = Symbol('hold');

/** To be called in a component: those inside it find it. */
export const giveHold = (hold: Hold): Hold => setContext(KEY, hold);
/** To be called in a component; nothing is ever held in a preview. */
export const findHold = (): Hold => getContext<Hold | undefined>(KEY) ?? new Hold();

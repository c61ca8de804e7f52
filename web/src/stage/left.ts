import { getContext, setContext } from 'svelte';

/** What is left of the room's countdown, whole seconds; null when none runs. */
export type Left = () => number | null;

const KEY = Symbol('left');

/** To be called in a component: those inside it find it. */
export const giveLeft = (left: Left): Left => setContext(KEY, left);
/** To be called in a component; none runs in a preview. */
export const findLeft = (): Left => getContext<Left | undefined>(KEY) ?? (() => null);

export { default as Choose } from './Choose.svelte';
export { default as Menu } from './Menu.svelte';
export { default as News } from './News.svelte';
export { default } from './MyVotes.svelte';
import { browserClock, storage } from '../ui/browser.ts';
import { work } from '../ui/worker.ts';
import '../ui/renew.ts';
import { KeptVotes } from '../voting/kept.ts';
import { warn } from './unkept.ts';

// What waits until the phone has nothing better to do.
void work();
const icon = Object.assign(document.createElement('link'), { rel: 'apple-touch-icon', href: '/icon-192.png' });
document.head.append(icon);
const kept = new KeptVotes(storage());
kept.tidy(browserClock.now());
// An organiser who looks at a preview keeps no place.
if (!location.pathname.startsWith('/preview/')) warn(storage());
/** Of an event that is gone, or over and final. */
export const over = (event: string): void => kept.over(event);
export { vibration } from '../ui/vibration.ts';

export { default as Choose } from './Choose.svelte';
export { default as Menu } from './Menu.svelte';
export { vibration } from '../ui/vibration.ts';

export { default as Choose } from './Choose.svelte';
export { default as Rooms } from './Rooms.svelte';

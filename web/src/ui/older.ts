/** Said of what a page does not know, because it was loaded from a server before it was renewed. */
export const OLDER = 'This page is older than the event: reload it.';

import type { Locator, Page } from 'playwright-core';
import type { Place } from '../../src/organiser/route.ts';

/** Address of a place of an event's desk. */
export const placeOf = (base: string, event: string, place: Place, room?: string): string =>
  `${base}/organiser/events/${event}${room ? `/rooms/${room}` : ''}/${place}`;

const words: Record<Place, string> = {
  prepare: 'Prepare',
  run: 'Run',
  moderate: 'Moderate',
  results: 'Results',
};

/** To another place of the desk, by the bar. */
export async function toPlace(page: Page, place: Place): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Places' })
    .getByRole('link', { name: new RegExp(`^${words[place]}`) })
    .click();
  await page.waitForURL(new RegExp(`/${place}$`));
}

/** The menu under the name of the event. */
export const eventMenu = (page: Page): Locator => page.getByRole('button', { name: /, event menu/ });

/** Chooses something from that menu. */
export async function fromMenu(page: Page, name: 'Rooms' | 'People' | 'Settings'): Promise<void> {
  await eventMenu(page).click();
  await page.getByRole('button', { name, exact: true }).click();
}

/** In Run: puts this one on stage. */
export async function putOnStage(page: Page, question: string): Promise<void> {
  await page.getByRole('region', { name: 'Run order' }).getByRole('button', { name: question }).first().click();
}

/** In Run: the main button while it says this; a smaller button beside it may say the same. */
export const mainButton = (page: Page, says: string): Locator =>
  page
    .getByRole('region', { name: 'Next step' })
    .getByRole('button', { name: says })
    .and(page.locator('[aria-keyshortcuts="Space"]'));

/** In Run: presses the main button while it says this. */
export async function pressMain(page: Page, says: string): Promise<void> {
  await mainButton(page, says).click();
}

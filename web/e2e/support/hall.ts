import type { Page } from 'playwright-core';
import type { Desk } from './desk.ts';
import { HALL, open, PHONE, signedInDevice } from './people.ts';
import { Phone } from './phone.ts';

/** Every page of a room: what its organiser sees, its stage and remote, and one phone. */
export async function everyPage(desk: Desk): Promise<{ boss: Page; stage: Page; remote: Page; phone: Phone }> {
  const { base, cookie } = desk.who;
  const [boss, stage, remote, phone] = await Promise.all([
    signedInDevice(base, cookie).then((device) => device.newPage()),
    open(desk.stage, HALL),
    open(desk.remote, PHONE),
    Phone.join(desk),
  ]);
  await boss.goto(`${base}/organiser/events/${desk.event}`);
  return { boss, stage, remote, phone };
}

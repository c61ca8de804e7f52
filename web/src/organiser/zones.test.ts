import { expect, test, vi } from 'vitest';
import { browserZone, equalZone, knows, serverZones, zones } from './zones.ts';

test('the zone of the event can always be chosen', () => {
  expect(zones('Mars/Olympus')).toContain('Mars/Olympus');
  expect(zones('UTC').filter((zone) => zone === 'UTC')).toHaveLength(1);
});

test('R6 a zone the browser does not know is none', () => {
  expect([knows('Europe/London'), knows('Mars/Olympus'), knows('')]).toEqual([true, false, false]);
  const resolved = vi
    .spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions')
    .mockReturnValue({ timeZone: 'Mars/Olympus' } as Intl.ResolvedDateTimeFormatOptions);
  expect(browserZone()).toBe('UTC');
  resolved.mockRestore();
});

test('R6 another zone is proposed that has the same time on all the days', () => {
  const among = ['Africa/Lagos', 'America/Lima', 'America/New_York', 'America/Punta_Arenas', 'Europe/London'];
  // A stand-in for a zone that is newer than the server: clocks of Montevideo stay three hours behind all year, as
  // those of Punta Arenas.
  expect(equalZone('America/Montevideo', '2027-03-08', '2027-03-10', among)).toBe('America/Punta_Arenas');
  expect(
    equalZone('Europe/Lisbon', '2027-07-01', '2027-07-02', among),
    'of its region, though Lagos has the same time',
  ).toBe('Europe/London');
  expect(equalZone('America/Bogota', '2027-01-10', '2027-01-10', ['America/New_York']), 'in winter').toBe(
    'America/New_York',
  );
  expect(
    equalZone('America/Bogota', '2027-03-01', '2027-03-20', ['America/New_York']),
    'summer time begins between',
  ).toBeNull();
  expect(equalZone('Asia/Kathmandu', '2027-03-08', '2027-03-08', among)).toBeNull();
  expect(equalZone('Mars/Olympus', '2027-03-08', '2027-03-08', among)).toBeNull();
});

test('R6 the server is asked once which zones it takes, and again when it did not answer', async () => {
  const request = vi
    .fn<() => Promise<string[]>>()
    .mockRejectedValueOnce(new Error('offline'))
    .mockResolvedValue(['UTC']);
  expect(await serverZones(request as never)).toBeNull();
  expect(await serverZones(request as never)).toEqual(['UTC']);
  expect(await serverZones(request as never)).toEqual(['UTC']);
  expect(request).toHaveBeenCalledTimes(2);
});

// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, test } from 'vitest';
import { eventually } from '../../eventually.ts';
import { ApiError } from '../../protocol/api.ts';
import { Router } from '../router.svelte.ts';
import { Session } from '../session.svelte.ts';
import AuditPage from './AuditPage.svelte';

let page: ReturnType<typeof mount> | null = null;
afterEach(async () => {
  if (page) await unmount(page);
  document.body.innerHTML = '';
});
const text = () => document.body.textContent?.replace(/\s+/g, ' ') ?? '';
const deed = (act: string, detail = '') => ({
  at: '2027-03-08T09:00:00Z',
  act,
  by: { id: 'a', name: 'Person' },
  account: null,
  event: { id: 'e1', name: null },
  detail,
});

function show(answer: (path: string) => unknown) {
  const asked: string[] = [];
  const session = new Session(((_: string, path: string) => {
    asked.push(path);
    const given = answer(path);
    return given instanceof Error ? Promise.reject(given) : Promise.resolve(given);
  }) as never);
  page = mount(AuditPage, { target: document.body, props: { session, router: new Router() } });
  flushSync();
  return asked;
}

test('O3 the audit log is read page by page, in words', async () => {
  const asked = show((path) =>
    path.includes('before')
      ? { entries: [deed('eventDeleted')], next: null }
      : { entries: [deed('eventExported', 'results.csv')], next: '5-0' },
  );
  await eventually('it is read', () => text().includes('Took results home (results.csv)'));
  expect(text()).toContain('e1 (gone)');
  expect(text()).toContain('Person');
  [...document.querySelectorAll('button')].find((each) => each.textContent!.includes('Show earlier'))!.click();
  await eventually('the next is read', () => text().includes('Deleted an event'));
  expect(asked).toEqual(['/api/v1/audit', '/api/v1/audit?before=5-0']);
  expect(text()).not.toContain('Show earlier');
});

test('O3 who may not read it is told so', async () => {
  show(() => new ApiError('notAllowed', 'Only the owner of this server may do this.', 403));
  await eventually('it is said', () => text().includes('Only the owner of this server may do this.'));
});

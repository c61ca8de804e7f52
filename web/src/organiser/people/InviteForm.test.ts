// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, test, vi } from 'vitest';
import { eventually } from '../../eventually.ts';
import { session } from '../event/fakes.svelte.ts';
import InviteForm from './InviteForm.svelte';
import { People } from './people.svelte.ts';

let gone = () => undefined as unknown;
afterEach(() => gone());

test('E4: the invitation link that was made is scrolled to, and its copy button has the focus', async () => {
  const made = {
    id: 'i',
    role: 'moderator',
    rooms: null,
    by: 'A',
    until: '2027-01-01T00:00:00Z',
    url: 'https://x.example/i',
  };
  const people = new People(
    session({
      '/api/v1/events/event/invitations': made,
      '/api/v1/events/event/staff': { people: [], invitations: [made] },
    }),
    'event',
  );
  const seen = vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(() => undefined);
  const form = mount(InviteForm, { target: document.body, props: { people, rooms: [] } });
  gone = () => unmount(form);
  flushSync();
  document.querySelector<HTMLButtonElement>('button[type=submit]')!.click();
  await eventually('the link is there', () => document.querySelector('.made'));
  await eventually('its button has the focus', () => document.activeElement?.textContent?.startsWith('Copy'));
  expect((seen.mock.contexts[0] as HTMLElement).textContent).toContain(made.url);
});

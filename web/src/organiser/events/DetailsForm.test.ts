// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, test, vi } from 'vitest';
import type { EventDetails } from '../../protocol/messages.gen.ts';
import DetailsForm from './DetailsForm.svelte';

vi.stubGlobal('fetch', async () => new Response(JSON.stringify(['America/Punta_Arenas', 'Europe/London', 'UTC'])));

vi.spyOn(Intl as never as { supportedValuesOf: () => string[] }, 'supportedValuesOf').mockReturnValue([
  'America/Montevideo',
  'America/Punta_Arenas',
  'Europe/London',
]);

let form: ReturnType<typeof mount> | null = null;
afterEach(async () => {
  if (form) await unmount(form);
  document.body.innerHTML = '';
});

const details = {
  name: 'Conference',
  startsOn: '2027-03-08',
  endsOn: '2027-03-08',
  timeZone: 'America/Montevideo',
  frameOrigins: [],
};

test('R6 a zone that the server does not know gives way to one with the same time, and that is said', async () => {
  const sent: EventDetails[] = [];
  form = mount(DetailsForm, {
    target: document.body,
    props: { details, submit: 'Save', onsubmit: async (each: EventDetails) => void sent.push(each) },
  });
  const select = document.querySelector('select')!;
  await vi.waitFor(() =>
    expect(document.body.textContent).toContain('America/Punta_Arenas has the same time on these days'),
  );
  flushSync();
  expect(select.value).toBe('America/Punta_Arenas');
  expect([...select.options].map((option) => option.value)).not.toContain('America/Montevideo');
  document.querySelector('form')!.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  await vi.waitFor(() => expect(sent[0]?.timeZone).toBe('America/Punta_Arenas'));
});

import type { Preview } from '../../attendee/preview.ts';

export default {
  kind: 'reactions',
  asAttendee: ({ kind, id, on }) => (on ? { kind, id } : null),
} satisfies Preview<'reactions'>;

import type { Recounter } from '../../../verify/recount.ts';

/** How many ballots name each option is what the option's count says, and no ballot names anything else. */
export default {
  kind: 'poll',
  agrees({ options }, ballots) {
    const said = new Map(
      (Array.isArray(options) ? options : []).map((option) => {
        const { id, count } = (option ?? {}) as { id?: unknown; count?: unknown };
        return [id, count] as const;
      }),
    );
    const named = ballots.flatMap((ballot) => ballot ?? []);
    return (
      named.every((id) => said.has(id)) &&
      [...said].every(([id, count]) => count === ballots.filter((ballot) => ballot?.includes(String(id))).length)
    );
  },
} satisfies Recounter;

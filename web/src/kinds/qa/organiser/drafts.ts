import type { Id } from '../../../protocol/messages.gen.ts';

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
/** What is written about a question. */
export type Draft = 'reply' | 'correct' | 'note';

/**
 * What was typed and not sent, per question: it is there again when its box opens again, also after the page was
 * loaded anew in this tab. Without a store it lasts as long as the page.
 */
export class Drafts {
  private readonly kept = new Map<string, string>();

  constructor(
    private readonly store: Store | null,
    private readonly activity: () => string,
  ) {}

  get(what: Draft, id: Id): string | null {
    const name = this.name(what, id);
    try {
      return this.store?.getItem(name) ?? this.kept.get(name) ?? null;
    } catch {
      return this.kept.get(name) ?? null;
    }
  }

  /** @param text null or empty: nothing is kept */
  keep(what: Draft, id: Id, text: string | null): void {
    const name = this.name(what, id);
    if (!text) this.kept.delete(name);
    else this.kept.set(name, text);
    try {
      if (text) this.store?.setItem(name, text);
      else this.store?.removeItem(name);
    } catch {
      // Full or blocked: then it lasts as long as the page.
    }
  }

  private name = (what: Draft, id: Id): string => `plenary.question.${what}.${this.activity()}.${id}`;
}

/** The store of this tab; null where it is blocked. */
export function tabStore(): Storage | null {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}

import type { KeyValue } from '../../../protocol/environment.ts';

/** What was typed and not saved: the text, and what it was based on. */
export interface Kept {
  editor: object;
  base: object;
}

/** Keeps unsaved text for the life of the browser tab, over reloads and closed dialogs. Works without a storage too. */
export class Keep {
  private readonly memory = new Map<string, string>();

  constructor(
    private readonly storage: KeyValue | null,
    private readonly event: string,
  ) {}

  /**
   * @param kind the word of the kind
   * @param id of the activity, null for a new one
   */
  load(kind: string, id: string | null): Kept | null {
    try {
      const text = this.memory.get(this.name(kind, id)) ?? this.storage?.getItem(this.name(kind, id)) ?? null;
      return text === null ? null : (JSON.parse(text) as Kept);
    } catch {
      return null;
    }
  }

  save(kind: string, id: string | null, kept: Kept): void {
    const text = JSON.stringify(kept);
    this.memory.set(this.name(kind, id), text);
    try {
      this.storage?.setItem(this.name(kind, id), text);
    } catch {
      // Full or forbidden: memory has it.
    }
  }

  drop(kind: string, id: string | null): void {
    this.memory.delete(this.name(kind, id));
    try {
      this.storage?.removeItem(this.name(kind, id));
    } catch {
      // Nothing was kept there then.
    }
  }

  private name(kind: string, id: string | null): string {
    return `plenary.unsaved.${this.event}.${kind}.${id ?? 'new'}`;
  }
}

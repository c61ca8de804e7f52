import type { KeyValue } from '../../../../protocol/environment.ts';
import type { Editor } from './model.ts';

/** What was typed and not saved: the text, and what it was based on. */
export interface Kept {
  editor: Editor;
  base: Editor;
}

/** Keeps unsaved text for the life of the browser tab, over reloads and closed dialogs. Works without a storage too. */
export class Keep {
  private readonly memory = new Map<string, string>();

  constructor(
    private readonly storage: KeyValue | null,
    private readonly event: string,
  ) {}

  /** `poll` is null for a new one. */
  load(poll: string | null): Kept | null {
    try {
      const text = this.memory.get(this.name(poll)) ?? this.storage?.getItem(this.name(poll)) ?? null;
      return text === null ? null : (JSON.parse(text) as Kept);
    } catch {
      return null;
    }
  }

  save(poll: string | null, kept: Kept): void {
    const text = JSON.stringify(kept);
    this.memory.set(this.name(poll), text);
    try {
      this.storage?.setItem(this.name(poll), text);
    } catch {
      // Full or forbidden: memory has it.
    }
  }

  drop(poll: string | null): void {
    this.memory.delete(this.name(poll));
    try {
      this.storage?.removeItem(this.name(poll));
    } catch {
      // Nothing was kept there then.
    }
  }

  private name(poll: string | null): string {
    return `plenary.unsaved.${this.event}.${poll ?? 'new'}`;
  }
}

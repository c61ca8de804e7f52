import { untrack } from 'svelte';
import { textWidth } from '../../../stage/measure.ts';
import { Placer, type Picture, type Placed, type Term } from './placer.ts';

/** Sizes of letters in the design, in rem: nothing on a stage is smaller, and few words are grand. */
const LEAST = 1.4;
const MOST = 7;
/** Letters of a word that leads are the widest: every word has the room for them. */
const WEIGHT = 800;

export interface Drawn extends Placed {
  /** Is larger than it was, or new: it waits until the others gave it room. */
  grows: boolean;
}

export interface Room {
  width: number;
  height: number;
  zoom: number;
  /** Changes when letters are measured anew. */
  letters: object;
}

/** The picture of a cloud, for as long as its room stays as it is. To be made in a component. */
export class Cloud {
  words: readonly Drawn[] = $state.raw([]);
  left = $state(0);

  constructor(terms: () => readonly Term[], room: () => Room) {
    // By value: a room as large as before is no reason to place anything anew.
    const width = $derived(room().width);
    const height = $derived(room().height);
    const zoom = $derived(room().zoom);
    const letters = $derived(room().letters);
    const placer = $derived.by(() => {
      void letters;
      const most = Math.min(MOST * zoom, height / 2);
      const least = Math.min(LEAST * zoom, most);
      return new Placer({ width, height, least, most, measure: (text) => textWidth(text, WEIGHT) });
    });
    $effect.pre(() => {
      const picture = placer.next(terms());
      untrack(() => this.draw(picture));
    });
  }

  private draw({ words, left }: Picture): void {
    const before = new Map(this.words.map(({ id, size }) => [id, size]));
    this.words = words.map((word) => ({ ...word, grows: word.size > (before.get(word.id) ?? 0) }));
    this.left = left;
  }
}

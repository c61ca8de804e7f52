import { dropPlace } from './order.ts';

/** Pixels the pointer must travel before a press becomes a drag. */
const SLOP = 6;

type Box = Pick<DOMRect, 'top' | 'height'>;

/** Dragging an item of the run order with a pointer. The keys Alt or Ctrl with an arrow do the same. */
export class Drag {
  /** The poll that is dragged; null when none is. */
  id = $state<string | null>(null);
  /** Where it would go if it was dropped now. */
  to = $state(0);
  /** Where it came from. */
  from = 0;
  private pressed: { id: string; from: number; y: number } | null = null;
  /** A drag ended just now: the click that follows it means nothing. */
  private ended = false;

  constructor(
    private readonly boxes: () => Box[],
    private readonly move: (id: string, to: number) => void,
  ) {}

  /** A mouse may take the item anywhere; a finger must take the handle, or it could not scroll. */
  press(event: PointerEvent, id: string, from: number): void {
    this.ended = false;
    const onHandle = (event.target as Element).closest('[data-handle]') !== null;
    if (event.button !== 0 || (event.pointerType !== 'mouse' && !onHandle)) return;
    this.pressed = { id, from, y: event.clientY };
  }

  over = (event: Pick<PointerEvent, 'clientY'>): void => {
    if (!this.pressed) return;
    const { id, from, y } = this.pressed;
    if (this.id === null && Math.abs(event.clientY - y) < SLOP) return;
    this.id = id;
    this.from = from;
    this.to = dropPlace(
      this.boxes().map((box) => box.top + box.height / 2),
      from,
      event.clientY,
    );
  };

  drop = (): void => {
    const { id, to, from } = this;
    this.cancel();
    if (id === null) return;
    this.ended = true;
    if (to !== from) this.move(id, to);
  };

  cancel = (): void => {
    this.pressed = null;
    this.id = null;
  };

  /** True once after a drag: the click was its end. */
  wasDrag(): boolean {
    const { ended } = this;
    this.ended = false;
    return ended;
  }
}

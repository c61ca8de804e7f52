/**
 * What is shown on this screen alone instead of what is given, until another thing is given: then that is shown again.
 */
export class Own<T> {
  private own = $state.raw<{ against: T; value: T } | null>(null);
  readonly now: T = $derived.by(() => {
    const given = this.given();
    return this.own && this.own.against === given ? this.own.value : given;
  });

  constructor(private readonly given: () => T) {}

  set(value: T): void {
    this.own = { against: this.given(), value };
  }

  clear(): void {
    this.own = null;
  }
}

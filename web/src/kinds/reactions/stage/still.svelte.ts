/** Whether whoever looks at this screen wants nothing to move, reactive. */
export class Still {
  private readonly query = matchMedia('(prefers-reduced-motion: reduce)');
  wanted = $state(this.query.matches);

  start(): () => void {
    const look = () => (this.wanted = this.query.matches);
    this.query.addEventListener('change', look);
    return () => this.query.removeEventListener('change', look);
  }
}

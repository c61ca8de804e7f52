/**
 * Takes an event stream apart (WHATWG HTML, 9.2.6), as far as our server makes use of it: line ends are LF, and nothing
 * is resumed, so ids and retry times say nothing.
 */
export class EventParser {
  private rest = '';
  private name = '';
  private data: string[] = [];

  /** @param onEvent with the event's name, empty when it has none */
  constructor(private readonly onEvent: (name: string, data: string) => void) {}

  /** The next piece, cut anywhere. */
  feed(text: string): void {
    const lines = (this.rest + text).split('\n');
    this.rest = lines.pop()!;
    for (const line of lines) this.line(line);
  }

  private line(line: string): void {
    if (line === '') return this.dispatch();
    const [, field, value] = /^([^:]*):? ?(.*)$/s.exec(line)!;
    if (field === 'event') this.name = value!;
    else if (field === 'data') this.data.push(value!);
  }

  private dispatch(): void {
    const { name, data } = this;
    this.name = '';
    this.data = [];
    if (data.length > 0) this.onEvent(name, data.join('\n'));
  }
}

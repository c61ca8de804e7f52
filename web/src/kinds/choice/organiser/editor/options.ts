import { moved } from '../../../../organiser/event/order.ts';
import { line, MOST_OPTIONS, type Editor, type EditorOption } from './model.ts';

const withOptions = (editor: Editor, options: EditorOption[], nextKey = editor.nextKey): Editor => ({
  ...editor,
  options,
  nextKey,
});

export function setOption(
  editor: Editor,
  key: number,
  change: Partial<Pick<EditorOption, 'text' | 'exclusive'>>,
): Editor {
  return withOptions(
    editor,
    editor.options.map((option) => (option.key === key ? { ...option, ...change } : option)),
  );
}

/** A new row after the one named, at the end when none is. The same editor when it is full. */
export function addOption(editor: Editor, behind?: number): Editor {
  if (editor.options.length >= MOST_OPTIONS) return editor;
  const at = editor.options.findIndex((option) => option.key === behind);
  const options = [...editor.options];
  options.splice(at < 0 ? options.length : at + 1, 0, { key: editor.nextKey, text: '', exclusive: false });
  return withOptions(editor, options, editor.nextKey + 1);
}

/** Two rows always stay: the last two are emptied instead. */
export function removeOption(editor: Editor, key: number): Editor {
  if (editor.options.length > 2) {
    return withOptions(
      editor,
      editor.options.filter((option) => option.key !== key),
    );
  }
  return withOptions(
    editor,
    editor.options.map((o) => (o.key === key ? { key, text: '', exclusive: false } : o)),
  );
}

export function moveOption(editor: Editor, key: number, to: number): Editor {
  const order = moved(
    editor.options.map((option) => String(option.key)),
    String(key),
    to,
  );
  const byKey = new Map(editor.options.map((option) => [String(option.key), option]));
  return withOptions(
    editor,
    order.map((name) => byKey.get(name)!),
  );
}

/** Lines of a pasted list without their bullets; null when it is no list but text for one field. */
export function pastedLines(text: string): string[] | null {
  const lines = text
    .split(/[\r\n]+/)
    .map((each) => line(each.replace(/^\s*(?:[-*•–]|\(?(?:\d{1,2}|[A-Za-z])[.)])\s+/, '')))
    .filter((each) => each !== '');
  return lines.length > 1 ? lines : null;
}

/**
 * A list pasted into a row: the first line goes to where the cursor was, the others become rows after it; empty rows
 * after it are filled first. `left` are lines that found no room.
 */
export function pasteOptions(
  editor: Editor,
  key: number,
  lines: readonly string[],
  cursor: { start: number; end: number },
): { editor: Editor; left: string[] } {
  const [first = '', ...rest] = lines;
  const at = editor.options.findIndex((option) => option.key === key);
  const row = editor.options[at];
  if (!row) return { editor, left: [...lines] };
  let next = setOption(editor, key, { text: row.text.slice(0, cursor.start) + first + row.text.slice(cursor.end) });
  let behind = key;
  for (let index = 0; index < rest.length; index++) {
    const follower = next.options[next.options.findIndex((option) => option.key === behind) + 1];
    if (!follower || follower.text.trim() !== '') {
      const grown = addOption(next, behind);
      if (grown === next) return { editor: next, left: rest.slice(index) };
      next = grown;
    }
    behind = next.options[next.options.findIndex((option) => option.key === behind) + 1]!.key;
    next = setOption(next, behind, { text: rest[index]! });
  }
  return { editor: next, left: [] };
}

/**
 * Texts that are written over the lower rows of a screen: a remark, or the two sides of a card. What is written, and
 * what becomes of it, a {@link Writing} says.
 */
import { Failure } from '../../core/base/failure.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import { areaOf, insertInArea } from '../models/text-area.ts';
import type { TextField } from '../models/text-field.ts';
import { fieldText } from '../models/text-field.ts';
import type { Host } from '../shell/screen.ts';
import { editWith } from './edit-with.ts';
import type { Panel } from './panel.ts';
import { areaRows, panelRule, pressArea, textRows } from './panel.ts';

/** What has become of texts that were to be saved. */
type Saved =
  | { readonly is: 'written'; readonly said: string }
  /** There was nothing to write. */
  | { readonly is: 'unchanged' }
  /** Something is missing, and asked for by going there: to the field of this number. */
  | { readonly is: 'missing'; readonly at: number };

interface Writing {
  readonly context: 'writing-remark' | 'writing-card';
  readonly title: string;
  /** What stands in each field at first, and its name; a field without one has the whole line. */
  readonly fields: readonly { readonly name: string; readonly text: string }[];
  /** Most characters of a field, and how that is told. */
  readonly longest: number;
  readonly tooLong: string;
  /** Whether the title says how much is typed. */
  readonly counts: boolean;
  /** What stands below the fields, as styled lines. */
  readonly below: readonly string[];
  /**
   * @param texts of the fields, without blanks around them
   * @param at the field that has the cursor
   * @throws Failure where it cannot be written
   */
  readonly save: (texts: readonly string[], at: number) => Saved | Promise<Saved>;
}

/** Cells of the name of a field. */
const LABEL = 8;

/** @param close called when it is over, with whether anything was written */
export const makeTextPanel = (host: Host, writing: Writing, close: (hasChanged: boolean) => void): Panel => {
  const { theme } = host;
  const { fields, longest } = writing;
  let areas: readonly TextField[] = fields.map(({ text }) => areaOf(text));
  /** The field that has the cursor. */
  let at = 0;
  let isAsking = false;
  let isSaving = false;
  let columns = 80;
  const hasEditor = host.services.textEditor('').is === 'ready';

  const here = (): TextField => areas[at] ?? areaOf('');
  const put = (area: TextField): void => {
    areas = areas.with(at, area);
  };
  const labelOf = (field: number): number => (fields[field]?.name === '' ? 0 : LABEL);

  const save = async (): Promise<void> => {
    isSaving = true;
    let saved: Saved;
    try {
      saved = await writing.save(
        areas.map(area => fieldText(area).trim()),
        at,
      );
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      return host.say(sanitizeLine(error.message), 'bad');
    } finally {
      isSaving = false;
    }
    if (saved.is === 'missing') ({ at } = saved);
    else close(saved.is === 'written');
    if (saved.is === 'written') host.say(saved.said);
  };

  const fieldLines = (field: number, rows: number): readonly string[] => {
    const { name } = fields[field] ?? { name: '' };
    const label = labelOf(field);
    const lines = areaRows(areas[field] ?? areaOf(''), columns - label, rows, field === at, theme);
    if (label === 0) return lines;
    const head = theme.style[field === at ? 'strong' : 'dim'](name.padEnd(label));
    return lines.map((line, row) => `${row === 0 ? head : ' '.repeat(label)}${line}`);
  };

  return {
    get context() {
      return isAsking ? 'writing-asking' : writing.context;
    },
    lines: size => {
      ({ columns } = size);
      const { before, after } = here();
      const typed = writing.counts ? `${before.length + after.length} of ${longest}` : '';
      const rows = Math.max(1, Math.floor(textRows(size) / fields.length));
      return [
        panelRule(writing.title, typed, columns, theme),
        ...(isAsking
          ? ['Drop what you typed? y drops it, n goes back to it.']
          : [...fields.flatMap((_, field) => fieldLines(field, rows)), ...writing.below]),
      ];
    },
    offers: action => action !== 'editor' || hasEditor,
    act: action => {
      if (isSaving) return;
      switch (action) {
        case 'save':
          void save().then(host.redraw, host.fail);
          return;
        case 'later':
        case 'earlier':
          at = (at + (action === 'later' ? 1 : fields.length - 1)) % fields.length;
          return;
        case 'editor':
          return editWith(host, fieldText(here()), text => put(insertInArea(areaOf(''), text, longest)));
        case 'close':
          if (areas.every((area, field) => fieldText(area) === fields[field]?.text)) close(false);
          else isAsking = true;
          return;
        case 'confirm':
          return close(false);
        case 'decline':
          isAsking = false;
          return;
        default:
          put(pressArea(here(), action, columns - labelOf(at)) ?? here());
      }
    },
    type: text => {
      if (isSaving) return;
      const next = insertInArea(here(), text, longest);
      if (next.before.length === here().before.length && text !== '') host.say(writing.tooLong, 'bad');
      put(next);
    },
  };
};

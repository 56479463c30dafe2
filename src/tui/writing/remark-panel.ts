/** Writes the remark on a card or question, over the lower rows. */
import type { Remark } from '../../app/own/own.ts';
import { LONGEST_REMARK } from '../../app/own/own.ts';
import { Failure } from '../../core/base/failure.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import type { TextField } from '../models/text-field.ts';
import { fieldText } from '../models/text-field.ts';
import { areaOf, insertInArea } from '../models/text-area.ts';
import type { Host } from '../shell/screen.ts';
import { editWith } from './edit-with.ts';
import type { Panel } from './panel.ts';
import { areaRows, panelRule, pressArea, textRows } from './panel.ts';

export interface RemarkSubject {
  /** Key of the item. */
  readonly item: string;
  readonly type: 'card' | 'question';
}

/** @param close called when it is over, with whether anything was written */
export const makeRemarkPanel = (
  host: Host,
  { item, type }: RemarkSubject,
  close: (hasChanged: boolean) => void,
): Panel => {
  const { services, theme } = host;
  const seen: Remark | null = services.own.remarkOn(item);
  // Two devices may have written one each: both are here, and become one.
  const first = (seen?.texts ?? []).join('\n\n');
  let area: TextField = areaOf(first);
  const longest = Math.max(LONGEST_REMARK, area.before.length);
  let isAsking = false;
  let columns = 80;

  const save = (): void => {
    const text = fieldText(area).trim();
    if (text === first) return close(false);
    try {
      services.own.saveRemark(item, text, seen);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      return host.say(sanitizeLine(error.message), 'bad');
    }
    close(true);
    host.say(text === '' ? 'Remark discarded' : 'Remark saved. It is under Lists, yours');
  };

  return {
    get context() {
      return isAsking ? 'writing-asking' : 'writing-remark';
    },
    lines: size => {
      ({ columns } = size);
      const typed = area.before.length + area.after.length;
      const versions = (seen?.texts.length ?? 0) > 1 ? `, ${seen?.texts.length ?? 0} versions` : '';
      return [
        panelRule(`your remark on this ${type}${versions}`, `${typed} of ${longest}`, columns, theme),
        ...(isAsking
          ? ['Drop what you typed? y drops it, n goes back to it.']
          : areaRows(area, columns, textRows(size), true, theme)),
      ];
    },
    act: action => {
      switch (action) {
        case 'save':
          return save();
        case 'editor':
          return editWith(host, fieldText(area), text => (area = insertInArea(areaOf(''), text, longest)));
        case 'close':
          if (fieldText(area) === first) close(false);
          else isAsking = true;
          return;
        case 'confirm':
          return close(false);
        case 'decline':
          isAsking = false;
          return;
        default:
          area = pressArea(area, action, columns) ?? area;
      }
    },
    type: text => {
      const next = insertInArea(area, text, longest);
      if (next.before.length === area.before.length && text !== '')
        host.say(`A remark has at most ${longest} characters`, 'bad');
      area = next;
    },
  };
};

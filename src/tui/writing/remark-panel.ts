/** Writes the remark on a card or question, over the lower rows. */
import type { Remark } from '../../app/own/own.ts';
import { LONGEST_REMARK } from '../../app/own/own.ts';
import { areaOf } from '../models/text-area.ts';
import type { Host } from '../shell/screen.ts';
import type { Panel } from './panel.ts';
import { makeTextPanel } from './text-panel.ts';

interface RemarkSubject {
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
  const { own } = host.services;
  const seen: Remark | null = own.remarkOn(item);
  const versions = seen?.texts.length ?? 0;
  // Two devices may have written one each: both are here, and become one.
  const first = (seen?.texts ?? []).join('\n\n');
  const longest = Math.max(LONGEST_REMARK, areaOf(first).before.length);
  return makeTextPanel(
    host,
    {
      context: 'writing-remark',
      title: `your remark on this ${type}${versions > 1 ? `, ${versions} versions` : ''}`,
      fields: [{ name: '', text: first }],
      longest,
      tooLong: `A remark has at most ${longest} characters`,
      counts: true,
      below: [],
      save: ([text = '']) => {
        if (text === first) return { is: 'unchanged' };
        own.saveRemark(item, text, seen);
        return {
          is: 'written',
          said: text === '' ? 'Remark discarded' : 'Remark saved. It is under Lists, yours',
        };
      },
    },
    close,
  );
};

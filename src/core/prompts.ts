/** What an item asks, as the journal keeps it: by it an item is found again whose key has changed. */
import type { Item } from './course.ts';
import { isTemplate } from './course.ts';
import { questionFingerprint } from './fingerprint.ts';
import { plainText } from './plain-text.ts';
import type { Asked, Progress } from './progress.ts';

/** Characters of a prompt that the journal keeps. */
const KEPT = 200;

/** The front of a card or the stem of a question, as it is kept and compared. Case stays: it tells SQS from a word. */
export const promptOf = (item: Item): string =>
  plainText(item.type === 'card' ? item.front : item.stem)
    .normalize('NFC')
    .slice(0, KEPT)
    .replace(/[\ud800-\udbff]$/, '')
    .trim();

/** What an item asks now. A template has no fingerprint: its numbers change. */
export const askedNow = (item: Item): Omit<Asked, 'lc'> => ({
  type: item.type,
  prompt: promptOf(item),
  print: item.type === 'card' || isTemplate(item) ? '' : questionFingerprint(item),
});

/** The prompt that the event of an item must carry; `null` where it has none, or the journal has it. */
export const promptToRecord = (item: Item, { prompts }: Pick<Progress, 'prompts'>): string | null => {
  const { type, prompt, print } = askedNow(item);
  const known = prompts.get(item.key);
  const isKnown = known?.type === type && known.prompt === prompt && known.print === print;
  return prompt === '' || isKnown ? null : prompt;
};

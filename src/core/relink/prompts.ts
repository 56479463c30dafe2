/** What an item asks, as the journal keeps it: by it an item is found again whose key has changed. */
import type { Item } from '../course/course.ts';
import { isTemplate } from '../course/course.ts';
import { questionFingerprint } from '../course/keys.ts';
import { plainText } from '../course/plain-text.ts';
import type { Asked, Progress } from '../journal/progress.ts';

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
  topic: item.topic,
  prompt: promptOf(item),
  print: item.type === 'card' || isTemplate(item) ? '' : questionFingerprint(item),
});

/** Fields by which an event tells what an item asks. */
export interface PromptFields {
  readonly prompt?: string;
  readonly topic?: string;
}

/** What the event of an item must tell of what it asks: nothing where the journal has it. */
export const promptFields = (item: Item, { prompts }: Pick<Progress, 'prompts'>): PromptFields => {
  const { type, topic, prompt, print } = askedNow(item);
  const known = prompts.get(item.key);
  const isKnown =
    known?.type === type && known.topic === topic && known.prompt === prompt && known.print === print;
  return prompt === '' || isKnown ? {} : { prompt, topic };
};

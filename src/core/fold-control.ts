/** What events say beyond the items that they are folded into one by one: the rules that all folds share. */
import { actOf, isAutomatic } from './acts.ts';
import type { CourseFold, Tie } from './course-fold.ts';
import type { JournalEvent } from './event.ts';
import type { Position } from './event-order.ts';

/** A separation as the fold keeps it. */
export const tieOf = ({ id, lc, item }: Position & { readonly item: string }): Tie => ({
  id,
  lc,
  from: item,
  to: null,
});

/** Takes note of what an event says of the course's texts, and of links that were refused. */
export const noteTexts = (state: CourseFold, event: JournalEvent, holds: boolean): void => {
  const { lc } = event;
  if (event.type === 'relinked') {
    if (!holds) state.refused.add(`${event.from}>${event.to}`);
    if (event.prompt !== undefined)
      state.notePrompt(event.to, { type: 'card', prompt: event.prompt, print: '', lc });
  } else if (event.type === 'course-renamed') {
    if (!holds) state.refused.add(`course ${event.from}>${event.course}`);
  } else if (event.type === 'reviewed' && event.prompt !== undefined) {
    const item = event.ratings[0]?.item ?? '';
    state.notePrompt(item, { type: 'card', prompt: event.prompt, print: '', lc });
  } else if (event.type === 'answered' && event.prompt !== undefined) {
    const item = event.ratings[0]?.item ?? '';
    // A template's fingerprint changes with its numbers.
    const print = event.seed === null ? event.question : '';
    state.notePrompt(item, { type: 'question', prompt: event.prompt, print, lc });
  }
};

/**
 * Takes what an event says about the course as a whole, before anything is folded into items: settings, links,
 * a
 * reset of everything, what an item asked, and which end of a sitting counts. Such events come in order; `holds`
 * is `false` for one that was undone.
 */
export const foldControl = (state: CourseFold, event: JournalEvent, holds: boolean): void => {
  if (event.type === 'configured' && holds) state.configure(event);
  else if (event.type === 'reset' && holds && event.items === null) state.resetAt = event;
  else if (event.type === 'relinked' && holds) state.tie(event);
  else if (event.type === 'separated' && holds) state.tie(tieOf(event));
  else if (event.type === 'exam-ended') state.noteEnding(event);
  noteTexts(state, event, holds);
};

/** Takes note of an event as an act of the learner, or as a link that the program made. */
export const addAct = (
  state: CourseFold,
  event: JournalEvent,
  undone: boolean,
  which: 'chosen' | 'automatic' | 'both',
): void => {
  const automatic = isAutomatic(event);
  if (which !== 'both' && automatic !== (which === 'automatic')) return;
  const act = actOf(event, undone);
  if (act !== null) state.addAct(act, automatic);
};

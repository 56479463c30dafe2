/** What events say beyond the items that they are folded into one by one: the rules that all folds share. */
import { endingOf, isNote } from './course-notes.ts';
import { actOf, isAutomatic } from './acts.ts';
import type { CourseFold, Tie } from './course-fold.ts';
import type { JournalEvent, SchedulingSettings } from '../journal/event.ts';
import type { Position } from '../journal/event-order.ts';

/** What an event sets: parameters of the memory model are settings that nobody types. */
export const settingsOf = (
  event: Extract<JournalEvent, { type: 'configured' | 'fitted' }>,
): Position & { readonly settings: Partial<SchedulingSettings> } => ({
  id: event.id,
  lc: event.lc,
  settings: event.type === 'fitted' ? { weights: event.weights } : event.settings,
});

/** A separation as the fold keeps it. */
export const tieOf = ({ id, lc, item }: Position & { readonly item: string }): Tie => ({
  id,
  lc,
  from: item,
  to: null,
});

/** Takes note of what an event says of the course's texts, and of links that were refused. */
export const noteTexts = (state: CourseFold, event: JournalEvent, holds: boolean): void => {
  if (event.type === 'relinked' && !holds) state.refused.add(`${event.from}>${event.to}`);
  if (event.type === 'course-renamed' && !holds) state.refused.add(`course ${event.from}>${event.course}`);
  if (event.type !== 'relinked' && event.type !== 'reviewed' && event.type !== 'answered') return;
  const { lc, prompt, topic = '' } = event;
  if (prompt === undefined) return;
  const item = event.type === 'relinked' ? event.to : (event.ratings[0]?.item ?? '');
  // A template's fingerprint changes with its numbers.
  const print = event.type === 'answered' && event.seed === null ? event.question : '';
  const type = event.type === 'answered' ? 'question' : 'card';
  state.notePrompt(item, { type, topic, prompt, print, lc });
};

/**
 * Takes what an event says about the course as a whole, before anything is folded into items: settings, links,
 * a
 * reset of everything, what an item asked, and which end of a sitting counts. Such events come in order; `holds`
 * is `false` for one that was undone.
 */
export const foldControl = (state: CourseFold, event: JournalEvent, holds: boolean): void => {
  if ((event.type === 'configured' || event.type === 'fitted') && holds) state.configure(settingsOf(event));
  else if (event.type === 'reset' && holds && event.items === null) state.resetAt = event;
  else if (event.type === 'relinked' && holds) state.tie(event);
  else if (event.type === 'separated' && holds) state.tie(tieOf(event));
  else if (event.type === 'exam-ended') state.noteEnding(endingOf(event));
  else if (isNote(event) && holds) state.notes.set(event.id, event);
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

/** What events say beyond the items that they are folded into one by one: the rules that all folds share. */
import { impossible } from '../base/impossible.ts';
import { endingOf } from './course-notes.ts';
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
 * Takes what an event says about the course as a whole, before anything is folded into items: settings, links, a
 * reset of everything, what an item asked, and which end of a sitting counts. Such events come in order; `holds`
 * is `false` for one that was undone.
 */
export const foldControl = (state: CourseFold, event: JournalEvent, holds: boolean): void => {
  switch (event.type) {
    case 'configured':
    case 'fitted':
      if (holds) state.configure(settingsOf(event));
      break;
    case 'reset':
      if (holds && event.items === null) state.resetAt = event;
      break;
    case 'relinked':
      if (holds) state.tie(event);
      break;
    case 'separated':
      if (holds) state.tie(tieOf(event));
      break;
    case 'exam-ended':
      state.noteEnding(endingOf(event));
      break;
    case 'forecast':
    case 'result':
    case 'read':
      if (holds) state.notes.set(event.id, event);
      break;
    // Folded into items, into a sitting, or before any course is.
    case 'reviewed':
    case 'answered':
    case 'suspended':
    case 'buried':
    case 'flagged':
    case 'imported':
    case 'undone':
    case 'course-renamed':
    case 'excluded':
    case 'redated':
    case 'exam-started':
    case 'exam-answered':
    case 'exam-flagged':
    case 'exam-struck':
    case 'exam-moved':
    case 'exam-paused':
    case 'exam-resumed':
      break;
    default:
      impossible(event);
  }
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

/** Sessions of cards and questions that are chosen on a screen. */
import { chosenRequest } from '../../../app/session/chosen-session.ts';
import type { AskedAs } from '../../../core/lists/askable.ts';
import { isAskable } from '../../../core/lists/askable.ts';
import type { Action } from '../../keys/key-table.ts';
import type { Services } from '../../shell/services.ts';
import type { Host } from '../../shell/screen.ts';

/** The kind of session that a key starts. */
export const SESSIONS: Partial<Record<Action, AskedAs>> = { quiz: 'quiz', cards: 'cards', review: 'review' };

/** Those of some items that a session of a kind would ask now. */
export const askedKeys = (services: Services, keys: readonly string[], as: AskedAs): readonly string[] => {
  const { course } = services;
  const { items } = services.progress();
  const moment = services.moment();
  return keys.filter(key => {
    const entry = course.entry(key);
    return entry !== undefined && isAskable(as, entry, items.get(key), moment);
  });
};

const NOTHING: Readonly<Record<AskedAs, string>> = {
  quiz: 'No questions here to ask',
  cards: 'No cards here to ask',
  review: 'Nothing here is due',
};

/** Starts a session of these items, or says that there is nothing to ask. @param count at most so many; `null`: all */
export const startSession = (
  host: Host,
  as: AskedAs,
  keys: readonly string[],
  count: number | null,
): void => {
  if (keys.length === 0) return host.say(NOTHING[as]);
  const { seed } = host.services.runtime;
  host.open({ to: 'session', request: chosenRequest(as, keys, { count, seed }) });
};

/** Leads to the page before a mock exam. */
export const openMock = (host: Host): void => {
  if (host.has('mock')) host.open({ to: 'mock' });
  else host.say('study exam starts a mock exam');
};

/**
 * What a key asks for, as data: a screen whose keys are a pure function gives the state that comes of a key, and
 * effects that are carried out afterwards. Those here are asked of the program around the screens; a screen adds
 * its own.
 */
import type { Destination } from './destination.ts';
import type { Host, Tone } from './screen.ts';

/** What a key asks of the shell. */
export type HostEffect =
  | { readonly type: 'say'; readonly text: string; readonly tone: Tone }
  /** `open`: above the screen; `replace`: in its place. */
  | { readonly type: 'open' | 'replace'; readonly to: Destination }
  | { readonly type: 'back' }
  /** Shows the keys. */
  | { readonly type: 'help' }
  /** Ends the program with an error. */
  | { readonly type: 'fail'; readonly error: unknown };

/** The state that a key leads to, and what is to be done then. `E`: these effects, and those of the screen itself. */
export interface Step<S, E> {
  readonly state: S;
  /** In the order in which they are carried out. */
  readonly effects: readonly E[];
}

/** One line for the learner. */
export const say = (text: string, tone: Tone = 'plain'): HostEffect => ({ type: 'say', text, tone });

/** Opens a screen above this one. */
export const open = (to: Destination): HostEffect => ({ type: 'open', to });

/** A state, and what is to be done then. */
export const step = <S, E = never>(state: S, ...effects: readonly E[]): Step<S, E> => ({
  state,
  effects,
});

/** Asks the program around the screens for what a key asked of it. */
export const askHost = (host: Host, effect: HostEffect): void => {
  switch (effect.type) {
    case 'say':
      return host.say(effect.text, effect.tone);
    case 'open':
      return host.open(effect.to);
    case 'replace':
      return host.replace(effect.to);
    case 'back':
      return host.back();
    case 'help':
      return host.help();
    case 'fail':
      return host.fail(effect.error);
  }
};

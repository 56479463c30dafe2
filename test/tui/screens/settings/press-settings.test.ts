import { describe, expect, it } from 'vitest';
import { DEFAULT_PREFERENCES } from '../../../../src/core/device/preferences.ts';
import { DEFAULT_SETTINGS } from '../../../../src/core/journal/settings.ts';
import type { Action } from '../../../../src/tui/keys/key-table.ts';
import { press, typeText } from '../../../../src/tui/screens/settings/press-settings.ts';
import type {
  SettingsEffect,
  SettingsFacts,
  SettingsState,
} from '../../../../src/tui/screens/settings/settings-state.ts';
import { contextOf, FRESH, rowsOf } from '../../../../src/tui/screens/settings/settings-state.ts';
import { examScreenCourse } from '../../../support/screen-course.ts';

const COURSE = examScreenCourse();

interface Hand {
  state: SettingsState;
  facts: SettingsFacts;
  /** Effects of the last key. */
  effects: readonly SettingsEffect[];
  /** Goes to a row by its name. */
  goTo(label: string): void;
  press(...actions: readonly Action[]): void;
  type(text: string): void;
}

/** Settings whose keys are pressed without a screen: what they change holds for the next key. */
const settings = (more: Partial<SettingsFacts> = {}): Hand => {
  const hand: Hand = {
    state: FRESH,
    facts: {
      part: 'all',
      course: COURSE,
      settings: DEFAULT_SETTINGS,
      preferences: DEFAULT_PREFERENCES,
      today: 20_000,
      blueprint: null,
      exams: COURSE.blueprints,
      usual: {},
      fixed: {},
      dot: '·',
      courseAt: typed => typed,
      ...more,
    },
    effects: [],
    goTo: label => {
      const chosen = rowsOf(hand.state, hand.facts).findIndex(row => row.label === label);
      if (chosen === -1) throw new Error(`There is no row ${label}`);
      hand.state = { ...hand.state, chosen };
    },
    press: (...actions) => {
      for (const action of actions) {
        ({ state: hand.state, effects: hand.effects } = press(hand.state, action, '', hand.facts));
        for (const effect of hand.effects) {
          if (effect.type === 'set-course')
            hand.facts = { ...hand.facts, settings: { ...hand.facts.settings, ...effect.given } };
          else if (effect.type === 'set-device') {
            const preferences = { ...hand.facts.preferences, [effect.setting.key]: effect.value };
            hand.facts = { ...hand.facts, preferences };
          }
        }
      }
    },
    type: text => {
      hand.state = typeText(hand.state, text);
    },
  };
  return hand;
};

const said = ({ effects }: Hand): string | undefined =>
  effects.flatMap(effect => (effect.type === 'say' ? effect.text : [])).at(-1);

describe('a setting of the course', () => {
  it('goes to the next value by an arrow, and every step is undone by itself', () => {
    const hand = settings();
    hand.goTo('Minutes a day');
    const { minutesPerDay } = hand.facts.settings;
    hand.press('right', 'right');
    expect(hand.facts.settings.minutesPerDay).toBeGreaterThan(minutesPerDay);
    hand.press('undo', 'undo');
    expect(hand.facts.settings.minutesPerDay).toBe(minutesPerDay);
    expect(said(hand)).toBe('Undone');
    hand.press('undo');
    expect(said(hand)).toBe('Nothing was changed here');
  });

  it('that is typed holds once it is saved, and not before', () => {
    const hand = settings();
    hand.goTo('New a day');
    hand.press('open', 'delete-line');
    hand.type('7');
    expect(contextOf(hand.state)).toBe('settings-field');
    expect(hand.facts.settings.newPerDay).toBe(DEFAULT_SETTINGS.newPerDay);
    hand.press('open');
    expect(hand.facts.settings.newPerDay).toBe(7);
    expect(contextOf(hand.state)).toBe('settings');
  });

  it('stays in its field while what is typed is no value, and says why', () => {
    const hand = settings();
    hand.goTo('New a day');
    hand.press('open', 'delete-line');
    hand.type('many');
    hand.press('open');
    expect(hand.effects).toMatchObject([{ type: 'say', tone: 'bad' }]);
    expect(contextOf(hand.state)).toBe('settings-field');
    hand.press('back');
    expect(hand.facts.settings).toEqual(DEFAULT_SETTINGS);
    expect(hand.state.undo).toEqual([]);
  });

  it('is chosen from a list where it is the exam, the last line of which is none', () => {
    const hand = settings();
    hand.goTo('Exam');
    hand.press('open');
    expect(hand.state.editing).toEqual({ is: 'list', chosen: COURSE.blueprints.length });
    hand.press('up', 'open');
    expect(hand.facts.settings).toMatchObject({ exam: COURSE.blueprints.at(-1)?.id, plan: true });
  });

  it('goes back to its default by a key, which is undone like any change', () => {
    const hand = settings({ settings: { ...DEFAULT_SETTINGS, newPerDay: 3 } });
    hand.goTo('New a day');
    hand.press('default');
    expect(hand.facts.settings.newPerDay).toBe(DEFAULT_SETTINGS.newPerDay);
    hand.press('undo');
    expect(hand.facts.settings.newPerDay).toBe(3);
  });

  it('is among the rarer ones until these are shown', () => {
    const hand = settings();
    expect(() => hand.goTo('Leech after')).toThrow('There is no row');
    hand.goTo('More');
    hand.press('right');
    expect(() => hand.goTo('Leech after')).not.toThrow();
  });
});

describe('a setting of this device', () => {
  it('goes round its choices', () => {
    const hand = settings({ part: 'device' });
    hand.goTo('Colors');
    const { theme } = hand.facts.preferences;
    hand.press('left', 'right');
    expect(hand.facts.preferences.theme).toBe(theme);
    expect(hand.state.undo).toHaveLength(2);
  });

  it('stays as it is where a flag or the environment has decided it', () => {
    const hand = settings({ fixed: { theme: 'NO_COLOR' } });
    hand.goTo('Colors');
    hand.press('right');
    expect(hand.effects).toEqual([
      { type: 'say', text: 'Set by NO_COLOR: it cannot be changed here', tone: 'plain' },
    ]);
    hand.press('default');
    expect(hand.effects).toEqual([]);
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DEFAULT_SETTINGS,
  isSettingValue,
  parseSetting,
  readSettings,
  SETTINGS,
  settingOf,
  settingText,
} from '../../../src/core/journal/settings.ts';
import type { SettingDeclaration } from '../../../src/core/journal/settings.ts';

const setting = (key: string): SettingDeclaration => {
  const found = settingOf(key);
  if (found === undefined) throw new Error(`no setting ${key}`);
  return found;
};

describe('settings', () => {
  it('are each declared once, with a default that is allowed', () => {
    // Nobody types the parameters of the memory model.
    expect([...SETTINGS.map(({ key }) => key), 'weights']).toEqual(Object.keys(DEFAULT_SETTINGS));
    for (const declared of SETTINGS)
      expect(isSettingValue(declared, DEFAULT_SETTINGS[declared.key])).toBe(true);
  });

  it.each([
    ['desiredRetention', '0.85', 0.85],
    ['desiredRetention', '93%', 0.93],
    ['desiredRetention', ' .7 ', 0.7],
    ['newPerDay', '0', 0],
    ['reviewsPerDay', '9999', 9999],
    ['learningSteps', '1m 10m 1d', [1, 10, 1440]],
    ['learningSteps', '1,10', [1, 10]],
    ['relearningSteps', 'none', []],
    ['relearningSteps', '', []],
    ['rollover', '23', 23],
    ['exam', 'DVA-C02', 'dva-c02'],
    ['exam', '', ''],
    ['examDate', '2026-12-15', '2026-12-15'],
    ['examDate', '', ''],
  ])('read %s from %j', (key, text, value) => {
    expect(parseSetting(setting(key), text)).toEqual({ ok: true, settings: { [key]: value } });
  });

  it.each([
    ['desiredRetention', '0.98', 'desiredRetention takes a share from 0.7 to 0.97 (or 70% to 97%)'],
    ['desiredRetention', '90', 'desiredRetention takes a share from 0.7 to 0.97 (or 70% to 97%)'],
    ['desiredRetention', 'NaN', 'desiredRetention takes a share from 0.7 to 0.97 (or 70% to 97%)'],
    ['newPerDay', '-1', 'newPerDay takes a whole number from 0 to 9999'],
    ['newPerDay', '2.5', 'newPerDay takes a whole number from 0 to 9999'],
    ['newPerDay', '1e3', 'newPerDay takes a whole number from 0 to 9999'],
    [
      'learningSteps',
      '10 1',
      'learningSteps takes up to 10 rising times from 1m to 30d, such as "1m 10m", or "none"',
    ],
    [
      'learningSteps',
      '0',
      'learningSteps takes up to 10 rising times from 1m to 30d, such as "1m 10m", or "none"',
    ],
    [
      'learningSteps',
      '1m soon',
      'learningSteps takes up to 10 rising times from 1m to 30d, such as "1m 10m", or "none"',
    ],
    [
      'learningSteps',
      '31d',
      'learningSteps takes up to 10 rising times from 1m to 30d, such as "1m 10m", or "none"',
    ],
    ['rollover', '24', 'rollover takes a whole number from 0 to 23'],
    ['exam', '../x', 'exam takes the id of an exam, such as dva-c03, or nothing'],
    ['examDate', '2026-02-30', 'examDate takes a date such as 20 Dec or 2026-12-20, or nothing'],
    ['examDate', 'tomorrow', 'examDate takes a date such as 20 Dec or 2026-12-20, or nothing'],
  ])('refuse %s %j with what is accepted', (key, text, message) => {
    expect(parseSetting(setting(key), text)).toEqual({ ok: false, message });
  });

  it('are written as text that reads back as the same value', () => {
    const values = {
      ...DEFAULT_SETTINGS,
      learningSteps: [1, 90, 120, 1440, 2000],
      relearningSteps: [],
      exam: 'saa-c03',
      examDate: '2028-02-29',
    };
    for (const declared of SETTINGS)
      expect(parseSetting(declared, settingText(declared, values))).toEqual({
        ok: true,
        settings: { [declared.key]: values[declared.key] },
      });
  });

  it('of an event lose what is unknown, and are none where a known one cannot be', () => {
    expect(readSettings({ newPerDay: 5, fuzz: true, constructor: 1 })).toEqual({ newPerDay: 5 });
    expect(readSettings(JSON.parse('{"__proto__":{"newPerDay":7}}') as object)).toEqual({});
    expect(readSettings({ newPerDay: '5' })).toBeNull();
    expect(readSettings({ desiredRetention: null })).toBeNull();
    expect(readSettings({ learningSteps: [1, 1] })).toBeNull();
    expect(readSettings({ learningSteps: [1, Number.NaN] })).toBeNull();
  });

  it('refuse any text without an exception', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...SETTINGS), (text, declared) => {
        const parsed = parseSetting(declared, text);
        if (parsed.ok) expect(readSettings(parsed.settings)).toEqual(parsed.settings);
      }),
    );
  });
});

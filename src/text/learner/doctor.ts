import type { Finding } from '../../core/device/diagnosis.ts';
import { alignColumns } from '../layout/columns.ts';
import type { Style } from '../layout/style.ts';

/** One part of what `study doctor` looked at. */
export interface DoctorSection {
  readonly title: string;
  /** Name and value. */
  readonly facts: readonly (readonly [string, string])[];
  readonly findings: readonly Finding[];
}

const WORDS: Readonly<Record<Finding['level'], string>> = { ok: 'ok', note: 'note', problem: 'problem' };

/** The whole report as plain lines, with a sum at the end. */
export const doctorLines = (sections: readonly DoctorSection[], style: Style): readonly string[] => {
  const paint: Readonly<Record<Finding['level'], (text: string) => string>> = {
    ok: style.correct,
    note: style.warning,
    problem: style.wrong,
  };
  const lines = sections.flatMap(({ title, facts, findings }) => [
    style.heading(title),
    ...alignColumns(facts.map(([name, value]) => [`  ${name}`, value])),
    ...findings.map(({ level, text }) => `  ${paint[level](WORDS[level])}  ${text}`),
    '',
  ]);
  const problems = sections
    .flatMap(section => section.findings)
    .filter(({ level }) => level === 'problem').length;
  return [
    ...lines,
    problems === 0
      ? 'Nothing needs your attention.'
      : `${problems} ${problems === 1 ? 'thing needs' : 'things need'} your attention.`,
  ];
};

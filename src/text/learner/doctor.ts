import type { DoctorFinding } from '../../core/device/diagnosis.ts';
import { alignColumns } from '../layout/columns.ts';
import type { Style } from '../layout/style.ts';

/** One part of what `study doctor` looked at. */
export interface DoctorSection {
  readonly title: string;
  /** Name and value. */
  readonly facts: readonly (readonly [string, string])[];
  readonly findings: readonly DoctorFinding[];
}

const WORDS: Readonly<Record<DoctorFinding['level'], string>> = {
  ok: 'ok',
  note: 'note',
  problem: 'problem',
};

/** The whole report as plain lines, with a sum at the end. */
export const doctorLines = (sections: readonly DoctorSection[], style: Style): readonly string[] => {
  const paint: Readonly<Record<DoctorFinding['level'], (text: string) => string>> = {
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
  return [...lines, doctorSum(sections)];
};

/** What it all comes to. */
export const doctorSum = (sections: readonly DoctorSection[]): string => {
  const found = sections.flatMap(section => section.findings);
  const problems = found.filter(({ level }) => level === 'problem').length;
  const notes = found.filter(({ level }) => level === 'note').length;
  if (problems > 0) return `${problems} ${problems === 1 ? 'thing needs' : 'things need'} your attention.`;
  return notes === 0
    ? 'Nothing needs your attention.'
    : `Nothing is broken; ${notes === 1 ? 'one note stands' : `${notes} notes stand`} above.`;
};

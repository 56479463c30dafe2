import type { DoctorSection } from '../../learner/doctor.ts';
import { doctorSum } from '../../learner/doctor.ts';
import { capital } from '../../layout/columns.ts';
import { sentence } from '../words.ts';
import { wrapAll } from '../../layout/wrap-words.ts';

/** What `study doctor` looked at, what needs attention first. */
export const spokenDoctor = (sections: readonly DoctorSection[], width: number): readonly string[] => {
  const findings = sections.flatMap(({ title, findings: found }) =>
    found
      .filter(({ level }) => level !== 'ok')
      .map(({ level, text }) =>
        sentence(`${capital(level)}, ${title}: ${text.replace(/(\S)>(\S)/g, '$1 to $2')}`),
      ),
  );
  const facts = sections.flatMap(({ title, facts: known, findings: found }) => [
    '',
    `${title}.`,
    ...known.map(([name, value]) => sentence(`${name.includes('.') ? name : capital(name)}: ${value}`)),
    ...found.filter(({ level }) => level === 'ok').map(({ text }) => sentence(`Good: ${text}`)),
  ]);
  return wrapAll([doctorSum(sections).replace(' above', ' below'), ...findings, ...facts], width);
};

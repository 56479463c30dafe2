import type { JournalHealth } from './progress.ts';

/** Something `study doctor` looked at and what it means for the learner. */
export interface Finding {
  /** `ok`: nothing to do. `note`: good to know. `problem`: something is lost, left out or cannot work. */
  readonly level: 'ok' | 'note' | 'problem';
  readonly text: string;
}

const count = (number: number, one: string, many: string): string =>
  number === 1 ? `1 ${one}` : `${number} ${many}`;

const REASONS: Readonly<Record<JournalHealth['quarantined'][number]['reason'], string>> = {
  'too-long': 'longer than 1 MiB',
  'conflicting-id': 'the id of another record with other contents',
  'foreign-device': "a record that does not belong to the file's device",
  'bad-shape': 'not what a record of its type looks like',
};

/** Quarantined lines named one by one before the others are only counted. */
const NAMED = 5;

/** What the health of the journal means, in words; nothing is ever removed. */
export const journalFindings = (health: JournalHealth): readonly Finding[] => {
  const events = health.files.reduce((sum, file) => sum + file.events, 0);
  const findings: Finding[] = [
    {
      level: 'ok',
      text: `${count(events, 'record', 'records')} in ${count(health.files.length, 'file', 'files')}`,
    },
  ];
  const add = (level: Finding['level'], number: number, text: string): void => {
    if (number > 0) findings.push({ level, text });
  };
  add(
    'note',
    health.torn,
    `${count(health.torn, 'line was', 'lines were')} cut off while being written; none of them was reported as saved`,
  );
  add(
    'note',
    health.duplicates,
    `${count(health.duplicates, 'record stands', 'records stand')} in more than one file`,
  );
  add(
    'note',
    health.unknown,
    `${count(health.unknown, 'record is', 'records are')} of a newer program: kept, and left out until this one is updated`,
  );
  add(
    'problem',
    health.future,
    `${count(health.future, 'record is', 'records are')} more than 48 hours in the future and left out: check the clock of the device that wrote them`,
  );
  for (const { file, line, reason } of health.quarantined.slice(0, NAMED)) {
    findings.push({ level: 'problem', text: `${file}:${line} is left out: ${REASONS[reason]}` });
  }
  const rest = health.quarantined.length - NAMED;
  add('problem', rest, `${count(rest, 'more line is', 'more lines are')} left out`);
  for (const { type, id, target } of health.foreignEffects.slice(0, NAMED)) {
    findings.push({ level: 'note', text: `${id} of one device changes another: ${type} ${target}` });
  }
  const more = health.foreignEffects.length - NAMED;
  add('note', more, `${count(more, 'more record changes', 'more records change')} those of another device`);
  for (const device of health.excluded) {
    findings.push({ level: 'note', text: `device ${device} is left out by choice` });
  }
  return findings;
};

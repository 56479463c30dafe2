import type { JournalHealth, Trace } from '../journal/progress.ts';

/** Something `study doctor` looked at and what it means for the learner. */
export interface DoctorFinding {
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

const TRACES: Readonly<Record<Trace, (lines: number) => string>> = {
  'byte-order-mark': lines =>
    `${count(lines, 'line begins', 'lines begin')} with a byte order mark; nothing is lost by that`,
  'line-ends': lines =>
    `${count(lines, 'line ends', 'lines end')} with CR LF, as on Windows; nothing is lost by that`,
  'conflict-marker': lines =>
    `${count(lines, 'line is a conflict marker', 'lines are conflict markers')} of git; the records around ` +
    `${lines === 1 ? 'it' : 'them'} count. With "*.jsonl merge=union" in .gitattributes git leaves none`,
};

/** `2026-11-20 09:05` UTC. */
const utc = (at: number): string => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** What is odd about the moments of records, with the first few of them. */
const oddFindings = ({ odd, future }: JournalHealth): readonly DoctorFinding[] => {
  const named = (why: JournalHealth['odd']['records'][number]['why']): string =>
    odd.records
      .filter(record => record.why === why)
      .slice(0, 3)
      .map(({ id, at }) => `${id} of ${utc(at)}`)
      .join(', ');
  const finding = (
    number: number,
    why: Parameters<typeof named>[0],
    text: string,
  ): readonly DoctorFinding[] =>
    number === 0
      ? []
      : [
          {
            level: 'problem',
            text: `${text} (${named(why)}${number > 3 ? ' ...' : ''}): study progress redate`,
          },
        ];
  return [
    ...finding(
      future,
      'future',
      `${count(future, 'record is', 'records are')} more than 48 hours in the future and left out until then`,
    ),
    ...finding(
      odd.impossible,
      'impossible',
      `${count(odd.impossible, 'record is', 'records are')} dated before this program existed: no time is taken to have passed`,
    ),
    ...finding(
      odd.behind,
      'behind',
      `${count(odd.behind, 'record is', 'records are')} dated days before what its device had recorded already`,
    ),
  ];
};

/** Quarantined lines named one by one before the others are only counted. */
const NAMED = 5;

/** What the health of the journal means, in words; nothing is ever removed. */
export const journalFindings = (health: JournalHealth): readonly DoctorFinding[] => {
  const events = health.files.reduce((sum, file) => sum + file.events, 0);
  const findings: DoctorFinding[] = [
    {
      level: 'ok',
      text: `${count(events, 'record', 'records')} in ${count(health.files.length, 'file', 'files')}`,
    },
  ];
  const add = (level: DoctorFinding['level'], number: number, text: string): void => {
    if (number > 0) findings.push({ level, text });
  };
  add(
    'note',
    health.torn,
    `${count(health.torn, 'line is', 'lines are')} not whole and left out: a kill or a full disk leaves such ends of answers that were not reported as saved` +
      (health.lost > 0 ? ', but here saved records are gone too' : ''),
  );
  add(
    'problem',
    health.lost,
    `${count(health.lost, 'record', 'records')} that this device had saved ${health.lost === 1 ? 'is' : 'are'} in no file any more: a journal file was cut, replaced or removed. ` +
      'Put the file back, or bring the records back from a backup (study progress restore FILE) or another device (study progress merge PATH); ' +
      'to go on without them, remove saved.json in the data folder',
  );
  for (const { name, what } of health.irregular)
    findings.push({
      level: 'problem',
      text: `${name} is ${what} and is not read: put the journal file itself in its place`,
    });
  for (const { trace, lines, file, line } of health.traces)
    findings.push({ level: 'note', text: `${TRACES[trace](lines)} (${file}:${line})` });
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
  for (const finding of oddFindings(health)) findings.push(finding);
  if (health.manyCourses)
    findings.push({
      level: 'problem',
      text: 'there are records of more than 1000 courses; one beyond them is read again whenever it is asked for',
    });
  for (const device of health.excluders)
    findings.push({
      level: 'problem',
      text: `device ${device} leaves out more than 1000 others; only the last 1000 count`,
    });
  for (const { file, line, reason } of health.quarantined.slice(0, NAMED)) {
    findings.push({ level: 'problem', text: `${file}:${line} is left out: ${REASONS[reason]}` });
  }
  const rest = health.leftOut - NAMED;
  add('problem', rest, `${count(rest, 'more line is', 'more lines are')} left out`);
  for (const { type, id, target } of health.foreignEffects.slice(0, NAMED)) {
    findings.push({ level: 'note', text: `${id} of one device changes another: ${type} ${target}` });
  }
  const more = health.foreignEffects.length - NAMED;
  add('note', more, `${count(more, 'more record changes', 'more records change')} those of another device`);
  for (const device of health.excluded.slice(0, NAMED)) {
    findings.push({ level: 'note', text: `device ${device} is left out by choice` });
  }
  const others = health.excluded.length - NAMED;
  add('note', others, `${count(others, 'more device is', 'more devices are')} left out by choice`);
  return findings;
};

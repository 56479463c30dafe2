import { countOpen, reportFolders, tightenHome, readPreferences } from '../../app/learner/device.ts';
import type { DoctorFinding } from '../../core/device/diagnosis.ts';
import { journalFindings } from '../../core/device/diagnosis.ts';
import { Failure } from '../../core/base/failure.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import { plural } from '../../text/layout/columns.ts';
import type { DoctorSection } from '../../text/learner/doctor.ts';
import { doctorLines } from '../../text/learner/doctor.ts';
import type { CommandModule } from '../program/command.ts';
import type { Context } from '../program/context.ts';
import { adviceFor } from '../program/study-command.ts';
import { identityFindings, twinFindings } from '../progress/identity-findings.ts';
import { ownSection } from '../progress/own-section.ts';
import { syncSection } from '../progress/sync-section.ts';
import { wantsScreens } from '../screens/screens.ts';
import { spokenBy, spokenOf } from '../terminal/spoken.ts';

/** What opening a thing says when it cannot be opened; a bug of ours is not hidden. */
const opening = async <T>(
  open: () => Promise<T>,
): Promise<{ opened: T | null; findings: readonly DoctorFinding[] }> => {
  try {
    return { opened: await open(), findings: [] };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const place = error.details.place === undefined ? '' : ` (${error.details.place})`;
    return { opened: null, findings: [{ level: 'problem', text: sanitizeLine(`${error.message}${place}`) }] };
  }
};

const program = ({ runtime }: Context): DoctorSection => ({
  title: 'Program',
  facts: [
    ['study', runtime.version],
    ['Node.js', process.versions.node],
    ['system', `${process.platform} ${process.arch}`],
  ],
  findings: [],
});

/** Screens, lines or sentences, and what decides that. */
const modeText = (context: Context): string => {
  const asked = spokenBy(context);
  if (asked?.on === true) return `accessible, by ${asked.by}`;
  if (wantsScreens(context))
    return 'screens; for a screen reader: study config set accessible true, or ACCESSIBLE=1';
  return asked === null ? 'plain lines' : `plain lines, by ${asked.by}`;
};

const terminal = (context: Context): DoctorSection => {
  const { terminal: streams, out, env } = context;
  const kind = (isTerminal: boolean): string => (isTerminal ? 'terminal' : 'pipe or file');
  return {
    title: 'Terminal',
    facts: [
      ['input', kind(streams.stdin)],
      ['output', kind(streams.stdout)],
      ['type', sanitizeLine(env['TERM'] ?? 'not set')],
      ['columns', String(out.columns)],
      ['colour', out.style.colour ? 'yes' : 'no'],
      ['mode', modeText(context)],
      ['locale', sanitizeLine(env['LC_ALL'] ?? env['LC_CTYPE'] ?? env['LANG'] ?? 'not set')],
    ],
    findings: [],
  };
};

const STATES = {
  writable: 'can be written',
  missing: 'made when something is written to it',
  'read-only': 'cannot be written',
  blocked: 'cannot be made: something stands in its way',
} as const;

/** Whether others can read the home; with `--tighten` they cannot any more. */
const rights = ({ runtime }: Context, tighten: boolean): readonly DoctorFinding[] => {
  if (tighten) {
    const { done, failed } = tightenHome(runtime);
    return [
      { level: 'ok', text: `${plural(done, 'file or folder', 'files and folders')} made private` },
      ...(failed === 0
        ? []
        : [
            {
              level: 'problem' as const,
              text: `${failed} of them could not be: they belong to somebody else`,
            },
          ]),
    ];
  }
  const open = countOpen(runtime);
  if (open === 0) return [];
  return [
    {
      level: 'note',
      text: `${plural(open, 'file or folder', 'files and folders')} here can be read by others on this machine: study doctor --tighten makes them private`,
    },
  ];
};

const folders = (context: Context, tighten: boolean): DoctorSection => {
  const { runtime } = context;
  const reports = reportFolders(runtime);
  return {
    title: 'Folders',
    facts: reports.map(({ use, path, state }) => [use, `${sanitizeLine(path)}  (${STATES[state]})`]),
    findings: [
      ...reports
        .filter(({ use, state }) => use !== 'cache' && (state === 'read-only' || state === 'blocked'))
        .map(({ use, state }): DoctorFinding => ({
          level: 'problem',
          text: `the folder for ${use} ${STATES[state]}`,
        })),
      ...rights(context, tighten),
    ],
  };
};

const settings = async ({ runtime }: Context): Promise<DoctorSection> => {
  const { problem } = readPreferences(runtime);
  return {
    title: 'Settings of this device',
    facts: [],
    findings:
      problem === undefined
        ? [{ level: 'ok', text: 'readable' }]
        : [{ level: 'problem', text: sanitizeLine(problem) }],
  };
};

const courseAndJournal = async (context: Context): Promise<readonly DoctorSection[]> => {
  const course = await opening(() => context.course());
  const journal = await opening(() => context.journal());
  const identity =
    course.opened === null || journal.opened === null
      ? []
      : identityFindings(context, course.opened, journal.opened);
  const twins = course.opened === null ? [] : await twinFindings(context, course.opened);
  const errors = course.opened?.problems.length ?? 0;
  const own = await ownSection(context, course.opened, journal.opened);
  const health = journal.opened?.health();
  journal.opened?.close();
  return [
    {
      title: 'Course',
      facts:
        course.opened === null
          ? []
          : [
              ['id', course.opened.id],
              ['title', course.opened.title],
              [
                'folder',
                course.opened.origin === 'shipped' ? 'shipped' : sanitizeLine(course.opened.root ?? ''),
              ],
              ['topics', String(course.opened.topics.length)],
              ['items', String(course.opened.items.length)],
            ],
      findings: [
        ...course.findings,
        ...twins,
        ...(course.opened?.hasId === false
          ? [
              {
                level: 'problem' as const,
                text:
                  course.opened.form === 'notes'
                    ? 'it has no id, so that nothing is recorded in it: the first answer asks for one'
                    : 'it has no id, so that nothing is recorded in it: write a line such as "id: my-course" into content/course.yaml',
              },
            ]
          : []),
        ...(errors > 0
          ? [
              {
                level: 'note' as const,
                text: `${plural(errors, 'problem')} in its files: study check lists them`,
              },
            ]
          : []),
      ],
    },
    {
      title: 'Journal',
      facts: [
        ...(journal.opened === null ? [] : [['device', journal.opened.device] as const]),
        ...(health?.files ?? []).map(
          file =>
            [
              sanitizeLine(file.name),
              `${plural(file.events, 'record')}, ${plural(file.bytes, 'byte')}`,
            ] as const,
        ),
      ],
      findings: [...journal.findings, ...(health === undefined ? [] : journalFindings(health)), ...identity],
    },
    ...own,
    ...syncSection(context.runtime),
  ];
};

export const command: CommandModule = {
  setup: (command, context) => {
    command.option('--tighten', 'make what others on this machine can read of your progress private');
    command.action(async (flags: { tighten?: true }) => {
      const opened = context();
      const sections = [
        program(opened),
        terminal(opened),
        folders(opened, flags.tighten === true),
        await settings(opened),
        ...(await courseAndJournal(opened)),
      ].map(section => ({
        ...section,
        findings: section.findings.map(finding => ({
          ...finding,
          text: adviceFor(finding.text, opened.options),
        })),
      }));
      if (spokenOf(opened) !== null) {
        const { spokenDoctor } = await import('../../text/accessible/learner/doctor.ts');
        for (const line of spokenDoctor(sections, opened.out.columns)) opened.out.line(line);
        return;
      }
      if (!opened.options.json) {
        for (const line of doctorLines(sections, opened.out.style)) opened.out.line(line);
        return;
      }
      opened.out.json({
        version: opened.runtime.version,
        sections: sections.map(({ title, facts, findings }) => ({
          title,
          facts: facts.map(([name, value]) => ({ name, value })),
          findings,
        })),
      });
    });
  },
};

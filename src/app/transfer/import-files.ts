/** Takes files of other programs into a course: cards and questions into its folder, what was learned into the journal. */
import { courseFileOf } from '../../content/files/course-place.ts';
import { FORMAT_KEYS, namedFormat, recognize } from '../../content/transfer/formats.ts';
import { readSource } from '../../content/transfer/read-source.ts';
import { lookAtTarget, readTargetFile, writePlanned } from '../../content/transfer/target/open-target.ts';
import type { PlannedFile } from '../../content/transfer/target/growing-file.ts';
import type { ImportPart, ImportPlan } from '../../content/transfer/target/plan.ts';
import { planImport } from '../../content/transfer/target/plan.ts';
import { Failure } from '../../core/base/failure.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import type { CourseForm, CourseReader } from '../../core/course/course.ts';
import type { Journal } from '../../core/journal/journal.ts';
import type { DeckRemark } from '../../core/transfer/deck.ts';
import type { Clock, Runtime } from '../learner/runtime.ts';
import { targetOf } from './course-target.ts';
import type { HistoryCounts, PlannedHistory } from './record-history.ts';
import { planHistory, recordHistory } from './record-history.ts';

interface ImportRequest {
  /** File or folder of the other program. */
  readonly source: string;
  /** Folder of the course. */
  readonly folder: string;
  /** Key of the format, where the learner says it; `null`: told by what the files hold. */
  readonly from: string | null;
  /** Whether what was learned there is taken, too. */
  readonly history: boolean;
}

/** Everything read and planned; nothing is written yet. */
export interface PreparedImport {
  readonly request: ImportRequest;
  readonly form: CourseForm;
  /** Whole path of the course. */
  readonly root: string;
  /** `true`: the folder is no course yet, and becomes one. */
  readonly isNew: boolean;
  /** Whether a folder of notes has the file for its id, so that a person has to add one. */
  readonly hasIdFile: boolean;
  readonly formats: readonly { readonly key: string; readonly name: string; readonly files: number }[];
  readonly plan: ImportPlan;
  /** Pictures and sounds that cards use and that are not carried. */
  readonly media: readonly string[];
}

/** What an import did, or would do. */
export interface ImportReport {
  readonly formats: PreparedImport['formats'];
  readonly files: readonly { readonly path: string; readonly isNew: boolean }[];
  readonly added: ImportPlan['added'];
  readonly known: ImportPlan['known'];
  readonly history: HistoryCounts;
  readonly remarks: readonly DeckRemark[];
  readonly media: readonly string[];
  /** Name of what `study progress undo` takes back; `null`: no progress was recorded. */
  readonly batch: string | null;
}

/** Names of files in a message. */
const NAMED = 3;

/**
 * Reads the files and plans the import, without writing anything.
 * @param open opens the course that the folder is
 * @throws Failure `data` where something cannot be read or is in no format that is known, `usage` for an unknown format
 */
export const prepareImport = async (
  request: ImportRequest,
  clock: Pick<Clock, 'offset'>,
  open: () => Promise<CourseReader>,
): Promise<PreparedImport> => {
  const { source, folder, from } = request;
  const forced = from === null ? null : namedFormat(from);
  const { files, isFolder, passedOver } = readSource(source);
  const { groups, unknown } = recognize(files, forced);
  if (groups.length === 0)
    throw new Failure('data', 'It is in no format that is known', {
      code: 'unknown-source',
      place: sanitizeLine(source),
      try: `--from FORMAT, where you know it: ${FORMAT_KEYS}`,
    });
  const parts: ImportPart[] = [];
  const remarks: DeckRemark[] = [];
  for (const { format, files: found } of groups)
    parts.push({ deck: await format.read(found, clock), prefix: format.prefix ?? format.key });
  if (isFolder)
    for (const { path } of unknown)
      remarks.push({
        act: 'left',
        what: 'file',
        why: 'It is in no format that is known',
        place: { file: path },
      });
  if (passedOver.length > 0)
    remarks.push({
      act: 'left',
      what: 'other files',
      why: `${passedOver.length} files of other kinds: ${passedOver.slice(0, NAMED).join(', ')}${passedOver.length > NAMED ? ' and so on' : ''}`,
      place: {},
    });
  const { is, form } = lookAtTarget(folder);
  const course = is === 'new' ? null : await open();
  const root = course?.root ?? folder;
  const plan = planImport(parts, targetOf(course, root, form));
  const media = [...new Set(parts.flatMap(({ deck }) => deck.media))].sort();
  return {
    request,
    form,
    root,
    isNew: is === 'new',
    hasIdFile: readTargetFile(root, courseFileOf('notes')) !== null,
    formats: groups.map(({ format: { key, name }, files: found }) => ({ key, name, files: found.length })),
    plan: { ...plan, remarks: [...plan.remarks, ...remarks], progress: request.history ? plan.progress : [] },
    media,
  };
};

/** The file that makes a new folder a course which can be recorded in. */
const idFile = (id: string): PlannedFile => ({
  path: courseFileOf('notes'),
  before: null,
  text: `id: ${id}\n`,
});

/** Where imported reviews are recorded. */
export interface Recording {
  readonly runtime: Pick<Runtime, 'clock' | 'seed'>;
  readonly journal: Journal;
  /** Id of the course, and whether it has still to be written into its folder. */
  readonly course: { readonly id: string; readonly isNamed: boolean };
  /** Whole path of the course. */
  readonly root: string;
}

/** What is reported of an import. */
const reportOf = (
  { formats, plan, media }: PreparedImport,
  { counts, remarks }: PlannedHistory,
  files: readonly PlannedFile[],
  batch: string | null,
): ImportReport => ({
  formats,
  files: files.map(({ path, before }) => ({ path, isNew: before === null })),
  added: plan.added,
  known: plan.known,
  history: counts,
  remarks: [...plan.remarks, ...remarks],
  media,
  batch,
});

const filesOf = (
  { plan }: PreparedImport,
  { items }: PlannedHistory,
  { id, isNamed }: Recording['course'],
): readonly PlannedFile[] => (items.length > 0 && !isNamed ? [...plan.files, idFile(id)] : plan.files);

/** What an import would do. */
export const previewImport = (
  prepared: PreparedImport,
  { runtime, journal, course }: Omit<Recording, 'root'>,
): ImportReport => {
  const history = planHistory(prepared.plan.progress, runtime, journal, course.isNamed ? course.id : null);
  return reportOf(prepared, history, filesOf(prepared, history, course), null);
};

/**
 * Does a prepared import: the files first, all or none, then the progress.
 * @throws Failure `data` where the files or the progress cannot be written; files that were written stay, and the same
 *   import adds the rest
 * @param reopen reads the course with what was written: nothing is recorded in one without an id
 */
export const doImport = async (
  prepared: PreparedImport,
  { runtime, journal, course, root }: Recording,
  reopen: () => Promise<unknown>,
): Promise<ImportReport> => {
  const history = planHistory(prepared.plan.progress, runtime, journal, course.isNamed ? course.id : null);
  const files = filesOf(prepared, history, course);
  if (history.items.length > 0 && course.isNamed) journal.requireWritable();
  writePlanned(root, files);
  if (history.items.length > 0) await reopen();
  const batch = recordHistory(
    history,
    prepared.formats
      .map(({ name }) => name)
      .join(', ')
      .slice(0, 300),
    runtime,
    journal,
    course.id,
  );
  return reportOf(prepared, history, files, batch);
};

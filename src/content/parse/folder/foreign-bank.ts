/** Questions of other programs' files as items of the course. Their reader comes in, for few folders have such files. */
import { Failure } from '../../../core/base/failure.ts';
import type { Question } from '../../../core/course/course.ts';
import { hash64 } from '../../../core/base/fnv.ts';
import type { Report } from '../../files/problem-log.ts';
import type { Scan } from '../../files/scan-files.ts';
import { parseQuestion } from '../banks/question-fields.ts';
import { readFields } from '../yaml/fields.ts';
import { ID } from '../yaml/field-schemas.ts';

/** What a reader gives of a file; `null`: it holds no questions. */
export type ForeignReader = (
  path: string,
  text: string,
) => {
  readonly questions: readonly {
    readonly id: string;
    readonly named?: true;
    readonly place: { readonly line?: number };
    readonly entry: Readonly<Record<string, unknown>>;
  }[];
  readonly remarks: readonly {
    readonly act: 'changed' | 'left';
    readonly why: string;
    readonly place: { readonly line?: number };
  }[];
} | null;

const IS_FOREIGN = /\.(?:gift|txt)$/i;

/** Whether a file of questions is in another program's format, by its name. */
export const isForeign = (path: string): boolean => IS_FOREIGN.test(path);

/** Whether a scan has files that a reader of other formats is needed for. */
export const needsForeign = ({ form, files }: Scan): boolean =>
  form === 'notes' && files.some(({ path }) => isForeign(path));

/** Questions of one file; `null`: it holds none. Never throws. */
export const parseForeignBank = (
  text: string,
  place: { readonly topic: string; readonly path: string },
  read: ForeignReader,
  report: Report,
): readonly Question[] | null => {
  const { path, topic } = place;
  let found: ReturnType<ForeignReader>;
  try {
    found = read(path, text);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    report('more-problems', 0, error.message);
    return [];
  }
  if (found === null) return null;
  for (const { why, place: at } of found.remarks) report('foreign-bank', at.line ?? 0, why);
  const prefix = /\.gift$/i.test(path) ? 'gift' : 'aiken';
  return found.questions.flatMap(({ id, named, place: at, entry }) => {
    const line = at.line ?? 1;
    // Without an id of its own a question is told by its text, within its topic.
    const key = named === true && ID.test(id) ? id : `${prefix}-${hash64(`${topic} ${id}`)}`;
    const fields = readFields(
      { id: key, ...entry },
      { lines: [], from: line - 1, to: line },
      () => undefined,
      'The question',
    );
    const question = fields === null ? null : parseQuestion(fields, { topic, path, line }, () => undefined);
    if (question === null) {
      report('foreign-bank', line, 'The question cannot be asked as it stands, so it is left out');
      return [];
    }
    return [question];
  });
};

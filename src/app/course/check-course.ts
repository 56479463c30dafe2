import { openCourseFiles } from '../../content/files/course-files.ts';
import type { Calculator } from '../../core/calc/catalogue.ts';
import type { Coverage } from '../../core/check/coverage.ts';
import type { RuleInfo } from '../../core/course/loader-rules.ts';
import type { Template } from '../../core/course/course.ts';
import type { Problem } from '../../core/course/problem.ts';

/** What `study check` found. */
export interface CheckReport {
  /** Real path of the course. */
  readonly root: string;
  readonly id: string;
  readonly title: string;
  readonly notes: number;
  readonly cards: number;
  readonly questions: number;
  readonly blueprints: number;
  /** By file and line. */
  readonly problems: readonly Problem[];
  readonly coverage: readonly Coverage[];
  /** Findings that comments in the course let stand. */
  readonly ignored: number;
  /** The learner's own remarks and cards on the course. */
  readonly own: { readonly remarks: number; readonly cards: number };
}

interface CheckOptions {
  readonly folder: string;
  /** The learner's data folder, where their own remarks and cards lie; left out: the course alone. */
  readonly data?: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Ids of the rules to hold; `null`: all but those that have to be asked for. */
  readonly only?: ReadonlySet<string> | null;
  /** How far reading is, in files. */
  readonly onProgress?: (done: number, total: number) => void;
}

const byPlace = (a: Problem, b: Problem): number =>
  a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line;

/** Seeds with which a template is tried, after its numbers have nothing against it; more where its author wrote the formulas. */
const SEEDS = 10;
const SEEDS_OF_FORMULAS = 200;

type Practice = typeof import('../../core/calc/practice/practice.ts');

/** Why a template cannot be asked in every form it offers; empty where it can. */
const tryTemplate = (
  { templateProblems, instantiateTemplate }: Practice,
  calculators: ReadonlyMap<string, Calculator>,
  template: Template,
): readonly string[] => {
  const problems = templateProblems(calculators, template);
  if (problems.length > 0) return problems;
  try {
    const seeds = 'formulas' in template ? SEEDS_OF_FORMULAS : SEEDS;
    for (const form of template.ask) {
      for (let seed = 0; seed < seeds; seed++) instantiateTemplate(calculators, template, seed, form);
    }
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
};

/**
 * Reads a course anew and holds every rule against it.
 * @throws Failure `data` where the folder or its `content/` cannot be opened
 */
export const checkCourse = async ({
  folder,
  data,
  today,
  only = null,
  onProgress,
}: CheckOptions): Promise<CheckReport> => {
  const [
    { loadCourse, checkOwn },
    { runRules },
    { coverageOf },
    { findTwins },
    { CATALOGUE, loadCalculators },
    practice,
    { readBesideNotes },
  ] = await Promise.all([
    import('../../content/parse/index.ts'),
    import('../../core/check/rules.ts'),
    import('../../core/check/coverage.ts'),
    import('../../core/course/twins.ts'),
    import('../../core/calc/catalogue.ts'),
    import('../../core/calc/practice/practice.ts'),
    import('../../content/transfer/beside-notes.ts'),
  ]);
  const { course, problems: loaded, style, root, hasId } = loadCourse(folder, onProgress, readBesideNotes);
  const { problems: ownProblems, ...own } =
    data === undefined ? { remarks: 0, cards: 0, problems: [] } : checkOwn(data, course, hasId);
  const problems = [...loaded, ...ownProblems];
  const files = openCourseFiles(root);
  const twins = findTwins(course.questions);
  const calculators = await loadCalculators();
  const input = {
    course,
    style,
    twins,
    today,
    calculators: new Set(CATALOGUE.flatMap(({ id, aliases }) => [id, ...aliases])),
    templateProblems: (template: Template) => tryTemplate(practice, calculators, template),
    fileExists: files.exists,
    lines: files.lines,
  };
  const { problems: found, ignored } = runRules(input, only);
  const read = only === null ? problems : problems.filter(({ rule }) => only.has(rule));
  return {
    root,
    id: course.id,
    title: course.title,
    notes: course.notes.length,
    cards: course.cards.length,
    questions: course.questions.length,
    blueprints: course.blueprints.length,
    problems: [...read, ...found].sort(byPlace),
    coverage: coverageOf(course),
    ignored,
    own,
  };
};

/** Every rule by id, for `study check --rules`. */
export const listRules = async (): Promise<ReadonlyMap<string, RuleInfo>> =>
  (await import('../../core/check/rules.ts')).ALL_RULES;

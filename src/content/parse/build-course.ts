import { OPEN_FILE } from '../../disk/modes.ts';
import type { Problem } from '../../core/course/problem.ts';
import { NO_STAMP } from '../compiled/compiled-format.ts';
import { compileCourse } from './compile.ts';
import { loadCourse } from './load-course.ts';
import { writeCompiled } from '../compiled/write-compiled.ts';

interface BuiltCourse {
  readonly problems: readonly Problem[];
  readonly notes: number;
  readonly cards: number;
  readonly questions: number;
}

/**
 * Compiles the shipped course when the program is built.
 * @param root folder with `content/` and `questions/`
 * @param out folder for the compiled file
 * @throws Failure where there is no course, or a file-system error
 */
export const buildCourse = ({ root, out }: { readonly root: string; readonly out: string }): BuiltCourse => {
  const loaded = loadCourse(root);
  writeCompiled(out, compileCourse(loaded, NO_STAMP), OPEN_FILE);
  const { notes, cards, questions } = loaded.course;
  return {
    problems: loaded.problems,
    notes: notes.length,
    cards: cards.length,
    questions: questions.length,
  };
};

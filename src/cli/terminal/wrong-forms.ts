/** Shows an example to whoever types answers of the wrong form again and again. */
import type { Presented } from '../../core/question/present.ts';
import { exampleAnswer } from '../../core/question/read-answer.ts';

/** Answers of the wrong form in a row after which an example is shown. */
const EXAMPLE_AFTER = 3;

/** Counts the answers of a wrong form that one question gets in a row. */
export class WrongForms {
  #question = '';
  #count = 0;

  /**
   * Counts one more.
   * @param question what tells the question from the others of the session
   * @returns the example that is due, `null` while there is none
   */
  refused(question: string, shown: Presented): string | null {
    this.#count = this.#question === question ? this.#count + 1 : 1;
    this.#question = question;
    return this.#count % EXAMPLE_AFTER === 0 ? `for example: ${exampleAnswer(shown)}` : null;
  }
}

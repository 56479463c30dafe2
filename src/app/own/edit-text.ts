/** A text that is being typed, in the learner's editor. */
import { reasonOf } from '../../disk/disk-error.ts';
import { throughFile } from '../../store/own/text-file.ts';

/** A text as it was left in an editor, or why there is none. */
export type EditedText =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'failed'; readonly text: string };

/** @param edit opens the editor on a file and waits; gives what went wrong, else `null` */
export const editText = async (
  text: string,
  edit: (file: string) => Promise<string | null>,
): Promise<EditedText> => {
  try {
    const edited = await throughFile(text, edit);
    return 'text' in edited ? { is: 'text', text: edited.text } : { is: 'failed', text: edited.failed };
  } catch (error) {
    return { is: 'failed', text: `The text could not be edited: ${reasonOf(error)}` };
  }
};

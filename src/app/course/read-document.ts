import { readText } from '../../content/files/read-text.ts';
import { join } from 'node:path';

/**
 * A page of the program's own documentation; `null` where it does not lie beside the program.
 * @param root folder with `docs/`
 * @param page such as `docs/formats.md`
 */
export const readDocument = (root: string, page: string): string | null =>
  readText({ path: page, place: join(root, page), bytes: 0 }, () => undefined);

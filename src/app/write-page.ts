import type { PagePlace } from '../store/page-file.ts';
import { placeOfPage, writePageFile } from '../store/page-file.ts';

/**
 * Writes an HTML page to a file. A page that the program wrote before is replaced; anything else only after
 * `allow` has said so, by returning.
 * @throws Failure `data` where it cannot be written; whatever `allow` throws
 */
export const writePage = async (path: string, text: string, allow: () => Promise<void>): Promise<void> => {
  const place: PagePlace = placeOfPage(path);
  if (place === 'other') await allow();
  writePageFile(path, text, place !== 'free');
};

import { requireOutsideHome } from '../../store/device/chosen-path.ts';
import type { PagePlace } from '../../store/device/page-file.ts';
import { placeOfPage, writePageFile } from '../../store/device/page-file.ts';
import type { Runtime } from './runtime.ts';

/**
 * Writes an HTML page to a file. A page that the program wrote before is replaced; anything else only after
 * `allow` has said so, by returning.
 * @throws Failure `usage` for a path inside the home, `data` where it cannot be written; whatever `allow` throws
 */
export const writePage = async (
  { paths }: Pick<Runtime, 'paths'>,
  path: string,
  text: string,
  allow: () => Promise<void>,
): Promise<void> => {
  requireOutsideHome(path, paths, 'The page');
  const place: PagePlace = placeOfPage(path);
  if (place === 'other') await allow();
  // Meanwhile a link may have been led elsewhere.
  requireOutsideHome(path, paths, 'The page');
  writePageFile(path, text, place !== 'free');
};

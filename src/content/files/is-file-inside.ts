import { readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isInside } from './course-place.ts';

/** Whether a path relative to the course is a regular file inside it. */
export const isFileInside = (root: string, path: string): boolean => {
  try {
    const real = realpathSync(join(root, path));
    return isInside(root, real) && statSync(real).isFile();
  } catch {
    return false;
  }
};

/** Files whose names are gathered, at most. */
const MOST_FILES = 200_000;

/**
 * Finds files of a folder by their names alone, wherever they lie, as links of Obsidian name them: of several that which
 * is nearest to the top. The folder is looked through at the first call.
 */
export const makeNameFinder = (root: string): ((name: string) => string | null) => {
  let known: Map<string, string> | undefined;
  const gather = (): Map<string, string> => {
    const names = new Map<string, string>();
    const waiting = [''];
    for (const folder of waiting) {
      try {
        for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
          if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
          const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
          if (entry.isDirectory()) waiting.push(path);
          else if (!names.has(entry.name.toLowerCase())) names.set(entry.name.toLowerCase(), path);
          if (names.size >= MOST_FILES) return names;
        }
      } catch {
        // What cannot be read holds nothing that can be shown.
      }
    }
    return names;
  };
  return name => (known ??= gather()).get(name.toLowerCase()) ?? null;
};

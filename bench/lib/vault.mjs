/** A folder of notes as somebody may have it for years: folders, links, tags, cards of both forms, no front matter. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const AREAS = [
  'Biology',
  'Chemistry',
  'History',
  'Languages/日本語',
  'Math',
  'Diary',
  'Projects/Thesis',
  'Réading list',
];
const WORDS =
  'membrane transport water energy potential gradient protein lipid cell nucleus enzyme rate constant theory source claim letter verb noun stem proof limit series'.split(
    ' ',
  );

/** A pseudo-random sequence, the same every time (Lehmer, multiplier 48271). */
const makeNext = () => {
  let state = 20_261_120;
  return below => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
};

/**
 * Writes a vault. Every third note has cards: of hashcards' form, or under a flashcards tag.
 * @param {string} folder
 * @param {number} notes
 */
export const writeVault = (folder, notes) => {
  const next = makeNext();
  const name = n => `${WORDS[n % WORDS.length]} ${WORDS[(n * 7) % WORDS.length]} ${n}`;
  const sentence = () => Array.from({ length: 8 + next(10) }, () => WORDS[next(WORDS.length)]).join(' ');
  for (const area of AREAS) mkdirSync(join(folder, area), { recursive: true });
  for (let n = 0; n < notes; n++) {
    const lines = [
      `# ${name(n)}`,
      '',
      `${sentence()}. See [[${name(next(notes))}]] and [[${name(next(notes))}|this]]. #${WORDS[n % WORDS.length]}`,
      '',
    ];
    for (let section = 0; section < 3; section++)
      lines.push(
        `## ${WORDS[next(WORDS.length)]}`,
        '',
        `${sentence()}. ${sentence()}. ^b${n}-${section}`,
        '',
        `> [!note] ${sentence()}`,
        '',
      );
    if (n % 6 === 0)
      lines.push(
        `Q: What is ${name(n)}?`,
        `A: ${sentence()}`,
        '',
        `C: ${sentence()} [${WORDS[next(WORDS.length)]}]`,
        '',
      );
    if (n % 6 === 3)
      lines.push(
        '#flashcards',
        '',
        `${name(n)}::${sentence()}`,
        '',
        `${sentence()} ==${WORDS[next(WORDS.length)]}== ${sentence()}`,
        '',
      );
    writeFileSync(join(folder, AREAS[n % AREAS.length], `${name(n)}.md`), lines.join('\n'));
  }
};

/** Simulated learners: prints tables instead of holding budgets, so it runs only when it is asked for. */
import { resolve } from 'node:path';
import { loadSource } from '../lib/source.mjs';

const valueOf = (words, name) => {
  const at = words.indexOf(name);
  return at === -1 ? undefined : words[at + 1];
};

/**
 * @param {{ root: string, work: string }} places
 * @param {string[]} words of the command line: `--seeds N`, `--families A,B`, `--learner FILE`, `--built N`
 */
export const printLearning = async (places, words) => {
  const { printLearning: print, printBuilt } = await loadSource(places, 'bench/learning/index.ts');
  const learners = valueOf(words, '--built');
  if (learners !== undefined)
    return printBuilt({ root: places.root, learners: Number(learners) }, line => console.log(line));
  const file = valueOf(words, '--learner');
  const extra = file === undefined ? [] : [(await loadSource(places, resolve(file))).learner];
  print(
    {
      seeds: Number(valueOf(words, '--seeds') ?? 10),
      families: valueOf(words, '--families')?.split(',') ?? [],
      extra,
      root: places.root,
    },
    line => console.log(line),
  );
};

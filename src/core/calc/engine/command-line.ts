import type { Calculator } from '../catalogue.ts';
import type { Given } from './evaluation.ts';

/** Quoted for a shell where it has anything but harmless characters. */
const quote = (word: string): string =>
  /^[\w%+,./:@=-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;

/** The command that computes this: `study calc dynamodb-rcu --reads 16 --item-size 12KB`. */
export const commandLine = ({ id, inputs }: Pick<Calculator, 'id' | 'inputs'>, given: Given): string => {
  const words = ['study', 'calc', id];
  for (const [flag, typed] of given) {
    if (typed === true) words.push(`--${flag}`);
    else if (inputs.get(flag)?.positional === true) words.splice(3, 0, quote(String(typed)));
    else for (const word of [typed].flat()) words.push(`--${flag}`, quote(word));
  }
  return words.join(' ');
};

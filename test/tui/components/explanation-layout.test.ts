import { expect, it } from 'vitest';
import { wrapText } from '../../../src/text/layout/wrap.ts';
import { layCard } from '../../../src/tui/components/question/explanation-layout.ts';
import { makeTheme } from '../../../src/tui/components/theme.ts';

const SHEET = {
  columns: 58,
  render: (text: string, width: number): readonly string[] => wrapText(text, width),
  theme: makeTheme({ theme: 'mono', ascii: false, colour: false, env: { LANG: 'C.UTF-8' } }),
};

it('a pinned question says once that its middle is left out', () => {
  const front =
    'A company that runs clinics sends transcripts of conversations to a model. Names must not reach the model, and the rest of each transcript must. Which solution will meet these requirements with the LEAST operational overhead?';
  const back = Array.from({ length: 12 }, (_, i) => `Line ${i + 1}.\n`).join('');
  const { head } = layCard({ front, back, after: [] }, 11, false, SHEET);
  expect(head.slice(0, -1)).toEqual([
    'A company that runs clinics sends transcripts of …',
    'Which solution will meet these requirements with the LEAST',
    'operational overhead?',
  ]);
});

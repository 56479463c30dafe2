import { describe, expect, it } from 'vitest';
import {
  isObsidianNote,
  readObsidian,
  readSchedules,
} from '../../../../src/content/transfer/notes/obsidian.ts';

const read = (text: string, path = 'Biology/Cells.md') => readObsidian([{ path, text }]);

const NOTE = `---
tags: [flashcards/bio, other]
---
# Cells

What is a cell?::The unit of life
<!--SR:!2026-12-01,12,250-->

Left:::Right
<!--SR:!2026-12-05,20,230!2000-01-01,1,250-->

A longer question
over two lines
?
And its answer.
<!--SR:!fsrs,2026-12-24T09:00:00.000Z,24,24.7,5.31,2,6,0,0,2026-11-30T09:00:00.000Z-->

The ==sun== is a ==star==.
<!--SR:!2026-12-02,3,250!2026-12-03,4,270-->
`;

describe('a note of Obsidian Spaced Repetition', () => {
  it('gives its cards with the schedules that stand below them', () => {
    const { cards, remarks } = read(NOTE);
    expect(cards).toMatchObject([
      {
        form: 'basic',
        front: 'What is a cell?',
        deck: ['bio', 'Cells'],
        tags: ['other'],
        place: { file: 'Biology/Cells.md', line: 6 },
        progress: [{ reviews: [], state: { due: '2026-12-01', interval: 12, ease: 2.5 } }],
      },
      {
        form: 'reversed',
        front: 'Left',
        progress: [{ state: { interval: 20, ease: 2.3 } }, { reviews: [] }],
      },
      {
        form: 'basic',
        front: 'A longer question\nover two lines',
        back: 'And its answer.',
        progress: [{ state: { due: '2026-12-24', interval: 24, stability: 24.7, difficulty: 5.31 } }],
      },
      {
        form: 'cloze',
        text: 'The [sun] is a [star].',
        progress: [{ state: { due: '2026-12-02' } }, { state: { due: '2026-12-03' } }],
      },
    ]);
    expect(remarks).toEqual([]);
    expect(cards[1]?.progress[1]?.state).toBeUndefined();
  });

  it('is known by its tag, in the text or in its properties, or by a schedule', () => {
    expect(isObsidianNote(NOTE)).toBe(true);
    expect(isObsidianNote('#flashcards\n\na::b\n')).toBe(true);
    expect(isObsidianNote('a::b\n<!--SR:!2026-12-01,12,250-->\n')).toBe(true);
    expect(isObsidianNote('# Notes on flashcards\n\nText.\n')).toBe(false);
  });

  it('tells a schedule that belongs to no card, and gaps that are asked together', () => {
    const { remarks } = read(
      '#flashcards\n\n==1;;a== and ==1;;b==\n\n<!--SR:!2026-12-01,12,250-->\n<!--SR:!2026-12-01,1,250-->\n',
    );
    expect(remarks).toMatchObject([
      { act: 'changed', what: 'gaps', place: { line: 3 } },
      { act: 'left', what: 'schedule' },
    ]);
  });
});

describe('a schedule', () => {
  it.each([
    ['!2026-12-01,12,250', [{ due: '2026-12-01', interval: 12, ease: 2.5 }]],
    ['!2000-01-01,1,250!2026-12-01,2,130', [null, { due: '2026-12-01', interval: 2, ease: 1.3 }]],
    ['!nonsense', [null]],
    ['', []],
  ])('%j is read', (comment, states) => {
    expect(readSchedules(comment)).toEqual(states);
  });
});

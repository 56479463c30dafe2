import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaOfPath, nameNotes, topicSlug } from '../../../src/core/course/note-names.ts';

describe('the topic of a note in a folder', () => {
  it.each([
    ['Cell Membrane', 'cell-membrane'],
    ['Biology/Cells/Cell Membrane (2nd ed.)', 'biology-cells-cell-membrane-2nd-ed'],
    ['核酸/DNA', '核酸-dna'],
    ['Résumé & Übung', 'résumé-übung'],
    ['Cafe\u0301', 'café'],
    ['עברית', 'עברית'],
    ['हिन्दी', 'हिन्दी'],
    ['con', 'con'],
    ['a_b', 'a-b'],
  ])('of %s is %s', (stem, topic) => {
    expect(topicSlug(stem)).toBe(topic);
  });

  it('of signs alone is made of their hash', () => {
    expect(topicSlug('!!!')).toMatch(/^[0-9a-f]{8}$/);
    expect(topicSlug('🎉')).not.toBe(topicSlug('🚀'));
  });

  it('has at most a hundred characters, and long names that differ at their end differ', () => {
    const long = 'very long name '.repeat(20);
    expect([...topicSlug(`${long} a`)].length).toBeLessThanOrEqual(100);
    expect(topicSlug(`${long} a`)).not.toBe(topicSlug(`${long} b`));
  });

  it('holds nothing that ends a key or a path, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), name => {
        expect(topicSlug(name)).toMatch(/^[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?$/u);
      }),
    );
  });
});

describe('the names of a folder', () => {
  it('number what would be one topic, and say who has the plain name', () => {
    const names = nameNotes(['A-B.md', 'a b.md', 'a/b.md']);
    expect(['A-B.md', 'a b.md', 'a/b.md'].map(path => names.topic(path))).toEqual(['a-b', 'a-b-2', 'a-b-3']);
    expect(names.collisions).toEqual([
      { path: 'a b.md', first: 'A-B.md', topic: 'a-b-2' },
      { path: 'a/b.md', first: 'A-B.md', topic: 'a-b-3' },
    ]);
  });

  it('make one topic of a note and a bank of the same name', () => {
    const names = nameNotes(['x/One.md', 'x/One.yaml']);
    expect(names.topic('x/One.yaml')).toBe('x-one');
    expect(names.collisions).toEqual([]);
  });

  it.each([
    ['Other', 'a/Note.md', 'other'],
    ['other', 'a/Note.md', 'other'],
    ['b/Deep', 'a/Note.md', 'b-deep'],
    ['Deep', 'a/Note.md', 'b-deep'],
    ['../b/Deep.md', 'a/Note.md', 'b-deep'],
    ['./Near.md', 'a/Note.md', 'a-near'],
    ['Twice', 'a/Note.md', 'twice'],
    ['../../x.md', 'a/Note.md', null],
    ['Nowhere', 'a/Note.md', null],
  ])('find %s as seen from %s', (target, from, topic) => {
    const names = nameNotes(['Other.md', 'Twice.md', 'a/Near.md', 'a/Note.md', 'b/Deep.md', 'b/Twice.md']);
    expect(names.find(target, from)).toBe(topic);
  });

  it('make an area of each folder, and of the folder itself for what lies in none', () => {
    expect(areaOfPath('Bio Logy/Cells/x.md', 'vault')).toBe('bio-logy/cells');
    expect(areaOfPath('x.md', 'vault')).toBe('vault');
  });
});

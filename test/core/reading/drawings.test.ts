import { describe, expect, it } from 'vitest';
import { drawingText, isColumned, isDrawing, languageOf } from '../../../src/core/reading/drawings.ts';

describe('a drawing of characters', () => {
  it.each([
    ['an arrow', 'client ---> server'],
    ['a labeled arrow', 'image --push--> registry'],
    ['a box', '+-----+\n| app |\n+-----+'],
    ['a tree', 'shop/\n +- app.js\n +- config'],
    ['box drawing', '┌──┐\n│ a│\n└──┘'],
    ['lines that join', 'a   b\n \\ /\n  c'],
  ])('is known by %s', (_, text) => {
    expect(isDrawing('text', text)).toBe(true);
    expect(isDrawing('', text)).toBe(true);
    expect(isDrawing('bash', text)).toBe(false);
  });

  it.each([
    ['JSON', '{\n  "a": 1\n}'],
    ['a pipe of a query', 'fields @message\n| filter @message like /x/'],
    ['arrow functions', 'fetch(url)\n  .then((r) => r.json())\n  .catch((e) => {'],
    ['flags', 'sam local invoke Import --event e.json --env-vars locals.json'],
    ['a formula', 'calls = rate x seconds'],
  ])('is not %s', (_, text) => {
    expect(isDrawing('text', text)).toBe(false);
  });

  it('has the text that stands for it behind its language', () => {
    expect(drawingText('text alt="A client asks a server."')).toBe('A client asks a server.');
    expect(drawingText('text')).toBeNull();
    expect(drawingText('text alt=""')).toBeNull();
    expect(languageOf('Text alt="x"')).toBe('text');
    expect(isDrawing('text alt="Anything."', 'x')).toBe(true);
  });

  it('may be words in columns, which place alone joins', () => {
    const table = '           IaaS   PaaS\nruntime    you    vendor\nhardware   vendor   vendor';
    expect(isColumned('text', table)).toBe(true);
    expect(isColumned('text alt="Who runs what."', table)).toBe(false);
    expect(isColumned('text', 'one line of words')).toBe(false);
  });
});

import { rational, sum } from '../../number/rational.ts';
import { sanitizeLine } from '../../base/sanitize.ts';
import { formatNumber } from '../../number/quantity-format.ts';
import { calculator } from '../engine/define.ts';
import type { Item, ItemValue } from '../inputs/dynamodb-item.ts';
import { readItem, significantDigits, utf8Bytes } from '../inputs/dynamodb-item.ts';
import { text } from '../inputs/word-inputs.ts';

/** What the parts of an item count; mistakes change some of them. */
interface Rules {
  readonly textBytes: (text: string) => number;
  readonly numberBytes: (digits: string) => number;
  /** Of a list or map, and of each of its elements. */
  readonly container: number;
  readonly element: number;
}

const RULES: Rules = {
  textBytes: utf8Bytes,
  numberBytes: digits => Math.ceil(significantDigits(digits) / 2) + 1,
  container: 3,
  element: 1,
};

const bytesOf = (value: ItemValue, rules: Rules): number => {
  switch (value.type) {
    case 'string':
      return rules.textBytes(value.text);
    case 'number':
      return rules.numberBytes(value.digits);
    case 'binary':
      return value.bytes;
    case 'boolean':
    case 'null':
      return 1;
    case 'set':
      return value.elements.reduce((total, element) => total + bytesOf(element, rules), 0);
    case 'list':
      return value.elements.reduce(
        (total, element) => total + rules.element + bytesOf(element, rules),
        rules.container,
      );
    case 'map':
      return value.entries.reduce(
        (total, entry) => total + rules.element + rules.textBytes(entry.name) + bytesOf(entry.value, rules),
        rules.container,
      );
  }
};

const countAttributes = (item: Item, rules: Rules) =>
  item.attributes.map(({ name, value }) => ({
    attribute: sanitizeLine(name),
    name: rational(rules.textBytes(name)),
    value: rational(bytesOf(value, rules)),
  }));

/** Bytes that an item counts, attribute by attribute. */
export const definition = calculator({
  source: {
    title: 'DynamoDB item sizes and formats',
    url: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html',
    checked: '2026-11-20',
  },
  inputs: {
    item: text({
      help: 'the item, as plain JSON or DynamoDB JSON; - reads it from stdin',
      placeholder: '<JSON>',
      stdin: true,
      parse: readItem,
      show: item => item.text,
      toJson: item => item.text,
      samples: [
        '{"UserId":"u1","Active":true}',
        '{"OrderId":"o-4711","Total":1999,"Paid":false}',
        '{"Name":"Zoë","Tags":["a","b"]}',
        '{"Id":"p7","Size":{"w":10,"h":25}}',
        '{"Sku":"A-1","Stock":120,"Colours":["red","blue"]}',
      ],
    }),
  },
})
  .step('attributes', {
    label: 'Bytes of each name and value',
    formula: 'bytes in UTF-8 of the name, and of the value by its type',
    compute: v => countAttributes(v.item, RULES),
    say: attributes =>
      attributes
        .map(({ attribute, name, value }) => `${attribute} ${formatNumber(name)} + ${formatNumber(value)}`)
        .join(', '),
  })
  .step('bytes', {
    label: 'Size of the item',
    unit: 'B',
    formula: 'the sum of all names and values',
    compute: v => sum(v.attributes.flatMap(({ name, value }) => [name, value])),
  })
  .results({ bytes: 'count' }, 'bytes')
  .mistake('no-names', 'Counts the values alone; the name of every attribute is stored with every item.', {
    bytes: v => sum(v.attributes.map(({ value }) => value)),
  })
  .mistake('characters', 'Counts characters; a character outside ASCII takes two to four bytes in UTF-8.', {
    attributes: v => countAttributes(v.item, { ...RULES, textBytes: part => [...part].length }),
  })
  .mistake('no-overhead', 'Forgets that a list or map adds 3 bytes, and 1 for each of its elements.', {
    attributes: v => countAttributes(v.item, { ...RULES, container: 0, element: 0 }),
  })
  .mistake(
    'fixed-numbers',
    'Gives every number 8 bytes; DynamoDB takes about one for two digits, and one more.',
    {
      attributes: v => countAttributes(v.item, { ...RULES, numberBytes: () => 8 }),
    },
  )
  .mistake('json-text', 'Counts the JSON text with its quotes and braces, which are not stored.', {
    bytes: v => rational(utf8Bytes(v.item.text)),
  })
  .notes(v => [
    v.bytes.n > 400n * 1024n && 'This is more than the 400 KB that an item may have, names included.',
    'Sizes of numbers are approximate: about one byte for two significant digits, and one more.',
    'An item may have 400 KB; a partition key 2,048 bytes, a sort key 1,024. Storage is billed with 100 bytes more an item.',
  ])
  .question('bytes', 'How many bytes does the item `{item}` count in DynamoDB?')
  .question('bytes', 'An application stores `{item}` in a table. What is the size of the item in bytes?')
  .question(
    'bytes',
    'You estimate capacity for items such as `{item}`. How many bytes, names and values, is this one?',
  )
  .example({ item: '{"UserId":"u1"}' })
  .example({ item: '{"Tags":["a","b"],"Active":true}' })
  .build();

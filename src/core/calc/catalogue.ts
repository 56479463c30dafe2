/** The names of all calculators, light enough for every start; a definition is loaded when it is needed. */
import type { Definition } from './define.ts';

/** What stands in lists, help and search. */
export interface CatalogueEntry {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly title: string;
  /** What it tells, as a phrase without a final stop. */
  readonly summary: string;
  /** Heading in lists. */
  readonly service: string;
  /** The note that explains it: `topic` or `topic#section`. */
  readonly topic: string;
  readonly load: () => Promise<{ readonly definition: Definition }>;
}

/** A definition with its name and place. */
export type Calculator = Definition & CatalogueEntry;

/** In the order of the lists: by service. */
export const CATALOGUE: readonly CatalogueEntry[] = [
  {
    id: 'dynamodb-rcu',
    aliases: ['rcu'],
    title: 'DynamoDB read capacity units',
    summary: 'read capacity units that a rate of reads needs',
    service: 'DynamoDB',
    topic: 'dynamodb-capacity-units',
    load: () => import('./definitions/dynamodb-rcu.ts'),
  },
  {
    id: 'dynamodb-wcu',
    aliases: ['wcu'],
    title: 'DynamoDB write capacity units',
    summary: 'write capacity units that a rate of writes needs',
    service: 'DynamoDB',
    topic: 'dynamodb-capacity-units',
    load: () => import('./definitions/dynamodb-wcu.ts'),
  },
  {
    id: 'dynamodb-query',
    aliases: ['scan'],
    title: 'DynamoDB Query and Scan',
    summary: 'read units and pages that a Query or Scan costs',
    service: 'DynamoDB',
    topic: 'dynamodb-capacity-units',
    load: () => import('./definitions/dynamodb-query.ts'),
  },
  {
    id: 'dynamodb-item-size',
    aliases: [],
    title: 'DynamoDB item size',
    summary: 'bytes that an item counts, attribute by attribute',
    service: 'DynamoDB',
    topic: 'dynamodb',
    load: () => import('./definitions/dynamodb-item-size.ts'),
  },
  {
    id: 'dynamodb-gsi',
    aliases: [],
    title: 'DynamoDB index writes',
    summary: 'write capacity that global secondary indexes add',
    service: 'DynamoDB',
    topic: 'dynamodb-secondary-indexes',
    load: () => import('./definitions/dynamodb-gsi.ts'),
  },
  {
    id: 'dynamodb-partitions',
    aliases: [],
    title: 'DynamoDB partitions',
    summary: 'partitions of a table by the classic estimate',
    service: 'DynamoDB',
    topic: 'dynamodb-capacity-units',
    load: () => import('./definitions/dynamodb-partitions.ts'),
  },
  {
    id: 'dynamodb-cost',
    aliases: [],
    title: 'DynamoDB provisioned or on demand',
    summary: 'what both capacity modes cost, and where the answer flips',
    service: 'DynamoDB',
    topic: 'dynamodb-capacity-units',
    load: () => import('./definitions/dynamodb-cost.ts'),
  },
  {
    id: 'lambda-cost',
    aliases: ['lambda'],
    title: 'Lambda cost',
    summary: 'what a function costs a month',
    service: 'Lambda',
    topic: 'lambda',
    load: () => import('./definitions/lambda-cost.ts'),
  },
  {
    id: 'lambda-concurrency',
    aliases: [],
    title: 'Lambda concurrency',
    summary: 'executions at once, and how long scaling to them takes',
    service: 'Lambda',
    topic: 'lambda',
    load: () => import('./definitions/lambda-concurrency.ts'),
  },
  {
    id: 'kinesis-shards',
    aliases: ['kinesis'],
    title: 'Kinesis shards',
    summary: 'shards that a stream needs, and what limits it',
    service: 'Kinesis',
    topic: 'kinesis-data-streams',
    load: () => import('./definitions/kinesis-shards.ts'),
  },
];

/** The entry with this id or alias. */
export const findCalculator = (name: string): CatalogueEntry | undefined =>
  CATALOGUE.find(({ id, aliases }) => id === name || aliases.includes(name));

export const loadCalculator = async (entry: CatalogueEntry): Promise<Calculator> => ({
  ...(await entry.load()).definition,
  ...entry,
});

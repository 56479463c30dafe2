import type { Item, ItemEntry } from './course.ts';
import { isTemplate } from './course.ts';

/** What is known of an item before it is shown. */
export const itemEntry = (item: Item): ItemEntry => ({
  key: item.key,
  type: item.type,
  kind: item.kind,
  topic: item.topic,
  section: item.section,
  family: item.type === 'card' ? item.family : item.key,
  level: item.type === 'card' ? null : item.level,
  tasks: item.type === 'card' ? [] : item.tasks,
  template: isTemplate(item),
  ...('grade' in item && item.grade !== undefined ? { grade: item.grade } : {}),
  ...('inMocks' in item && item.inMocks === false ? { inMocks: false } : {}),
});

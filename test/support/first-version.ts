/**
 * What version 0.1 (commit 4f1f9c0) wrote into a journal when keys changed: it followed the first link of a key only,
 * knew what a card asked only of keys made from a text, and recorded the same relink at every start.
 */
import type { CourseReader } from '../../src/core/course/course.ts';
import { inOrder } from '../../src/core/journal/event-order.ts';
import { promptOf } from '../../src/core/relink/prompts.ts';
import type { Device } from './devices.ts';

/** The key to which the first links lead. */
const followFirst = (device: Device, course: string): ((key: string) => string) => {
  const next = new Map<string, string>();
  const root = (key: string): string => {
    let at = key;
    for (let to = next.get(at); to !== undefined; to = next.get(at)) at = to;
    return at;
  };
  for (const event of inOrder(device.events)) {
    if (event.type !== 'relinked' || event.course !== course) continue;
    if (!next.has(event.from) && root(event.to) !== event.from) next.set(event.from, event.to);
  }
  return root;
};

/** The start of a session as 0.1 had it. @param isOne whether two prompts are of one card, which it judged by likeness */
export const relinkAsFirst = (
  course: CourseReader,
  device: Device,
  isOne: (a: string, b: string) => boolean,
): void => {
  const root = followFirst(device, course.id);
  const answered = new Set<string>();
  const prompts = new Map<string, string>();
  for (const event of inOrder(device.events)) {
    if (event.type !== 'reviewed') continue;
    for (const { item } of event.ratings) answered.add(root(item));
    const item = event.ratings[0]?.item ?? '';
    if (event.prompt !== undefined && /[~/]/.test(item)) prompts.set(item, event.prompt);
  }
  const orphans = new Map<string, string>();
  for (const [key, prompt] of prompts) {
    const present = root(key);
    if (course.entry(present) !== undefined || !answered.has(present)) continue;
    if (key === present || !orphans.has(present)) orphans.set(present, prompt);
  }
  for (const [from, prompt] of orphans) {
    const fits = course.items.filter(({ key, type }) => {
      const item = course.item(key);
      return type === 'card' && !answered.has(key) && item !== undefined && isOne(promptOf(item), prompt);
    });
    const [to, ...others] = fits;
    if (to !== undefined && others.length === 0)
      device.append(course.id, { type: 'relinked', from, to: to.key });
  }
};

/** A review as 0.1 recorded it. */
export const reviewAsFirst = (course: CourseReader, device: Device, key: string, day: number): void => {
  const item = course.item(key);
  const known = device.events.some(
    event =>
      event.type === 'reviewed' &&
      event.prompt !== undefined &&
      event.ratings.some(each => each.item === key),
  );
  const prompt = item !== undefined && /[~/]/.test(key) && !known ? { prompt: promptOf(item) } : {};
  device.append(course.id, {
    type: 'reviewed',
    mode: 'review',
    day,
    ratings: [{ item: key, rating: 'good', counted: true }],
    ms: 1000,
    model: 'm',
    ...prompt,
  });
};

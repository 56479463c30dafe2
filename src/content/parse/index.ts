/** What is loaded only when a course must be parsed: Markdown front matter, YAML and schemas hang on it. */
export { needsForeign } from './folder/foreign-bank.ts';
export type { ForeignReader } from './folder/foreign-bank.ts';
export { compileCourse } from './compile.ts';
export { loadCourse, loadScanned } from './load-course.ts';
export type { LoadedCourse } from './load-course.ts';
export { loadOwnCards, parseOwnCards, readOwnCards } from './own/parse-own.ts';
export { withCard, withoutCard } from './own/write-card.ts';
export type { CardFile, NewCard, Written } from './own/write-card.ts';
export { checkOwn } from './own/check-own.ts';
export type { OwnCheck } from './own/check-own.ts';

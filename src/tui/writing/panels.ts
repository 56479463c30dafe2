/** What the learner can write, loaded when they first do. */
export { makeCardPanel } from './card-panel.ts';
export { makeRemarkPanel } from './remark-panel.ts';

import GithubSlugger from 'github-slugger';
import { plainInline } from '../../../core/course/plain-text.ts';

/** Id of the section with a heading, as long as no heading before it has the same one. */
export const headingSlug = (heading: string): string => new GithubSlugger().slug(plainInline(heading));

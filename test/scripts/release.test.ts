import { describe, expect, it } from 'vitest';
import { obstacles, sectionOf, withVersion } from '../../scripts/lib/release.mjs';

const CHANGELOG =
  '# Changelog\n\n## [Unreleased]\n\n### Added\n\n- A thing.\n\n## [0.1.0] - 2026-11-22\n\n- All.\n';
const READY = {
  version: '0.2.0',
  manifest: { version: '0.1.0', repository: {}, bugs: 'x', homepage: 'x' },
  changelog: CHANGELOG,
  isClean: true,
  tags: ['v0.1.0'],
  placeholders: [],
};

describe('a release', () => {
  it('is made where nothing is missing', () => {
    expect(obstacles(READY)).toEqual([]);
  });

  it.each([
    ['a dirty tree', { isClean: false }, /not committed/],
    [
      'a changelog that says nothing',
      { changelog: '## [Unreleased]\n\n### Added\n\n## [0.1.0]\n\n- All.\n' },
      /says nothing/,
    ],
    ['a tag that exists', { version: '0.1.0' }, /v0\.1\.0 already/],
    ['what is no version', { version: 'next' }, /no version/],
    [
      'a manifest without a homepage',
      { manifest: { version: '0.1.0', repository: {}, bugs: 'x' } },
      /no "homepage"/,
    ],
    ['a placeholder', { placeholders: ['SECURITY.md'] }, /SECURITY\.md still has OWNER/],
  ])('is refused for %s', (_what, change, words) => {
    const found = obstacles({ ...READY, ...change });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(words);
  });

  it('tells everything that is missing at once', () => {
    expect(obstacles({ ...READY, isClean: false, placeholders: ['package.json', 'README.md'] })).toHaveLength(
      3,
    );
  });
});

describe('the changelog', () => {
  it('gives what is unreleased the heading of its version, and keeps a place for what comes', () => {
    const changed = withVersion(CHANGELOG, '0.2.0', '2026-12-01');
    expect(sectionOf(changed, 'Unreleased')).toBe('');
    expect(sectionOf(changed, '0.2.0')).toBe('### Added\n\n- A thing.');
    expect(withVersion(changed, '0.2.0', '2026-12-02')).toBe(changed);
  });
});

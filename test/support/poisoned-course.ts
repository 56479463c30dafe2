/** A course that tries everything: written by a program, for git and some file systems cannot hold all of it. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Stands in files outside the course that its links point to. */
export const SECRET = 'SECRET-FROM-OUTSIDE';
/** Its id. */
export const POISONED_ID = 'poisoned';
/** What a poisoned front matter would write next to the course if it ran. */
export const RAN = 'poison-ran.txt';

/** Red, a title, a link, a cleared screen, C1, DEL, bidirectional overrides and a line separator. */
const ESCAPES =
  '\u001b[31mred\u001b[0m \u001b]0;title\u0007 \u001b]8;;https://evil.example\u0007link\u001b]8;;\u0007 ' +
  '\u001b[2J\u001b[H \u009b1m \u007f \u202etxet desrever\u202c \u2066x\u2069 \u200f \u2028 \u0000\u0008 bell\u0007';
/** The same as YAML spells it in double quotes, so that no byte of it stands in the file. */
const SPELT = '\\e[31mred\\e[0m \\x9b1m \\x07 \\u202etxet\\u202c \\0 \\L \\N';

const front = (fields: string): string =>
  `---\n${fields}\nchecked: 2020-01-01\nsources: [https://example.com/a]\n---\n`;

/** Text that makes careless parsers slow. */
const SLOW = [
  `x ${'`'.repeat(3000)}`,
  '[a](b "'.repeat(2000),
  '**a '.repeat(3000),
  '<!--'.repeat(2000),
  '![['.repeat(2000),
  '\\'.repeat(5000),
  '- '.repeat(200),
  '>'.repeat(500),
  '|'.repeat(2000),
  '*_'.repeat(3000),
].join('\n\n');

const NOTES: Readonly<Record<string, string>> = {
  'area/escapes.md': `${front(`title: "${SPELT}"\naliases: ["${SPELT}", '__proto__']\nexams: { dva: ['1'], constructor: ['1'] }\ncalculators: [constructor]`)}
Before the first heading ${ESCAPES}

## ${ESCAPES} heading

Entities: &#27;[31m &#x1b;[2J &#155;1m &#8238;abc &NewLine; &lt;script&gt;

<script>alert(1)</script> <img src=x onerror=alert(1)> <b>${ESCAPES}</b>

[click](javascript:alert(1)) [data](data:text/html,x) [file](file:///etc/passwd) <javascript:alert(1)>
[up](../../../../etc/passwd) ![up](../../../outside/secret.md) ![no](http://[::1]/${'x'.repeat(300)})
[${ESCAPES}](https://example.com/${ESCAPES}) [ref][r] :heart: :smile:

[r]: javascript:alert(2)

\`\`\`${ESCAPES}
${ESCAPES}
\`\`\`

| ${ESCAPES} | b |
|---|---|
| c | ${ESCAPES} |

1. one
   - two ${ESCAPES}

## __proto__

See [constructor](constructor) and [x](__proto__#__proto__).

## constructor

## constructor

## Cards

### __proto__

Q: ${ESCAPES} what? ^poison-escapes
A: ${ESCAPES}

C: The [\u0007\u009b\u202ex] and [__proto__] and [constructor] and [constructor]. ^poison-cloze

Q: &#27;[31m entity? ^constructor
A: &#155;1m

Q: What does [x](javascript:alert(1)) do?
A: \`\`\`${ESCAPES}
A: inside
\`\`\`
A: a second answer

### no such section ${ESCAPES}

Q: no answer ${ESCAPES}
---
A: no question
text of nobody ${ESCAPES}

C: no deletion
C: [open
C: [[nested]]
Q: bad id ^BAD
A: yes ^poison-late
`,
  'area/constructor.md': `${front('title: constructor')}\n## toString\n\nText.\n\n## Cards\n\nQ: hasOwnProperty? ^hasownproperty\nA: valueOf\n`,
  'area/valueof.md': `${front('__proto__: { polluted: yes }\nconstructor: { prototype: { polluted: yes } }\ntitle: valueOf')}\nText.\n`,
  'area/slow.md': `${front('title: Slow')}\n${SLOW}\n\n## Cards\n\nC: ${'[a](b '.repeat(900)}\n\nQ: x ${'`'.repeat(3000)}\nA: ${'[('.repeat(1500)}\n`,
  'area/deep.md': `${front('title: Deep')}\n${Array.from({ length: 60 }, (_, i) => `${'  '.repeat(i)}- level ${i}`).join('\n')}\n\n${'> '.repeat(300)}quote\n\n${'#'.repeat(6)} six\n\n${'#'.repeat(7)} seven\n`,
  'area/wide.md': `${front('title: Wide')}\n${'word'.repeat(5000)}\n\n${'漢字'.repeat(2000)}\n\n${'👩‍👩‍👧‍👦'.repeat(300)}\n\n${'e\u0301\u0301\u0301'.repeat(500)}\n\n\`\`\`\n${'\t'.repeat(2000)}x\n\`\`\`\n`,
  'area/js.md': `---js\n{ title: require('fs').writeFileSync('${RAN}', 'js') }\n---\n\n## Text\n\nAfter JavaScript.\n`,
  'area/javascript.md': `---javascript\nmodule.exports = require('fs').writeFileSync('${RAN}', 'javascript')\n---\n`,
  'area/spaced-js.md': `--- js \n{ title: process.mainModule.require('fs').writeFileSync('${RAN}', 'spaced') }\n---\n`,
  'area/json.md': '---json\n{ "title": "json" }\n---\n\nText.\n',
  'area/language.md': `---\nlanguage: js\nengine: js\ntitle: !!js/function 'function () { require("fs").writeFileSync("${RAN}", "tag") }'\n---\n`,
  'area/open-front.md': '---\ntitle: never closed\n\n## Text\n',
  'area/rule-front.md': '---\ntitle: a\n---- b\nx: y\n---\n\nText.\n',
  'area/alias-bomb.md': `---\na: &a [x, x, x, x, x, x, x, x, x]\n${[...'bcdefgh'].map((name, i) => `${name}: &${name} [${Array.from({ length: 9 }, () => `*${'abcdefgh'[i] ?? 'a'}`).join(', ')}]`).join('\n')}\ntitle: *h\n---\n\nText.\n`,
  'area/circle.md': '---\ntitle: &t { a: *t }\n---\n\nText.\n',
  'area/crlf.md': front('title: Windows')
    .concat('\n## One\n\nText.\n\n## Cards\n\nQ: a carriage return?\nA: yes\n')
    .replaceAll('\n', '\r\n'),
  'area/bom.md': `\ufeff${front('title: Byte order mark')}\nText.\n`,
  'area/empty.md': '',
  'area/only-dashes.md': '---\n---\n---\n---',
  'area/fence.md': `${front('title: Fence')}\n\`\`\`\n\n## Cards\n\nQ: swallowed?\nA: yes\n`,
  'area/deck.md': `${front('title: Deck\ndeck: true')}\n# Heading\n\nC: [constructor] of [__proto__]\n---\nstray\n`,
  'area/many.md': `${front('title: Many')}\n## Cards\n\n${'stray\n\n'.repeat(400)}C: ${'[a] '.repeat(40)}\n\nQ: ${'x'.repeat(11_000)}\nA: y\n`,
  'bad area/name.md': front('title: bad area'),
  'area/Bad Name.md': front('title: bad name'),
  'area/__proto__.md': front('title: bad proto'),
  'area/-rf.md': front('title: flag'),
  'area/\u001b[31mred.md': front('title: red'),
  'area/new\nline.md': front('title: line'),
  'area/\u202egpj.md': front('title: reversed'),
  'area/notes.txt': 'x',
  'area/deeper/note.md': front('title: deeper'),
  'README.md': `# ${ESCAPES}\n`,
};

const escaped = JSON.stringify;
const common = `tasks: { dva: ['1', constructor], constructor: [constructor], no-such-exam: ['9'] }
  level: apply
  section: escapes#__proto__
  sources: [https://example.com/${encodeURIComponent('\u001b')}]
  checked: 2020-01-01
  expires: 2020-06-01`;

const BANK = `
- id: poison-single
  kind: single
  ${common}
  stem: "${SPELT} Which?"
  options:
    - { text: "${SPELT} a", correct: true, why: "${SPELT}" }
    - { text: "${SPELT} b", why: &why "${SPELT}" }
    - { text: __proto__, why: *why }
    - { text: constructor, why: all of the above }
- id: poison-multiple
  kind: multiple
  ${common}
  stem: Select TWO. ${'word '.repeat(500)}
  options:
    - { text: all of the above, correct: true, why: option B }
    - { text: "&#27;[31m", correct: true, why: "<script>" }
    - { text: "1e999", why: x }
    - { text: "[x](javascript:alert(1))", why: x }
    - { text: "\`\`\`", why: "\`\`\`" }
- id: poison-true-false
  kind: true-false
  ${common}
  stem: "${SPELT} true?"
  answer: true
  why: "${SPELT}"
- id: poison-numeric
  kind: numeric
  ${common}
  stem: "${SPELT} how many?"
  answer: 24
  unit: "${SPELT}"
  tolerance: 2%
  why: "${SPELT}"
- id: poison-order
  kind: order
  ${common}
  stem: "${SPELT} order?"
  steps: ["${SPELT}", __proto__, constructor]
- id: poison-match
  kind: match
  ${common}
  stem: "${SPELT} match?"
  pairs: [{ left: "${SPELT}", right: a }, { left: __proto__, right: constructor }]
  decoys: ["${SPELT} d"]
- id: poison-text
  kind: text
  ${common}
  stem: "${SPELT} name?"
  accept: ["${SPELT}", "(a+)+$", __proto__]
- id: poison-template
  kind: numeric
  calculator: dynamodb-rcu
  result: rcu
  ask: [value, choice]
  inputs: { reads: { from: 1, to: 9, step: 1 }, item-size: { choose: ["${SPELT}", 4KB] }, consistency: strong }
  texts: ["{reads} of {item-size} ${SPELT}"]
  why: x
  ${common}
- id: constructor
  kind: true-false
  ${common}
  stem: The same id as a card?
  answer: true
- id: prototype
  __proto__: { polluted: true }
  constructor: { prototype: { polluted: true } }
  kind: true-false
  ${common}
  stem: A prototype?
  answer: false
`;

const BROKEN_BANK = `
- id: poison-good
  kind: true-false
  ${common.replace('[constructor]', "['__proto__']")}
  stem: Good?
  answer: true
- id: poison-slip
  stem: a: b: c
  "unclosed
- id: poison-good-again
  kind: true-false
  ${common}
  stem: Good again?
  answer: false
- just text
- [a, list]
- id: __proto__
  kind: single
- id: [1, 2]
  kind: { a: b }
- id: poison-nan
  kind: numeric
  stem: x
  answer: .nan
- id: poison-infinite
  kind: numeric
  calculator: __proto__
  result: constructor
  ask: [value, other]
  inputs: { __proto__: 1, reads: { from: 0, to: .inf, step: 0 }, Bad: [1] }
  texts: ["{__proto__} {reads} {"]
- id: poison-bad-template
  kind: numeric
  calculator: constructor
  result: toString
  inputs: { reads: { from: 1, to: 1000000, step: 0.000001 } }
  texts: ["{reads}"]
- id: poison-no-key
  kind: single
  stem: x
  options: [{ text: a }, { text: a }]
- id: "${'x'.repeat(5000)}"
  kind: text
  accept: [""]
`;

const QUESTIONS: Readonly<Record<string, string>> = {
  'area/escapes.yaml': BANK,
  'area/broken.yaml': BROKEN_BANK,
  'area/constructor.yaml':
    '- id: toString\n- id: valueof\n  kind: text\n  stem: valueOf?\n  accept: [__proto__]\n',
  'area/tabs.yaml': '\t- id: x\n',
  'area/map.yaml': '__proto__:\n  polluted: true\nconstructor: 1\n',
  'area/scalar.yaml': 'just text',
  'area/null.yaml': '~',
  'area/documents.yaml': '---\na: 1\n---\nb: 2\n',
  'area/deep.yaml': `- ${'['.repeat(5000)}`,
  'area/nested.yaml': `${'- '.repeat(5000)}x`,
  'area/bomb.yaml': `- &a "${'x'.repeat(1000)}"\n${Array.from({ length: 2000 }, () => '- [*a, *a, *a, *a, *a, *a, *a, *a]').join('\n')}\n`,
  'area/function.yaml':
    "- !!js/function 'function () { return 1 }'\n- !!js/undefined ''\n- !!binary R0lGODlhDAAMAIQAAP\n",
  'exams/dva.yaml': `id: dva\ntitle: "${SPELT}"\nquestions: { scored: 8, unscored: 1 }\nminutes: 5\naim: 80\nkinds: [single, multiple, true-false, numeric, order, match, text]\npass: { mark: 1, scale: [0, 1], note: "${SPELT}" }\ndomains:\n  - { id: '1', title: "${SPELT}", weight: 60, tasks: [{ id: '1', title: __proto__ }] }\n  - { id: constructor, title: ${escaped('constructor')}, weight: 60 }\nchecked: 2020-01-01\nsuccessor: constructor\n`,
  'exams/constructor.yaml':
    'id: __proto__\ntitle: x\nquestions: { scored: -1 }\nminutes: 1.0e+308\ndomains: [{ id: 1, title: x, weight: .nan }]\n',
  'exams/broken.yaml': '{{{{',
};

const BINARY: Readonly<Record<string, Buffer>> = {
  'content/area/huge.md': Buffer.alloc(3 * 1024 * 1024, 'Q: huge?\nA: yes\n'),
  'questions/area/huge.yaml': Buffer.alloc(3 * 1024 * 1024, '- id: huge\n'),
  'content/area/latin.md': Buffer.from('---\ntitle: Latin\n---\ncaf\xe9\n', 'latin1'),
  'content/area/utf16.md': Buffer.from('\ufeff---\ntitle: Wide\n---\n', 'utf16le'),
  'content/area/binary.md': Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256)),
  'content/area/nul.md': Buffer.from('---\ntitle: Nul\n---\n\0\0\0\n'),
  'content/area/image.png': Buffer.from('89504e470d0a1a0a', 'hex'),
};

/** Names and links that this file system does not take are left out. */
const tryTo = (make: () => void): void => {
  try {
    make();
  } catch {
    // The rest of the course is poison enough.
  }
};

/**
 * Writes the poisoned course into a folder, which may exist, and what its links point to next to it.
 * Some of its notes, cards and questions of every kind can be used.
 */
export const makePoisonedCourse = (folder: string): void => {
  const put = (path: string, content: string | Buffer): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    tryTo(() => writeFileSync(join(folder, path), content));
  };
  put('content/course.yaml', `id: ${POISONED_ID}\ntitle: "${SPELT}"\nblueprint: constructor\n__proto__: x\n`);
  for (const [path, text] of Object.entries(NOTES)) put(`content/${path}`, text);
  for (const [path, text] of Object.entries(QUESTIONS)) put(`questions/${path}`, text);
  for (const [path, bytes] of Object.entries(BINARY)) put(path, bytes);

  const outside = join(dirname(folder), 'outside');
  mkdirSync(join(outside, 'folder'), { recursive: true });
  const secretNote = `${front(`title: ${SECRET}`)}\n## ${SECRET}\n\n${SECRET}\n\n## Cards\n\nQ: ${SECRET}?\nA: ${SECRET}\n`;
  writeFileSync(join(outside, 'secret.md'), secretNote);
  writeFileSync(join(outside, 'folder', 'secret.md'), secretNote);
  writeFileSync(
    join(outside, 'secret.yaml'),
    `- id: secret\n  kind: true-false\n  stem: ${SECRET}\n  answer: true\n`,
  );
  const link = (target: string, path: string): void => tryTo(() => symlinkSync(target, join(folder, path)));
  link(join(outside, 'secret.md'), 'content/area/stolen.md');
  link('../../../outside/secret.md', 'content/area/stolen-relative.md');
  link(join(outside, 'secret.yaml'), 'questions/area/stolen.yaml');
  link(join(outside, 'secret.yaml'), 'questions/exams/stolen.yaml');
  link(outside, 'content/stolen-area');
  link(outside, 'questions/stolen-area');
  link(join(outside, 'secret.md'), 'content/area/stolen.png');
  link('.', 'content/circle');
  link('nowhere.md', 'content/area/dangling.md');
  link('/dev/zero', 'content/area/endless.md');
  tryTo(() => execFileSync('mkfifo', [join(folder, 'content/area/pipe.md')], { stdio: 'ignore' }));
};

/** A learner's own folder on it that tries as much. @param folder `own/poisoned` of a home */
export const makePoisonedOwn = (folder: string): void => {
  const files: Readonly<Record<string, string | Buffer>> = {
    'content/area/escapes.md': `# ${ESCAPES}\n\n### ${ESCAPES}\n\nQ: Mine ${ESCAPES}? ^own-poison\nA: ${ESCAPES}\n\nC: [${ESCAPES}] ${SLOW.slice(0, 5000)}\n`,
    'content/area/escapes (conflicted copy).md': `Q: Mine ${ESCAPES}? ^own-poison\nA: Other ${ESCAPES}\n`,
    'content/area/__proto__.md': 'Q: ^constructor\nA: x\n\nQ: Which? ^constructor\nA: x\n',
    'content/area/constructor.md': `---\ntitle: !!js/function 'x'\n---\nQ: Which? ^own-constructor\nA: x\n`,
    'content/area/%ff.md': 'Q: Which?\nA: x\n',
    'content/area/binary.md': Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256)),
    'remarks/poison-single.md': `${ESCAPES}\n\n${SLOW}\n`,
    'remarks/poison-good.md': `${ESCAPES}\n`,
    'remarks/__proto__.md': `${ESCAPES}\n`,
    'remarks/%ff%00.md': 'x',
    [`remarks/${'x'.repeat(200)}.md`]: 'x',
    'remarks/latin.md': Buffer.from('caf\xe9', 'latin1'),
  };
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  for (const [name, to] of [
    ['remarks/link.md', '/etc/passwd'],
    ['content/link.md', '/etc/passwd'],
    ['content/loop', '..'],
  ] as const)
    symlinkSync(to, join(folder, name));
};

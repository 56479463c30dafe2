/** The report of a sitting as one page: nothing is loaded and nothing runs. */
import type { ExamReport, QuestionReport } from '../../core/exam/report-model.ts';
import { partReasons } from '../../core/question/part-reasons.ts';
import { presentedOf } from '../../core/exam/shown.ts';
import { percent, plural } from '../layout/columns.ts';
import { duration, minutesSeconds } from '../exam/durations.ts';
import { optionNumbers } from '../../core/exam/answer-words.ts';
import {
  advised,
  answersOf,
  countText,
  intervalText,
  markTexts,
  noteCommand,
  outcomeText,
  shareText,
  startedText,
  verdictSentences,
  workFacts,
  worthText,
} from '../exam/exam-words.ts';
import { barTable } from './bar-chart.ts';
import { columnChart } from './column-chart.ts';
import type { Markup } from './escape.ts';
import { html, NOTHING } from './escape.ts';
import { legend } from './figure.ts';
import { dataTable, fold, renderPage, section, tiles } from './page.ts';

interface ExamPage {
  readonly report: ExamReport;
  readonly version: string;
  /** Markdown of the course as markup. */
  readonly markup: (markdown: string) => Markup;
}

const figures = ({ score, aim, used, blank, questions, pace }: ExamReport) => [
  {
    label: 'Right answers',
    value: percent(score.share),
    note: `${countText(score)} scored; 95 % interval ${intervalText(score)} %`,
  },
  { label: 'Aim', value: `${aim} %`, note: 'of right answers, as we advise' },
  { label: 'Time', value: duration(used), note: `${minutesSeconds(pace.mean)} a question` },
  { label: 'Blank', value: String(blank), note: `of ${plural(questions.length, 'question')}` },
];

const domainSection = ({ domains, unscored, aim }: ExamReport): Markup => {
  const tasks = domains.flatMap(domain =>
    domain.tasks
      .filter(({ id }) => id !== '')
      .map(task => [`${task.id} ${task.title}`, countText(task), shareText(task)]),
  );
  return section(
    'domains',
    'Domains',
    barTable(
      `Right answers by domain; the thin line is the 95 % interval, the upright one stands at ${aim} %.`,
      ['Domain', 'Right', 'Interval', 'Count', 'Weight'],
      domains.map(domain => ({
        label: domain.title,
        // Of no questions nothing is known, and an interval would look as if something were.
        bar: {
          share: domain.share,
          mark: aim / 100,
          ...(domain.questions === 0 ? {} : { interval: [domain.low, domain.high] as const }),
        },
        title: `${domain.title}: ${countText(domain)}, ${shareText(domain)}`,
        cells: [
          domain.questions === 0 ? '-' : percent(domain.share),
          domain.questions === 0 ? '-' : `${intervalText(domain)} %`,
          countText(domain),
          `${domain.weight} %`,
        ],
      })),
    ),
    unscored.questions === 0
      ? NOTHING
      : html`<p class="note">Unscored questions, which do not count: ${countText(unscored)}.</p>`,
    tasks.length === 0
      ? NOTHING
      : fold('By task', dataTable('Right answers by task', ['Task', 'Right', 'Share'], tasks)),
  );
};

const TWO_MINUTES = 120_000;

/** End of the scale: an even number of minutes. */
const chartTop = (questions: readonly QuestionReport[]): number =>
  Math.max(1, Math.ceil(Math.max(0, ...questions.map(({ ms }) => ms)) / TWO_MINUTES)) * TWO_MINUTES;

const paceSection = (report: ExamReport): Markup =>
  section(
    'pace',
    'How it was worked',
    columnChart({
      id: 'pace',
      title: 'Time at each question',
      description: `The exam allows ${minutesSeconds(report.pace.allowed)} a question. The table below it has the times.`,
      most: chartTop(report.questions),
      format: minutesSeconds,
      columns: report.questions.map(question => ({
        value: question.ms,
        title: `Question ${question.number}: ${minutesSeconds(question.ms)}, ${outcomeText(question)}`,
        tick: String(question.number),
        kind: question.correct ? ('fill' as const) : ('late' as const),
      })),
    }),
    legend([
      { className: 'fill', text: 'right' },
      { className: 'late', text: 'wrong' },
    ]),
    fold(
      'Time at each question as a table',
      dataTable(
        'Time at each question, and what became of it.',
        ['Question', 'Time', 'Result'],
        report.questions.map(question => [
          String(question.number),
          minutesSeconds(question.ms),
          outcomeText(question),
        ]),
      ),
    ),
    html`<ul>
      ${workFacts(report).map(([name, text]) => html`<li>${name}: ${text}</li>`)}
    </ul>`,
  );

const adviceSection = (report: ExamReport): Markup =>
  report.next.length === 0
    ? NOTHING
    : section(
        'next',
        'What to study next',
        html`<ul>
          ${advised(report).map(
            advice => html`
              <li>
                ${advice.title}: ${worthText(advice)}.<br /><code>${advice.practise}</code><br /><code
                  >${advice.read}</code
                >
              </li>
            `,
          )}
        </ul>`,
      );

/** The options with what was chosen and what is right, or what else there is to choose from. */
const choices = ({ question, response }: QuestionReport, markup: ExamPage['markup']): Markup => {
  if ('options' in question) {
    const chosen = new Set(response?.kind === 'options' ? optionNumbers(question, response.chosen) : []);
    return html`<ol>
      ${question.options.map(({ text, correct, why }, i) => {
        const marks = [...(chosen.has(i + 1) ? ['your answer'] : []), ...(correct ? ['right'] : [])];
        return html`<li>
          ${markup(text)}${marks.length === 0 ? NOTHING : html`<p><strong>${marks.join(', ')}</strong></p>`}
          <div class="note">${markup(why)}</div>
        </li>`;
      })}
    </ol>`;
  }
  const shown = presentedOf(question);
  const list = (texts: readonly string[]): Markup =>
    html`<ol>
      ${texts.map(text => html`<li>${markup(text)}</li>`)}
    </ol>`;
  const parts = question.kind === 'order' || question.kind === 'match' ? partReasons(question) : [];
  const reasons = parts.some(({ why }) => why !== '')
    ? html`<ul class="note">
        ${parts.map(({ text, why }) => html`<li>${markup(text)}${why === '' ? NOTHING : markup(why)}</li>`)}
      </ul>`
    : NOTHING;
  const asked =
    shown.kind === 'order'
      ? list(shown.steps)
      : shown.kind === 'match'
        ? html`${list(shown.lefts)}${list(shown.rights)}`
        : NOTHING;
  return html`${asked}${reasons}
    <div class="note">${markup(question.why)}</div>`;
};

const questionMarkup = (reported: QuestionReport, markup: ExamPage['markup']): Markup => {
  const { number, question } = reported;
  const { answer, key } = answersOf(reported);
  return html`
    <article class="question">
      <h3>${number}. ${question.item}</h3>
      <p class="lead">${[outcomeText(reported), ...markTexts(reported)].join(' · ')}</p>
      ${markup(question.stem)}${choices(reported, markup)}
      <p>Your answer: ${answer === '' ? 'none' : answer}. Right answer: ${key}.</p>
      <p>Read more: <code>${noteCommand(reported)}</code></p>
    </article>
  `;
};

/** The whole page as the text of a file. */
export const examPage = ({ report, version, markup }: ExamPage): string =>
  renderPage({
    title: report.blueprint.title,
    lead: `${report.blueprint.id} · ${startedText(report)} · seed ${report.seed}`,
    body: html`${tiles(figures(report))}
      <p>${verdictSentences(report).join(' ')}</p>
      ${domainSection(report)}${paceSection(report)}${adviceSection(report)}${section(
        'questions',
        'Questions',
        ...report.questions.map(question => questionMarkup(question, markup)),
      )}`,
    foot: `Written by study ${version} from the progress on this computer. The page loads nothing and runs nothing.`,
  });

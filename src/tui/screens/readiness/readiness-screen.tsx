/** How ready one is: by domain and task, with what it rests on, where it came from, and how good forecasts were. */
import { outlookOf } from '../../../app/learner/outlook.ts';
import type { PastFigure } from '../../../app/learner/past-figures.ts';
import { examQuizRequest, placementRequest, topicsRequest } from '../../../app/session/ready-requests.ts';
import { weakQuizRequest } from '../../../app/session/session-request.ts';
import type { Blueprint } from '../../../core/course/course.ts';
import { FIRST_FIGURES } from '../../../core/forecast/settings.ts';
import { PLACEMENT_CARDS } from '../../../core/plan/settings.ts';
import type { ExamPlan } from '../../../core/readiness/exam-plan.ts';
import { partBasis, standing, topicIdsOf } from '../../../core/readiness/parts.ts';
import { plural } from '../../../text/layout/columns.ts';
import { wrapText } from '../../../text/layout/wrap.ts';
import { examCode, rangeDigits } from '../../../text/plan/words.ts';
import { Lines } from '../../components/lines.tsx';
import { noExamScreen } from '../../components/no-exam.tsx';
import { inSteps } from '../../models/in-steps.ts';
import { hiddenLines, moveBy, scrollBy, scrollTo, window } from '../../models/list.ts';
import type { Host, Screen, Size } from '../../shell/screen.ts';
import { pastFigures } from '../home/past.ts';
import type { Row } from './readiness-rows.ts';
import { SHARED, basisSentences, headLine, rowLine, rowsOf } from './readiness-rows.ts';
import type { RecordParts } from './record-lines.ts';
import { headLines, recordLines } from './record-lines.ts';

/** Minutes of a review of one row. */
const MINUTES = 10;
/** Most rows of the chart of the trend, and in a tall terminal. */
const CHART = 6;
const TALL_CHART = 12;
const TALL = 30;
/** Columns over which text is not read any more. */
const WIDEST = 100;

/** An exam that asks of one task only. */
const onlyTask = (blueprint: Blueprint, { part, domain }: Row): Blueprint => ({
  ...blueprint,
  domains: [{ id: part.id, title: part.title, weight: domain.weight, tasks: [] }],
});

/** How ready one is, by domain. */
export const makeReadinessScreen = (host: Host): Screen => {
  const { services } = host;
  const look = () => outlookOf({ ...services, day: services.moment().day });
  let outlook = look();
  const first = outlook.plan;
  if (first === null) return noExamScreen(host, 'readiness');
  let plan: ExamPlan = first;
  let isReady = false;
  let hasDays = false;
  let past: readonly PastFigure[] = [];
  const open = new Set<string>();
  let chosen = 0;
  /** What the range of the chosen row rests on is shown. */
  let isExplained = false;
  let top = 0;
  let rows = 1;
  let length = 1;
  const figures = inSteps(host.fail);

  const lookAhead = (): void => {
    figures.start([
      () => outlook.readiness,
      () => outlook.domains,
      () => {
        isReady = true;
        host.redraw();
      },
      ...pastFigures(services, { exam: plan.blueprint.id, day: plan.today, outlook }, found => {
        past = found;
        host.redraw();
      }),
      () => {
        if (outlook.days !== null) hasDays = true;
        host.redraw();
      },
    ]);
  };
  lookAhead();

  /** Before there is a figure the placement is the first row: it gives one. */
  const offersPlacement = (): boolean => isReady && outlook.readiness?.today === null;
  const table = (): readonly Row[] => (isReady ? rowsOf(outlook.domains ?? [], open) : []);
  const rowCount = (): number => table().length + (offersPlacement() ? 1 : 0);
  /** The row of the table at the pointer; `undefined`: the placement. */
  const row = (): Row | undefined => table()[chosen - (offersPlacement() ? 1 : 0)];

  /** What all figures rest on, in a few words; before there are enough answers, how one gets some. */
  const basisText = (): string => {
    const { basis, today } = outlook.readiness ?? {};
    if (basis === undefined) return '';
    if ((today ?? null) === null)
      return `not enough answers yet (${basis.attempts} of ${FIRST_FIGURES.total})`;
    return [
      plural(basis.attempts, 'first answer'),
      ...(basis.mocks > 0 ? [plural(basis.mocks, 'mock exam')] : []),
      `${basis.topics} of ${basis.topicsInExam} topics`,
    ].join(', ');
  };

  const lines = ({
    columns,
    rows: most,
  }: Size): { readonly text: readonly string[]; readonly at: number } => {
    const { theme } = host;
    const { readiness } = outlook;
    if (!isReady || readiness === null) return { text: [theme.style.dim(theme.signs.ellipsis)], at: 0 };
    const parts: RecordParts = {
      plan,
      readiness,
      study: services.progress().study,
      past,
      days: hasDays ? outlook.days : null,
      theme,
    };
    const head = [...headLines(parts, basisText(), columns), '', headLine(columns, plan.aim, theme)];
    const all = table();
    const { style, signs } = theme;
    const counted = (outlook.domains ?? []).reduce((sum, { attempts }) => sum + attempts, 0);
    const isShared = counted > readiness.basis.attempts;
    const shift = offersPlacement() ? 1 : 0;
    const placement = {
      row: 0,
      line: `${chosen === 0 ? signs.pointer : ' '} ${style.strong('Placement')}   ${style.dim(`${PLACEMENT_CARDS} cards, about 5 min, for a first figure`)}`,
    };
    const rest = all.flatMap((each, index) => {
      const i = index + shift;
      const isChosen = i === chosen;
      const line = rowLine(each, { isChosen, isOpen: open.has(each.part.id), aim: plan.aim }, columns, theme);
      if (!isChosen || !isExplained) return [{ row: i, line }];
      const hour =
        readiness.domains.find(({ id }) => id === each.part.id && each.part.kind === 'domain')?.hour ?? null;
      const why = basisSentences(each.part, partBasis(plan, each.part), hour, isShared).flatMap(sentence =>
        wrapText(sentence, Math.min(columns, WIDEST) - 6),
      );
      return [{ row: i, line }, ...why.map(text => ({ row: i, line: `      ${theme.style.dim(text)}` }))];
    });
    const body = shift === 1 ? [placement, ...rest] : rest;
    // Else the answers of the domains come to more than there are, and nobody knows why.
    const shared = isShared && !isExplained ? [style.dim(`    ${SHARED}`)] : [];
    const isFolded = open.size === 0 && !isExplained;
    const used = head.length + body.length + shared.length + 1;
    const under = recordLines(parts, 0, columns).length;
    const room = isFolded ? Math.min(most >= TALL ? TALL_CHART : CHART, most - used - under + 1) : 0;
    const text = [
      ...head,
      ...body.map(({ line }) => line),
      ...shared,
      '',
      ...recordLines(parts, room, columns),
    ];
    return { text, at: head.length + body.findIndex(each => each.row === chosen) };
  };

  const draw = (size: Size): readonly string[] => {
    const { text, at } = lines(size);
    pointerAt = at;
    ({ rows } = size);
    ({ length } = text);
    // At the first row what is above the table is seen as well.
    if (chosen === 0 && !isScrolled) top = 0;
    if (!isScrolled) top = scrollTo({ top, rows, length }, at);
    top = scrollBy({ top, rows, length }, 0);
    return window(text, top, rows);
  };
  /** Line of the pointer, in what was drawn last. */
  let pointerAt = 0;
  /** The learner looks at what is below the table; the next move of the pointer comes back. */
  let isScrolled = false;

  const fold = (isOpen: boolean): void => {
    const here = row();
    if (here === undefined) return;
    const { domain } = here;
    if (isOpen) open.add(domain.id);
    else open.delete(domain.id);
    isExplained = false;
    const at = table().findIndex(({ part }) => part === (isOpen ? here.part : domain));
    chosen = Math.max(0, at) + (offersPlacement() ? 1 : 0);
  };

  const quizOf = (here: Row): void => {
    const { seed } = services.runtime;
    const { part } = here;
    const request =
      part.kind === 'domain'
        ? examQuizRequest(plan.blueprint, part.id, seed)
        : part.kind === 'task'
          ? examQuizRequest(onlyTask(plan.blueprint, here), null, seed)
          : weakQuizRequest(new Set([part.id]), seed);
    host.open({ to: 'session', request });
  };

  const move = (to: number): void => {
    chosen = moveBy(to, rowCount(), 0);
    isExplained = false;
    isScrolled = false;
  };

  return {
    context: 'readiness',
    header: () => {
      const { dot } = host.theme.signs;
      const today = isReady ? (outlook.readiness?.today ?? null) : null;
      const aim = `aim ${Math.round(100 * plan.aim)} %`;
      return {
        left: `readiness ${dot} ${examCode(plan.blueprint)}`,
        right: today === null ? aim : [rangeDigits(today), aim, standing(today, plan.aim)].join(` ${dot} `),
      };
    },
    body: size => <Lines lines={draw(size)} />,
    hidden: () => hiddenLines({ top, rows, length }),
    offers: action => {
      switch (action) {
        case 'open':
          return isReady;
        case 'up':
          // The hints are made before the page is drawn.
          draw(host.size);
          return rowCount() > 1 || length > rows;
        case 'quiz':
        case 'review':
        case 'view':
          return row() !== undefined;
        default:
          return true;
      }
    },
    shown: () => {
      outlook = look();
      plan = outlook.plan ?? plan;
      hasDays = false;
      lookAhead();
    },
    close: figures.stop,
    act: action => {
      const here = row();
      const { seed } = services.runtime;
      switch (action) {
        case 'up':
          // What was scrolled to goes out of view first, until the pointer is seen again.
          if (isScrolled && pointerAt < top) top = scrollBy({ top, rows, length }, -1);
          else move(chosen - 1);
          return;
        case 'down':
          // After the last row what is below the table comes into view.
          if (chosen >= rowCount() - 1 && top < length - rows) {
            isScrolled = true;
            top = scrollBy({ top, rows, length }, 1);
          } else move(chosen + 1);
          return;
        case 'top':
          return move(0);
        case 'bottom':
          isScrolled = true;
          top = scrollBy({ top, rows, length }, length);
          return;
        case 'page-up':
        case 'page-down':
          isScrolled = true;
          top = scrollBy({ top, rows, length }, action === 'page-up' ? -rows : rows);
          return;
        case 'right':
          return fold(true);
        case 'left':
          return fold(false);
        case 'view':
          isExplained = !isExplained;
          return;
        case 'open':
          if (here === undefined)
            return isReady ? host.open({ to: 'session', request: placementRequest(seed) }) : undefined;
          if (here.part.kind === 'domain') return fold(!open.has(here.part.id));
          if (host.has('choose')) return host.open({ to: 'choose', at: here.part.id });
          return quizOf(here);
        case 'quiz':
          if (here !== undefined) quizOf(here);
          return;
        case 'review':
          if (here !== undefined)
            host.open({
              to: 'session',
              request: topicsRequest(topicIdsOf(plan, here.part), MINUTES, seed),
            });
          return;
        case 'exam':
          if (host.has('mock')) return host.open({ to: 'mock' });
          return host.say('m on Home leads to the mock exam');
        case 'back':
          return host.back();
        default:
      }
    },
  };
};

import { readPreferences } from '../../app/learner/device.ts';
import type { ChartLook } from '../../text/stats/charts.ts';
import { showsUnicode } from '../../text/layout/style.ts';
import { spokenOf } from './spoken.ts';
import type { Context } from '../program/context.ts';

/** How charts are drawn here: in the width there is, and in words for who asked for them. */
export const chartLook = (context: Context): ChartLook => {
  const { env, out, runtime } = context;
  const { ascii } = readPreferences(runtime).values;
  return {
    style: out.style,
    width: out.columns,
    ascii: ascii || !showsUnicode(env),
    spoken: spokenOf(context) !== null,
  };
};

import { readPreferences } from '../../app/learner/device.ts';
import type { ChartLook } from '../../text/stats/charts.ts';
import { showsUnicode } from '../../text/layout/style.ts';
import { asksForWords } from './environment.ts';
import type { Context } from '../program/context.ts';

/** How charts are drawn here: in the width there is, and in words for who asked for them. */
export const chartLook = ({ env, out, runtime }: Context): ChartLook => {
  const { accessible, ascii } = readPreferences(runtime).values;
  return {
    style: out.style,
    width: out.columns,
    ascii: ascii || !showsUnicode(env),
    spoken: accessible || asksForWords(env),
  };
};

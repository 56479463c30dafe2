/**
 * How pages look: two palettes by the reader's system, no picture, no font from elsewhere. Charts take their
 * colours from classes, so that the security policy can forbid every other style. On paper nothing is cut.
 */
export const PAGE_STYLE = `
:root {
  color-scheme: light dark;
  --paper: #ffffff; --ink: #1f2328; --soft: #59636e; --line: #d1d9e0; --rail: #eaeef2;
  --fill: #1a7f64; --second: #8250df; --warn: #bc4c00;
  --level0: #eaeef2; --level1: #b4e2d2; --level2: #67bda1; --level3: #2c9176; --level4: #0c5a45;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #0d1117; --ink: #e6edf3; --soft: #9198a1; --line: #3d444d; --rail: #212830;
    --fill: #3fb796; --second: #b48cff; --warn: #f0883e;
    --level0: #212830; --level1: #12493b; --level2: #1d7a62; --level3: #34aa8a; --level4: #7fe3c5;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", "DejaVu Sans", sans-serif;
}
main, footer { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1.25rem; }
footer { color: var(--soft); font-size: .85rem; border-top: 1px solid var(--line); }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0; overflow-wrap: anywhere; }
h2 { font-size: 1.2rem; margin: 0 0 .5rem; overflow-wrap: anywhere; }
h3 { font-size: 1rem; margin: 1.25rem 0 .25rem; overflow-wrap: anywhere; }
p { margin: .25rem 0 .75rem; max-width: 46rem; overflow-wrap: anywhere; }
.lead, .note, small, caption, summary { color: var(--soft); }
section { margin-top: 2.25rem; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(10rem, 1fr)); gap: .75rem; margin: 1.25rem 0 0; }
.tiles > div { border: 1px solid var(--line); border-radius: .5rem; padding: .6rem .8rem; }
.tiles dt { color: var(--soft); font-size: .85rem; }
.tiles dd { margin: 0; font-size: 1.5rem; line-height: 1.3; font-variant-numeric: tabular-nums; }
.tiles small { display: block; font-size: .8rem; }
.tiles + p { margin-top: 1rem; }
.question li { margin-bottom: .5rem; }
.question li p { margin: 0; }
code { overflow-wrap: anywhere; }
figure { margin: .5rem 0; }
figcaption { color: var(--soft); font-size: .85rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0; font-variant-numeric: tabular-nums; font-size: .9rem; }
caption { text-align: left; padding-bottom: .25rem; }
th, td { padding: .25rem .6rem .25rem 0; border-bottom: 1px solid var(--line); text-align: right; vertical-align: middle; }
th { font-weight: 600; }
th:first-child { text-align: left; overflow-wrap: anywhere; min-width: 7rem; }
tbody th { font-weight: 400; }
thead th { color: var(--soft); white-space: nowrap; }
td { white-space: nowrap; }
.bars td.bar { width: 40%; min-width: 9rem; }
td.bar svg { display: block; width: 100%; height: 1rem; }
summary { cursor: pointer; font-size: .9rem; }
svg { display: block; max-width: 100%; height: auto; }
svg.chart { width: 100%; min-width: 36rem; }
svg#days-chart { min-width: 0; }
svg text { fill: var(--soft); font-size: 11px; font-family: inherit; }
svg text.value { fill: var(--ink); }
.rail { fill: var(--rail); }
.fill { fill: var(--fill); }
.second { fill: var(--second); stroke: var(--paper); stroke-width: 1; }
.late { fill: var(--warn); }
.mark { stroke: var(--ink); stroke-width: 2; }
.span { stroke: var(--ink); stroke-width: 1.5; }
.grid { stroke: var(--line); stroke-width: 1; }
.level0 { fill: var(--level0); } .level1 { fill: var(--level1); } .level2 { fill: var(--level2); }
.level3 { fill: var(--level3); } .level4 { fill: var(--level4); }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; margin: .25rem 0; padding: 0; font-size: .85rem; color: var(--soft); }
.legend svg { display: inline-block; width: .8rem; height: .8rem; vertical-align: -1px; margin-right: .35rem; }
@page { margin: 1.5cm; }
@media print {
  :root {
    color-scheme: light;
    --paper: #ffffff; --ink: #000000; --soft: #444444; --line: #bbbbbb; --rail: #eeeeee;
    --fill: #1a7f64; --second: #8250df; --warn: #bc4c00;
    --level0: #eeeeee; --level1: #b4e2d2; --level2: #67bda1; --level3: #2c9176; --level4: #0c5a45;
  }
  body { font-size: 11pt; }
  main, footer { max-width: none; padding: 0; }
  svg, .tiles > div { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  figure, tr, .tiles > div { break-inside: avoid; }
  h2, h3, caption { break-after: avoid; }
  .wide { overflow: visible; }
  svg.chart { min-width: 0; }
  details::details-content { content-visibility: visible; height: auto; }
}
`;

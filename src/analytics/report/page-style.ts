/** The look of a report: one style sheet, no outside fonts, light, dark and paper. */

/** Policies in the order of Okabe & Ito's palette that reads best on both grounds. */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --page: #f6f5f1; --card: #ffffff; --ink: #1d1f21; --muted: #666a70; --hairline: #e6e4de; --quote: #9b9ea3;
  --cost: #d55e00; --saving: #009e73; --accent: #0072b2; --least: #eef5f9;
  --policy-0: #0072b2; --policy-1: #e69f00; --policy-2: #009e73; --policy-3: #cc79a7;
  --policy-4: #d55e00; --policy-5: #56b4e9; --policy-6: #6b6b6b;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #121417; --card: #1a1d21; --ink: #e9e8e4; --muted: #9a9fa6; --hairline: #2c3036; --quote: #7b8087;
    --cost: #f0803a; --saving: #2fbf95; --accent: #56b4e9; --least: #1b2a34;
    --policy-0: #4aa3dc; --policy-1: #f0b429; --policy-2: #2fbf95; --policy-3: #dd93bb;
    --policy-4: #f0803a; --policy-5: #8fd0f5; --policy-6: #a5a5a5;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; padding: 2.5rem 1.25rem 4rem; background: var(--page); color: var(--ink);
  font: 15px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  font-variant-numeric: tabular-nums lining-nums;
}
main { max-width: 1160px; margin: 0 auto; }
header { max-width: 46rem; }
.kicker { margin: 0; color: var(--muted); font-size: .8rem; letter-spacing: .08em; text-transform: uppercase; }
h1 { margin: .1rem 0 .7rem; font-size: 2rem; line-height: 1.15; letter-spacing: -.02em; }
h2 { margin: 2.8rem 0 .2rem; font-size: 1.25rem; letter-spacing: -.01em; }
h3 { margin: 0 0 .4rem; font-size: 1rem; }
h4 { margin: 0 0 .3rem; font-size: .85rem; color: var(--muted); font-weight: 600; }
h1, h3, th, dd, summary, code { overflow-wrap: anywhere; }
.headline { font-size: 1.1rem; margin: 0; }
.lead { margin: 0 0 .9rem; color: var(--muted); max-width: 46rem; }
.notes { margin: 1.2rem 0 0; padding: .7rem 1rem .7rem 2rem; border-left: 4px solid var(--policy-1); background: var(--card); border-radius: 0 6px 6px 0; }
.card { background: var(--card); border: 1px solid var(--hairline); border-radius: 8px; padding: 1rem; }
.pairs { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 440px), 1fr)); }
.triples { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 300px), 1fr)); }
.pairs > .card { max-width: 760px; } .triples > .card { max-width: 480px; }
svg { display: block; width: 100%; height: auto; }
svg text { font-family: inherit !important; }
svg image { image-rendering: pixelated; }
.scroll { overflow-x: auto; }
.wide { min-width: 780px; }
figure { margin: 0; } figcaption, .small { color: var(--muted); font-size: .85rem; margin: .5rem 0 0; }
table { border-collapse: collapse; width: 100%; font-size: .83rem; }
th, td { padding: .42rem .38rem; text-align: right; white-space: nowrap; border-bottom: 1px solid var(--hairline); }
thead th { font-weight: 600; vertical-align: bottom; }
thead tr:first-child th { color: var(--muted); font-size: .78rem; font-weight: 500; text-align: left; border-bottom: 0; padding-bottom: 0; }
thead tr:first-child td { border-bottom: 0; }
thead small { display: block; color: var(--muted); font-weight: 400; font-size: .75rem; }
th[scope=row], thead tr:last-child th:first-child { text-align: left; }
th[scope=row] { font-weight: 500; white-space: normal; min-width: 8.7rem; position: sticky; left: 0; background: var(--card); }
tbody tr:last-child > * { border-bottom: 0; }
tr.least > * { background: var(--least) !important; }
td.total { font-weight: 700; }
td.bar { padding-left: 0; }
.track { position: relative; display: block; width: 46px; height: 10px; }
.track i { position: absolute; top: 0; bottom: 0; min-width: 1px; border-radius: 1px; }
i.cost { background: var(--cost); } i.saving { background: var(--saving); }
.swatch { display: inline-block; width: .7em; height: .7em; border-radius: 2px; margin-right: .5em; }
.legend { display: flex; flex-wrap: wrap; gap: .2rem 1.3rem; margin: 0 0 .5rem; padding: 0; list-style: none; font-size: .88rem; }
.dash { display: inline-block; width: 1.8em; border-top: 2px dashed var(--muted); vertical-align: middle; margin-right: .5em; }
details { background: var(--card); border: 1px solid var(--hairline); border-radius: 8px; padding: .8rem 1rem; margin-top: .8rem; }
summary { cursor: pointer; } summary span { color: var(--muted); } details[open] > summary { margin-bottom: .8rem; }
.facts { display: grid; gap: 1.2rem 2rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 215px), 1fr)); margin-top: 1rem; }
dl { display: grid; grid-template-columns: auto 1fr; gap: .15rem .8rem; margin: 0; font-size: .88rem; }
dt { color: var(--muted); } dd { margin: 0; text-align: right; }
.ramp { display: inline-block; width: 4.5em; height: .75em; vertical-align: -.05em; border: 1px solid var(--hairline); }
.ramp.bid { background: linear-gradient(90deg, transparent, rgb(0 114 178)); }
.ramp.ask { background: linear-gradient(90deg, transparent, rgb(230 130 0)); }
code { font: .85em/1.5 ui-monospace, "SF Mono", Menlo, Consolas, monospace; }
pre { margin: .4rem 0 0; padding: .6rem .8rem; background: var(--card); border: 1px solid var(--hairline); border-radius: 6px; white-space: pre-wrap; overflow-wrap: anywhere; }
@media print {
  :root { --page: #fff; --card: #fff; --ink: #000; --muted: #555; --hairline: #ddd; --quote: #888; --least: #fff; }
  body { font-size: 9.5pt; padding: 0; }
  h2 { margin-top: 1.6rem; } h2, .lead, summary { break-after: avoid; }
  .card, figure, section { break-inside: avoid; }
  .pairs { grid-template-columns: 1fr 1fr; } .triples { grid-template-columns: 1fr 1fr 1fr; }
  .card { padding: .5rem; } .scroll { overflow: visible; } .wide { min-width: 0; }
  table { font-size: 6.8pt; } th, td { padding: .25rem .2rem; } th[scope=row] { min-width: 6rem; } pre { break-before: avoid; }
  details::details-content { content-visibility: visible; height: auto; }
}
`;

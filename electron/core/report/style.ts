/**
 * The look of a printed report: no script, no outside file, dark on white, readable without colour, on a narrow screen
 * and on paper. A cell never runs out of the page: words of the computer break anywhere.
 */
export const reportStyle = `
:root { color-scheme: light; --text: #191c22; --quiet: #474e5a; --line: #dfe3e9; --edge: #7d8592; --soft: #f7f8fa; }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { font: 14px/1.5 "Segoe UI Variable Text", "Segoe UI", system-ui, -apple-system, "Noto Sans", sans-serif; color: var(--text); background: #fff; margin: 2.5rem auto; max-width: 60rem; padding: 0 2rem; }
p { margin: .5rem 0; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0; text-wrap: balance; overflow-wrap: anywhere; }
h2 { font-size: 1.15rem; line-height: 1.3; margin: 2.25rem 0 .5rem; padding-bottom: .35rem; border-bottom: 2px solid var(--text); }
h3 { font-size: 1rem; line-height: 1.4; margin: 1.25rem 0 .25rem; overflow-wrap: anywhere; }
.note { color: var(--quiet); font-size: .9rem; }
.zone { color: var(--quiet); font-size: .85em; }
.verdict { display: flex; gap: 1rem; align-items: center; border: 2px solid var(--c); border-inline-start-width: 10px; border-radius: 10px; background: var(--b); padding: 1rem 1.25rem; margin: 1.25rem 0 1rem; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
.verdict p { margin: .25rem 0; }
.verdict .sentence { font-size: 1.3rem; line-height: 1.35; font-weight: 600; }
.verdict .mark { flex: none; width: 2.5rem; height: 2.5rem; border-radius: 50%; background: var(--c); color: #fff; font-size: 1.5rem; line-height: 2.5rem; text-align: center; font-weight: 600; }
.verdict.removed, .verdict.clean { --c: #1c7444; --b: #e9f5ee; }
.verdict.found, .verdict.leftovers, .verdict.restart-needed { --c: #935900; --b: #fdf4e1; }
.verdict.incomplete { --c: #b32634; --b: #fdeff0; }
.verdict.unknown { --c: #6a4db3; --b: #f4f0fc; border-style: dashed; border-inline-start-width: 2px; }
dl { margin: .5rem 0; } dd { margin: 0; overflow-wrap: anywhere; }
.glance { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: .75rem; }
.glance > div { display: flex; flex-direction: column; justify-content: space-between; border: 1px solid var(--line); border-radius: 8px; padding: .6rem .9rem; }
.glance dt { color: var(--quiet); font-size: .85rem; line-height: 1.3; }
.glance dd { font-size: 1.4rem; line-height: 1.4; font-weight: 600; font-variant-numeric: tabular-nums; }
.facts { columns: 2; column-gap: 2.5rem; }
.facts > div { display: grid; grid-template-columns: 9.5rem 1fr; gap: 1rem; padding: .3rem 0; border-bottom: 1px solid var(--line); break-inside: avoid; }
.facts dt { color: var(--quiet); }
table { border-collapse: collapse; table-layout: fixed; width: 100%; margin: .5rem 0 1rem; }
thead th:first-child { width: 40%; }
.evidence thead th:first-child { width: 9.5rem; } .evidence thead th:last-child { width: 32%; }
[aria-labelledby="actions"] thead .number { width: 4.5rem; } [aria-labelledby="actions"] thead .number + th { width: 12rem; }
time { white-space: nowrap; }
caption { text-align: start; color: var(--quiet); padding: .25rem 0; }
caption.spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { text-align: start; vertical-align: top; padding: .35rem 1rem .35rem 0; border-bottom: 1px solid var(--line); font-weight: 400; overflow-wrap: anywhere; }
tr > :last-child { padding-inline-end: 0; }
thead th { font-size: .85rem; font-weight: 600; border-bottom: 1px solid var(--edge); overflow-wrap: break-word; }
td.number, th.number { text-align: end; font-variant-numeric: tabular-nums; }
code { font: 12px/1.5 "Cascadia Mono", Consolas, ui-monospace, "Noto Sans Mono", monospace; overflow-wrap: anywhere; white-space: pre-wrap; }
.level { display: inline-block; border: 1px solid currentcolor; border-radius: 4px; padding: 0 .4rem; font-size: .8rem; font-weight: 600; vertical-align: 1px; }
.level.stop { color: #9e1f2b; } .level.confirm { color: #7a4a00; } .level.inform { color: var(--quiet); }
.accepted { border-inline-start: 3px solid #1c7444; padding-inline-start: .75rem; }
.closed { list-style: none; margin: .5rem 0; padding: 0; }
.closed li { border-inline-start: 3px solid var(--line); padding: .15rem .75rem; margin: .4rem 0; overflow-wrap: anywhere; }
.closed .required { border-inline-start: 3px dashed #6a4db3; }
.digest { font-size: 11px; }
.example { border: 2px dashed currentcolor; border-radius: 8px; padding: .5rem 1rem; font-weight: 600; }
footer { margin-top: 2.5rem; }
@media (max-width: 640px) {
  body { margin: 1rem auto; padding: 0 1rem; }
  h1 { font-size: 1.4rem; }
  .verdict { padding: .75rem; gap: .75rem; align-items: flex-start; }
  .verdict .sentence { font-size: 1.1rem; }
  .facts { columns: 1; }
  .facts > div { grid-template-columns: 7.5rem 1fr; }
  th, td { padding-inline-end: .6rem; font-size: 13px; }
  time { white-space: normal; }
  .evidence thead th:first-child { width: 24%; }
  [aria-labelledby="actions"] thead th:first-child { width: 34%; }
  [aria-labelledby="actions"] thead .number { width: 3.2rem; } [aria-labelledby="actions"] thead .number + th { width: 26%; }
}
@media print {
  body { margin: 0; padding: 0; max-width: none; font-size: 10.5pt; }
  h2, h3, caption, thead { break-after: avoid; }
  tr, .verdict, .glance > div, .closed li { break-inside: avoid; }
  p { orphans: 3; widows: 3; }
  thead { display: table-header-group; }
}
`;

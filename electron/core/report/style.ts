/** The look of a printed report: no script, no outside file, black on white, readable without colour. */
export const reportStyle = `
:root { color-scheme: light; }
body { font: 14px/1.45 "Segoe UI", system-ui, -apple-system, "Noto Sans", sans-serif; color: #191c22; background: #fff; margin: 2rem auto; max-width: 60rem; padding: 0 1.5rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .25rem; }
h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; border-bottom: 1px solid #7d8592; padding-bottom: .25rem; }
h3 { font-size: 1rem; margin: 1.25rem 0 .25rem; }
.verdict { font-size: 1.15rem; font-weight: 600; border: 2px solid #191c22; border-radius: 8px; padding: .75rem 1rem; margin: 1rem 0; }
.example { font-weight: 600; color: #fff; background: #1f4f8f; border: 2px solid #1f4f8f; border-radius: 8px; padding: .5rem 1rem; margin: 0 0 1rem; print-color-adjust: exact; }
.verdict.removed, .verdict.clean { border-color: #1c7444; }
.verdict.unknown { border: 2px dashed #6a4db3; }
.verdict.found, .verdict.leftovers, .verdict.restart-needed { border-color: #935900; }
.verdict.incomplete { border-color: #b32634; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0; }
caption { text-align: start; font-weight: 600; padding: .25rem 0; }
th, td { text-align: start; vertical-align: top; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid #dfe3e9; }
th { font-weight: 600; }
td.number, th.number { text-align: end; font-variant-numeric: tabular-nums; }
code { font: 12px/1.4 Consolas, ui-monospace, "Noto Sans Mono", monospace; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.5rem; margin: .5rem 0; }
dt { color: #474e5a; } dd { margin: 0; }
.unknown-row { border-inline-start: 3px dashed #6a4db3; padding-inline-start: .75rem; }
footer { margin-top: 2.5rem; border-top: 1px solid #7d8592; padding-top: .5rem; color: #474e5a; font-size: 12px; }
@media print { body { margin: 0; max-width: none; } tr, .verdict { break-inside: avoid; } h2, h3 { break-after: avoid; } }
`;

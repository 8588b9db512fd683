/** What the page of a map has beyond a report's: bars whose parts read without colour too, and wide tables. */
export const mapStyle = `
body { max-width: 76rem; }
.lead { font-size: 1.1rem; }
.clock { display: grid; grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr)); gap: .75rem; list-style: none; padding: 0; margin: .5rem 0; }
.clock li { border: 1px solid #7d8592; border-radius: 8px; padding: .6rem .8rem; }
.clock li.late { border: 2px solid #935900; }
.clock li.done, .clock li.begun { border-color: #1c7444; }
.clock li.no-list, .clock li.person { border: 2px dashed #6a4db3; }
.clock strong { display: block; font-size: 1.05rem; }
.bar { display: flex; gap: 2px; min-width: 9rem; height: 1rem; }
.bar i { border-radius: 2px; min-width: 3px; border: 1px solid transparent; box-sizing: border-box; }
.present { background: #1d5fb8; } .in-work { background: #5b8fd6; } .restart-needed { background: #b98a2c; }
.unknown { background: repeating-linear-gradient(45deg, #6a4db3 0 3px, #fff 3px 6px); border-color: #6a4db3 !important; }
.missing { background: #fff; border: 1px dashed #474e5a !important; }
.leftovers { background: #e2c38a; border-color: #935900 !important; } .removed { background: #1c7444; } .clean { background: #cfe8d8; border-color: #1c7444 !important; }
.key { display: inline-block; width: .8rem; height: .8rem; border-radius: 3px; border: 1px solid transparent; vertical-align: -.1rem; margin-inline-end: .3rem; box-sizing: border-box; }
.open { border: 1px dashed #7d8592; border-radius: 4px; min-height: 3rem; padding: .4rem .6rem; }
.open:focus { outline: 2px solid #1d5fb8; outline-offset: 2px; }
.wide { overflow-x: auto; }
@media print { .wide { overflow: visible; } * { print-color-adjust: exact; } }
`;

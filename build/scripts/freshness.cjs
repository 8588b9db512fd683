// Are built files still up to date? By modification times, without writing anything.
const fs = require('node:fs');
const path = require('node:path');

const notBuilt = new Set(['node_modules', 'fixtures']);

/** The newest change under a path, in ms. A folder's own time counts too: it shows files removed or renamed. */
function newest(place) {
  const stat = fs.statSync(place, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  let latest = stat.mtimeMs;
  for (const entry of fs.readdirSync(place, { withFileTypes: true })) {
    // Tests are no part of the output.
    if (notBuilt.has(entry.name) || /\.test\.tsx?$/.test(entry.name)) continue;
    latest = Math.max(latest, newest(path.join(place, entry.name)));
  }
  return latest;
}

/** True if an output is missing or any source changed after the oldest output was made. */
function isStale(outputs, sources) {
  const made = outputs.map((file) => fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0);
  const oldest = Math.min(...made);
  return oldest === 0 || sources.some((place) => newest(place) > oldest);
}

module.exports = { isStale };

import fc from 'fast-check';

/** `npm run prove` asks the same properties far more often. */
if (process.env['RA_FULL'] !== undefined) fc.configureGlobal({ numRuns: 2_000 });

/** Whether everything runs (`npm run prove`), or the share of it that a normal run takes. */
export const isFull = process.env['RA_FULL'] !== undefined;

/** Whether everything runs (`npm run prove`), or the share of it that a normal run takes. */
export const isFull = process.env['RA_FULL'] !== undefined;

/** What marks a window test that a normal run leaves out; its configuration does so by this name. */
export const atFullSize = { tag: '@full' } as const;

type SystemInformation = typeof import('systeminformation');

/**
 * The library systeminformation, loaded at the first call: on Windows it starts programs while it is loaded (`chcp`
 * through the command interpreter), and a look that does not need it must not pay for that.
 */
export const systemInformation = async (): Promise<SystemInformation> =>
  (await import('systeminformation')).default;

import { z } from 'zod';

export const operatingSystems = ['windows', 'macos', 'linux'] as const;
export type OperatingSystem = (typeof operatingSystems)[number];

/** The computer that was looked at. `freeBytes` is the room on the system volume, in bytes. */
export const hostSchema = z.object({
  os: z.enum(operatingSystems),
  version: z.string(),
  arch: z.string(),
  elevated: z.boolean(),
  name: z.string().optional(),
  /**
   * Tells this computer from every other without naming it: a digest of the machine's own id, the same in each of its
   * reports, also in one without names. Computers that were copied from one image may share it.
   */
  machineDigest: z.string().optional(),
  onBattery: z.boolean().optional(),
  remoteSession: z.boolean().optional(),
  freeBytes: z.number().nonnegative().optional(),
  server: z.boolean().optional(),
});
export type Host = z.infer<typeof hostSchema>;

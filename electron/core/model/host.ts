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
   * Tells this computer from every other one and names neither it nor its owner: 32 lower-case hex digits, from the id
   * that the system was given when it was installed. Copies of one disk image share it until they are given a new one.
   */
  machine: z.string().optional(),
  onBattery: z.boolean().optional(),
  remoteSession: z.boolean().optional(),
  freeBytes: z.number().nonnegative().optional(),
  server: z.boolean().optional(),
  /** The name of the recorded example that is played. Then nothing here is about a real computer. */
  example: z.string().optional(),
});
export type Host = z.infer<typeof hostSchema>;

import { z } from 'zod';
import { evidenceSchema } from './evidence.ts';

export const detectionStatuses = [
  'installed',
  'leftovers',
  'report-only',
  'vendor-tool',
  'successor',
  'oem',
] as const;
export type DetectionStatus = (typeof detectionStatuses)[number];
export type Confidence = 'proven' | 'likely' | 'weak';

/** One product on one computer, with everything that speaks for it. */
export const detectionSchema = z.object({
  productId: z.string(),
  name: z.string(),
  /** As the machine says it. */
  version: z.string().optional(),
  status: z.enum(detectionStatuses),
  confidence: z.enum(['proven', 'likely', 'weak']),
  evidence: z.array(evidenceSchema),
});
export type Detection = z.infer<typeof detectionSchema>;

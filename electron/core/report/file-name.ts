import type { Report } from '../model/report.ts';

/**
 * A file name without its ending: which computer and which run, or when (UTC). Reports of many computers, and of one
 * computer before and after, lie in one folder.
 */
export const reportBaseName = (report: Report): string => {
  const computer = safeName(report.subject?.assetTag ?? '') || safeName(report.host.name ?? '') || 'computer';
  const run = safeName(report.run?.id ?? '') || report.createdAt.replace(/[-:]|\..*$/g, '').replace('T', '-');
  const example = report.host.example === undefined ? '' : 'example-';
  return `${example}${computer}-${run}`;
};

/** Letters, digits and a few marks: names come from data, and no separator may get into a path. */
const safeName = (text: string): string =>
  text
    .replaceAll(/[^\p{L}\p{N}._-]+/gu, '-')
    .replaceAll(/^[.-]+|[.-]+$/g, '')
    .slice(0, 60);

import { StringDecoder } from 'node:string_decoder';

/** What was kept of one stream. */
export interface Captured {
  /** Whole when `truncated` is false; else the first and the last part with a line between that says so. */
  readonly text: string;
  readonly totalBytes: number;
  readonly truncated: boolean;
}

export interface Capture {
  push(chunk: Buffer): void;
  end(): Captured;
}

/** Longer lines are cut: one line without an end must not fill the memory. In characters. */
const longestLine = 4_096;

/**
 * Keeps the first and the last half of `keepBytes` of a stream of any length, and hands out its lines.
 * A carriage return ends a line too: package tools draw their progress with it.
 */
export const boundedCapture = (keepBytes: number, onLine?: (line: string) => void): Capture => {
  const half = Math.max(1, Math.floor(keepBytes / 2));
  const head: Buffer[] = [];
  const tail: Buffer[] = [];
  let headBytes = 0;
  let tailBytes = 0;
  let totalBytes = 0;
  const lines = lineSplitter(onLine);

  const keep = (chunk: Buffer): void => {
    const first = chunk.subarray(0, half - headBytes);
    if (first.length > 0) {
      head.push(Buffer.from(first));
      headBytes += first.length;
    }
    const rest = chunk.subarray(first.length);
    if (rest.length === 0) return;
    tail.push(Buffer.from(rest.subarray(-half)));
    tailBytes += Math.min(rest.length, half);
    while (tailBytes - (tail[0]?.length ?? 0) >= half) tailBytes -= tail.shift()?.length ?? 0;
  };

  return {
    push(chunk) {
      totalBytes += chunk.length;
      keep(chunk);
      lines?.push(chunk);
    },
    end() {
      lines?.end();
      const first = Buffer.concat(head);
      const last = Buffer.concat(tail).subarray(-half);
      const left = totalBytes - first.length - last.length;
      if (left === 0)
        return { text: Buffer.concat([first, last]).toString('utf8'), totalBytes, truncated: false };
      const text = `${first.toString('utf8')}\n[… ${String(left)} bytes …]\n${last.toString('utf8')}`;
      return { text, totalBytes, truncated: true };
    },
  };
};

interface LineSplitter {
  push(chunk: Buffer): void;
  end(): void;
}

const lineSplitter = (onLine: ((line: string) => void) | undefined): LineSplitter | undefined => {
  if (onLine === undefined) return undefined;
  const decoder = new StringDecoder('utf8');
  let open = '';
  const emit = (line: string): void => {
    if (line !== '') onLine(line.slice(0, longestLine));
  };
  const take = (text: string): void => {
    const parts = text.split(/[\r\n]+/);
    parts[0] = open + (parts[0] ?? '');
    open = (parts.pop() ?? '').slice(0, longestLine);
    parts.forEach(emit);
  };
  return {
    push: (chunk) => take(decoder.write(chunk)),
    end: () => {
      take(decoder.end());
      emit(open);
      open = '';
    },
  };
};

import type { ReactElement } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useApp } from '../store/react.tsx';
import { statusLine } from '../store/status-line.ts';

/** Speech takes time: a count that changes faster than this is not worth saying. */
const pause = 1500;

/** The one place that speaks by itself, politely. What comes too fast is left out; the last word is always said. */
export const Status = (): ReactElement => {
  const line = useApp(statusLine);
  const [spoken, setSpoken] = useState('');
  const last = useRef(0);
  useEffect(() => {
    const wait = Math.max(0, last.current + pause - Date.now());
    const timer = setTimeout(() => {
      last.current = Date.now();
      setSpoken(line);
    }, wait);
    return () => clearTimeout(timer);
  }, [line]);
  return (
    <p role="status" className="spoken">
      {spoken}
    </p>
  );
};

import type { ReactElement } from 'react';
import { AppWindow } from 'lucide-react';
import { useTexts } from '../../store/react.tsx';

/** Before the vendor's own window appears: what to do there, and that this one waits. */
export const VendorWindow = (): ReactElement => {
  const words = useTexts().work.vendorWindow;
  return (
    <div className="vendor-window" data-tone="now" role="status">
      <AppWindow size={20} strokeWidth={1.75} aria-hidden />
      <div className="grow">
        <h3>{words.heading}</h3>
        <ol>
          {words.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      </div>
    </div>
  );
};

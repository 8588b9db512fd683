import type { ReactElement } from 'react';
import { Fragment } from 'react';
import { printable } from '../../electron/core/text/index.ts';

/**
 * A path, a name or a line that a computer wrote. What could rewrite the line is made visible, it reads from left to
 * right in every language, and it may break after a separator but not inside a name.
 */
export const MachineText = ({ children }: { readonly children: string }): ReactElement => (
  <bdi className="mono" dir="ltr">
    {printable(children)
      .split(/(?<=[/\\])/)
      .map((part, index) => (
        <Fragment key={index}>
          {index === 0 ? null : <wbr />}
          {part}
        </Fragment>
      ))}
  </bdi>
);

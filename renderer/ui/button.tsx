import type { ReactElement, ReactNode, Ref } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Turning } from './icons.tsx';

interface ButtonProps {
  readonly children: string;
  readonly onPress?: () => void;
  /** One primary a screen: the next move. Quiet is for what is rarely wanted. */
  readonly kind?: 'primary' | 'secondary' | 'quiet';
  readonly icon?: ReactNode;
  /** What it says while it works. It keeps the focus but cannot be pressed. */
  readonly busy?: string | undefined;
  /** Where several buttons say the same: the words shown, then what they are about. */
  readonly fullName?: string;
  readonly compact?: boolean;
  readonly buttonRef?: Ref<HTMLButtonElement>;
}

export const Button = ({
  children,
  onPress,
  kind = 'secondary',
  icon,
  busy,
  fullName,
  compact = false,
  buttonRef,
}: ButtonProps): ReactElement => (
  <AriaButton
    className="button"
    data-kind={kind}
    data-compact={compact || undefined}
    // Not the library's own pending state: that speaks at once and over everything, and the status line says it already.
    data-pending={busy !== undefined || undefined}
    aria-disabled={busy !== undefined || undefined}
    {...(onPress === undefined || busy !== undefined ? {} : { onPress })}
    {...(fullName === undefined ? {} : { 'aria-label': fullName })}
    {...(buttonRef === undefined ? {} : { ref: buttonRef })}
  >
    {busy === undefined ? icon : <Turning size={16} />}
    {busy ?? children}
  </AriaButton>
);

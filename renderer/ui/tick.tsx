import type { ReactElement, ReactNode, Ref } from 'react';
import { Check } from 'lucide-react';
import { CheckboxButton, CheckboxField } from 'react-aria-components/Checkbox';

interface TickProps {
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  /** The name, where the words beside the box belong to something else. */
  readonly name?: string;
  readonly children?: ReactNode;
  readonly inputRef?: Ref<HTMLInputElement>;
}

export const Tick = ({ isSelected, onChange, name, children, inputRef }: TickProps): ReactElement => (
  <CheckboxField
    isSelected={isSelected}
    onChange={onChange}
    {...(name === undefined ? {} : { 'aria-label': name })}
    {...(inputRef === undefined ? {} : { inputRef })}
  >
    <CheckboxButton className="tick">
      <span className="tick-box">
        <Check size={14} strokeWidth={3} aria-hidden />
      </span>
      {children}
    </CheckboxButton>
  </CheckboxField>
);

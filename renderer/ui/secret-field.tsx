import type { ReactElement } from 'react';
import { useState } from 'react';
import { Eye, EyeOff } from 'lucide-react';
import { Input, Label, TextField } from 'react-aria-components/TextField';
import { ToggleButton } from 'react-aria-components/ToggleButton';

interface SecretFieldProps {
  readonly label: string;
  /** Gets what stands in the field after every change. The field itself keeps it and nothing else does. */
  readonly onChange: (text: string) => void;
  /** Names the button that shows what was typed. */
  readonly show: string;
}

/** Not a controlled field: what is typed never becomes a state of the window. */
export const SecretField = ({ label, onChange, show }: SecretFieldProps): ReactElement => {
  const [isShown, setShown] = useState(false);
  return (
    <TextField
      className="secret"
      type={isShown ? 'text' : 'password'}
      onChange={onChange}
      autoComplete="off"
      spellCheck="false"
    >
      <Label className="field-label">{label}</Label>
      <span className="secret-line">
        <Input className="field-input" />
        <ToggleButton
          className="button"
          data-kind="quiet"
          data-compact
          aria-label={show}
          isSelected={isShown}
          onChange={setShown}
        >
          {isShown ? <EyeOff size={16} aria-hidden /> : <Eye size={16} aria-hidden />}
        </ToggleButton>
      </span>
    </TextField>
  );
};

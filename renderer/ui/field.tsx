import type { ReactElement, Ref } from 'react';
import { Input, Label, Text, TextField } from 'react-aria-components/TextField';

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  readonly inputRef?: Ref<HTMLInputElement>;
}

export const Field = ({ label, value, onChange, hint, inputRef }: FieldProps): ReactElement => (
  <TextField value={value} onChange={onChange} autoComplete="off" spellCheck="false">
    <Label className="field-label">{label}</Label>
    <Input className="field-input" {...(inputRef === undefined ? {} : { ref: inputRef })} />
    {hint === undefined ? null : (
      <Text slot="description" className="field-hint">
        {hint}
      </Text>
    )}
  </TextField>
);

import type { ReactElement } from 'react';
import { Label, RadioButton, RadioField, RadioGroup } from 'react-aria-components/RadioGroup';

interface Choice<Value extends string> {
  readonly value: Value;
  readonly name: string;
  readonly hint?: string;
}

interface ChoicesProps<Value extends string> {
  readonly label: string;
  readonly choices: readonly Choice<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  /** Cards for a question of the step, segments for a small setting. */
  readonly look: 'cards' | 'segments';
}

export const Choices = <Value extends string>({
  label,
  choices,
  value,
  onChange,
  look,
}: ChoicesProps<Value>): ReactElement => (
  <RadioGroup
    className="choice-group"
    orientation="horizontal"
    value={value}
    onChange={(chosen) => {
      const choice = choices.find((candidate) => candidate.value === chosen);
      if (choice !== undefined) onChange(choice.value);
    }}
  >
    <Label className="label">{label}</Label>
    <div className={look === 'cards' ? 'choices' : 'segments'}>
      {choices.map((choice) => (
        <RadioField key={choice.value} value={choice.value}>
          {look === 'cards' ? (
            <Card choice={choice} />
          ) : (
            <RadioButton className="segment">{choice.name}</RadioButton>
          )}
        </RadioField>
      ))}
    </div>
  </RadioGroup>
);

const Card = ({ choice }: { readonly choice: Choice<string> }): ReactElement => (
  <RadioButton className="choice">
    <span className="choice-dot" />
    <span className="choice-words">
      <strong>{choice.name}</strong>{' '}
      {choice.hint === undefined ? null : <span className="soft">{choice.hint}</span>}
    </span>
  </RadioButton>
);

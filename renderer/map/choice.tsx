import type { ReactElement } from 'react';
import { ChevronDown } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components/Select';

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly { readonly id: Value; readonly name: string }[];
  readonly onChange: (value: Value) => void;
}

/** One of many, in a list that opens over the page. */
export const Choice = <Value extends string>({
  label,
  value,
  choices,
  onChange,
}: ChoiceProps<Value>): ReactElement => (
  <Select
    className="map-choice"
    value={value}
    onChange={(id) => {
      const chosen = choices.find((choice) => choice.id === id);
      if (chosen !== undefined) onChange(chosen.id);
    }}
  >
    <Label className="field-label">{label}</Label>
    <Button className="field-input map-choice-button">
      <SelectValue className="map-choice-name" />
      <ChevronDown size={16} strokeWidth={2} aria-hidden />
    </Button>
    <Popover className="language-list">
      <ListBox items={choices}>
        {({ id, name }) => (
          <ListBoxItem className="language-item" id={id} textValue={name}>
            {name}
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  </Select>
);

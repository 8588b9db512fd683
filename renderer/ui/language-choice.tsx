import type { ReactElement } from 'react';
import { ChevronDown, Languages } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components/Select';
import { languages } from '../../electron/core/text/index.ts';
import { useApp, useTexts } from '../store/react.tsx';

/** Rarely wanted, and then badly: so it is always there, and each language stands in its own words. */
export const LanguageChoice = (): ReactElement => {
  const texts = useTexts();
  const speak = useApp((state) => state.speak);
  const choices = Object.entries(languages).map(([id, each]) => ({ id, name: each.ownName, texts: each }));
  const now = choices.find((choice) => choice.texts === texts)?.id ?? null;
  return (
    <Select
      className="language"
      value={now}
      onChange={(id) => {
        if (typeof id === 'string') void speak(id);
      }}
    >
      <Label className="spoken">{texts.window.language}</Label>
      <Button className="language-button">
        <Languages size={16} strokeWidth={1.75} aria-hidden />
        <SelectValue className="language-name" />
        <ChevronDown size={14} strokeWidth={2} aria-hidden />
      </Button>
      <Popover className="language-list" placement="top start">
        <ListBox items={choices}>
          {({ id, name }) => (
            <ListBoxItem className="language-item" id={id} textValue={name}>
              <span lang={id}>{name}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
};

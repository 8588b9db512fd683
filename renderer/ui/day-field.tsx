import type { ReactElement } from 'react';
import { parseDate } from '@internationalized/date';
import { DateField, DateInput, DateSegment, Label, Text } from 'react-aria-components/DateField';

interface DayFieldProps {
  readonly label: string;
  /** ISO 8601, as 2026-10-01; undefined while it is not whole. */
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
  readonly hint?: string | undefined;
}

/** A day of the calendar, typed part by part in the order of the person's language. */
export const DayField = ({ label, value, onChange, hint }: DayFieldProps): ReactElement => (
  <DateField
    value={value === undefined ? null : parseDate(value)}
    onChange={(day) => onChange(day?.toString())}
    shouldForceLeadingZeros
  >
    <Label className="field-label">{label}</Label>
    <DateInput className="field-input day-input">
      {(segment) => <DateSegment segment={segment} className="day-part" />}
    </DateInput>
    {hint === undefined ? null : (
      <Text slot="description" className="field-hint">
        {hint}
      </Text>
    )}
  </DateField>
);

import { useState } from 'react';
import { Field, SelectField } from '../../components/fields.tsx';
import { Button } from '../../components/parts.tsx';
import { texts } from '../../components/texts.ts';
import type { ConnectionView } from '../../lib/messages.ts';
import { type Days, daysOf, isPeriod, PRESETS, presetOf } from './periods.ts';

const { reports, connections: words } = texts;

interface ReportFormProps {
  /** What the last report was about, or null. */
  readonly last: (Days & { readonly connectionId: string }) | null;
  readonly connections: readonly ConnectionView[];
  readonly isWorking: boolean;
  readonly onMake: (connectionId: string, days: Days) => void;
}

/** Which connection, and which days. */
export function ReportForm({ last, connections, isWorking, onMake }: ReportFormProps) {
  const today = new Date();
  const [days, setDays] = useState<Days>(() => last ?? daysOf('lastMonth', today));
  const [chosen, setChosen] = useState<string | null>(null);
  const [first] = connections;
  const named = connections.find(({ connection }) => connection.id === (chosen ?? last?.connectionId)) ?? first;
  const connectionId = named?.connection.id ?? '';
  const isRight = isPeriod(days);
  return (
    <div className="no-print report-form">
      {connections.length > 1 && (
        <SelectField
          label={words.which}
          none={null}
          value={connectionId}
          choices={connections.map(({ connection, name }) => ({ value: connection.id, label: name, unusable: null }))}
          onChange={setChosen}
        />
      )}
      <div className="report-fields">
        <SelectField
          label={reports.period}
          none={reports.presets.own}
          value={presetOf(days, today)}
          choices={PRESETS.map((value) => ({ value, label: reports.presets[value], unusable: null }))}
          onChange={(value) => {
            const preset = PRESETS.find((one) => one === value);
            if (preset !== undefined) setDays(daysOf(preset, today));
          }}
        />
        <DayField label={reports.from} value={days.from} onChange={(from) => setDays({ ...days, from })} />
        <DayField label={reports.to} value={days.to} onChange={(to) => setDays({ ...days, to })} />
      </div>
      {!isRight && (
        <p className="soft" role="alert">
          {reports.wrongDays}
        </p>
      )}
      <div>
        <Button
          look="primary"
          isBusy={isWorking || !isRight}
          onClick={() => onMake(connectionId, { from: days.from, to: days.to })}
        >
          {reports.make}
        </Button>
      </div>
    </div>
  );
}

interface DayFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function DayField({ label, value, onChange }: DayFieldProps) {
  return (
    <Field label={label}>
      {(ids) => <input {...ids} type="date" value={value} onChange={({ target }) => onChange(target.value)} />}
    </Field>
  );
}

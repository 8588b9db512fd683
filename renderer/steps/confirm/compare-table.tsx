import type { ReactElement } from 'react';
import type { Look } from '../../../electron/core/model/report.ts';
import { useTexts } from '../../store/react.tsx';
import { Group } from '../../ui/group.tsx';
import type { Tone } from '../../ui/icons.tsx';
import { Mark } from '../../ui/mark.tsx';
import { placeName } from '../../ui/place-name.ts';
import type { PlaceResult } from './compare.ts';
import { comparePlaces } from './compare.ts';

interface CompareTableProps {
  readonly before: Look;
  readonly after: Look;
}

export const CompareTable = ({ before, after }: CompareTableProps): ReactElement => {
  const texts = useTexts();
  const words = texts.window.confirm;
  return (
    <Group heading={words.compare} remark={words.compareHint}>
      <div className="card sheet">
        <table aria-label={words.compare}>
          <thead>
            <tr>
              <th scope="col">{words.place}</th>
              <th scope="col" className="number">
                {words.before} <LookTime at={before.takenAt} />
              </th>
              <th scope="col" className="number">
                {words.after} <LookTime at={after.takenAt} />
              </th>
              <th scope="col">{words.result}</th>
            </tr>
          </thead>
          <tbody>
            {comparePlaces(before, after).map((place) => (
              <tr key={place.table}>
                <th scope="row">{placeName(place.table, texts)}</th>
                <Signs signs={place.before} />
                <Signs signs={place.after} />
                <td>
                  <Result result={place.result} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Group>
  );
};

const LookTime = ({ at }: { readonly at: string }): ReactElement => {
  const words = useTexts().window;
  return (
    <time dateTime={at} className="look-time">
      {words.clock(new Date(at))}
    </time>
  );
};

const Signs = ({ signs }: { readonly signs: number | undefined }): ReactElement => {
  const words = useTexts().window;
  if (signs === undefined)
    return (
      <td className="number zero">
        <span aria-hidden>{words.confirm.noNumber}</span>
        <span className="spoken">{words.confirm.noNumberSpoken}</span>
      </td>
    );
  return <td className={signs === 0 ? 'number zero' : 'number'}>{words.number(signs)}</td>;
};

const Result = ({ result }: { readonly result: PlaceResult }): ReactElement => {
  const words = useTexts().window.confirm.results;
  const shown: Readonly<Record<PlaceResult['kind'], readonly [Tone, string]>> = {
    gone: ['ok', words.gone],
    nothing: ['idle', words.nothing],
    'nothing-now': ['ok', words.nothingNow],
    'could-not': ['unknown', words.couldNot],
    partly: ['unknown', words.partly],
    'not-here': ['idle', words.notHere],
    'left-over': ['warn', words.leftOver('signs' in result ? result.signs : 0)],
    'still-there': ['stop', words.stillThere('signs' in result ? result.signs : 0)],
  };
  const [tone, sentence] = shown[result.kind];
  return <Mark tone={tone}>{sentence}</Mark>;
};

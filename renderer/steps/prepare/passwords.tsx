import type { ReactElement } from 'react';
import { useEffect } from 'react';
import { KeyRound } from 'lucide-react';
import { productsAskingPassword } from '../../../electron/core/model/asking-password.ts';
import type { Report } from '../../../electron/core/model/report.ts';
import { useApp, useTexts } from '../../store/react.tsx';
import { Group } from '../../ui/group.tsx';
import { Mark } from '../../ui/mark.tsx';
import { SecretField } from '../../ui/secret-field.tsx';

/** Asked for once, right before it is needed. Going on without one is possible: then the uninstaller says no. */
export const Passwords = ({ report }: { readonly report: Report }): ReactElement | null => {
  const texts = useTexts();
  const words = texts.work.password;
  const given = useApp((state) => state.passwordsFor);
  const typePassword = useApp((state) => state.typePassword);
  const dropPasswords = useApp((state) => state.dropPasswords);
  // With the fields goes what stood in them.
  useEffect(() => dropPasswords, [dropPasswords]);
  const products = productsAskingPassword(report);
  if (products.length === 0) return null;
  const nameOf = (id: string): string =>
    report.detections.find(({ productId }) => productId === id)?.name ?? id;
  return (
    <Group heading={words.heading} note={words.lead}>
      <div className="card rows">
        {products.map((id) => (
          <div key={id} className="row">
            <KeyRound size={20} strokeWidth={1.75} aria-hidden />
            <div className="grow">
              <SecretField
                label={words.of(nameOf(id))}
                show={texts.labelled(words.show, nameOf(id))}
                onChange={(text) => typePassword(id, text)}
              />
            </div>
            <Mark tone={given.includes(id) ? 'ok' : 'idle'}>
              {given.includes(id) ? words.filledIn : words.missing}
            </Mark>
          </div>
        ))}
        <p className="row soft">{words.without}</p>
      </div>
    </Group>
  );
};

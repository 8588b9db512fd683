import type { ReactElement } from 'react';
import { Download } from 'lucide-react';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components/Menu';
import type { MapContent } from '../store/map.ts';
import { useApp, useTexts } from '../store/react.tsx';
import { Button } from '../ui/button.tsx';

const contents: readonly MapContent[] = ['html', 'csv', 'json', 'form', 'form-csv'];

/** What can be saved of the map. Main asks where. */
export const ExportMenu = (): ReactElement => {
  const words = useTexts().map.window;
  const isWaiting = useApp((state) => state.mapWaits);
  const saveMap = useApp((state) => state.saveMap);
  return (
    <MenuTrigger>
      <Button
        kind="primary"
        icon={<Download size={16} strokeWidth={2} aria-hidden />}
        busy={isWaiting ? words.saving : undefined}
      >
        {words.export}
      </Button>
      <Popover className="language-list" placement="top end">
        <Menu
          items={contents.map((id) => ({ id }))}
          onAction={(key) => {
            const content = contents.find((each) => each === key);
            if (content !== undefined) void saveMap(content);
          }}
        >
          {({ id }) => (
            <MenuItem className="language-item" id={id}>
              {words.exports[id]}
            </MenuItem>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
};

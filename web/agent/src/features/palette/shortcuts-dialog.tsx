import { Modal, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAllCommands, type Command } from '@/kit/commands';
import { Key } from '@/kit/key';
import { usePreference } from '@/kit/preference';
import classes from './palette.module.css';

function grouped(commands: Command[]): [string, Command[]][] {
  const groups = new Map<string, Command[]>();
  for (const command of commands) groups.set(command.group, [...(groups.get(command.group) ?? []), command]);
  return [...groups];
}

/** The keys that do something where one is. */
export function ShortcutsDialog({ opened, close }: { opened: boolean; close: () => void }) {
  const { t } = useTranslation();
  const [letters, setLetters] = usePreference('letters');
  const commands = useAllCommands().filter((command) => command.keys?.length);
  return (
    <Modal opened={opened} onClose={close} title={t('shortcuts.title')} size={640}>
      <div className={classes.groups}>
        {grouped(commands).map(([group, members]) => (
          <section key={group}>
            <h3>{group}</h3>
            <dl>
              {members.map((command) => (
                <div key={command.id}>
                  <dt>{command.label}</dt>
                  <dd>
                    {command.keys?.slice(0, 2).map((key) => <Key key={key} name={key} />)}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <div className={classes.switch}>
        <Switch
          label={t('shortcuts.letters')}
          description={t('shortcuts.letters_hint')}
          checked={letters === 'on'}
          onChange={(e) => { setLetters(e.currentTarget.checked ? 'on' : 'off'); }}
        />
      </div>
    </Modal>
  );
}

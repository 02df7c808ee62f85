import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import type { MassAct, MassSelection } from '@/api/types';
import { failed } from '@/kit/toast';
import { startMassAction } from './mass-actions';
import { MassProgress } from './progress';

/** Does one thing to many tickets on the server, and shows how far it is until it is closed. */
export function useMassAct() {
  const start = useMutation({
    mutationFn: ({ selection, act }: { selection: MassSelection; act: MassAct; what: string }) => startMassAction(selection, act),
    onSuccess: (action, { what }) => {
      notifications.show({
        id: `mass-${action.id}`,
        autoClose: false,
        withCloseButton: true,
        message: <MassProgress started={action} what={what} />,
      });
    },
    onError: failed,
  });
  return start.mutate;
}

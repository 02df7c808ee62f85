import { useMutation } from '@tanstack/react-query';
import { post } from '@/api/client';
import type { Session } from '@/api/types';
import { useWelcome } from './session';

interface Asked {
  options: string;
}

/** Whether this browser can speak WebAuthn in JSON. */
export const knowsPasskeys = () =>
  typeof PublicKeyCredential === 'function' && typeof PublicKeyCredential.parseRequestOptionsFromJSON === 'function';

async function answerTo(path: string): Promise<string | null> {
  const { options } = await post<Asked>(`${path}/challenge`, {});
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(options) as PublicKeyCredentialRequestOptionsJSON);
  try {
    const credential = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential | null;
    return credential && JSON.stringify(credential.toJSON());
  } catch {
    // The agent thought better of it, or the browser refused: nothing happened.
    return null;
  }
}

function useEnter(path: string) {
  const welcome = useWelcome();
  return useMutation({
    mutationFn: async () => {
      const credential = await answerTo(path);
      return credential ? post<Session>(path, { credential }) : null;
    },
    onSuccess: (session) => { if (session) welcome(session); },
  });
}

export const useEnterByPasskey = () => useEnter('/session/passkey');

export const useEnterByPasskeyAsSecond = () => useEnter('/session/second-step/passkey');

/** A new passkey of this device; null when the agent thought better of it. */
export async function makePasskey(password: string): Promise<string | null> {
  const { options } = await post<Asked>('/me/passkeys/challenge', { password });
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse(options) as PublicKeyCredentialCreationOptionsJSON);
  try {
    const credential = (await navigator.credentials.create({ publicKey })) as PublicKeyCredential | null;
    return credential && JSON.stringify(credential.toJSON());
  } catch {
    return null;
  }
}

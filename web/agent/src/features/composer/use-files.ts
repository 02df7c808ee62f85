import { useCallback, useEffect, useRef, useState } from 'react';
import { asProblem } from '@/api/problem';
import type { Attachment } from '@/api/types';
import { upload } from '@/api/upload';
import { randomKey } from '@/kit/random';
import { failed } from '@/kit/toast';

export interface Uploading {
  key: string;
  name: string;
  share: number;
  stop: () => void;
}

/** Files on their way to the server; each ends up in the draft or says why not. */
export function useFiles(arrived: (file: Attachment) => void) {
  const [uploading, setUploading] = useState<Uploading[]>([]);
  const deliver = useRef(arrived);
  useEffect(() => {
    deliver.current = arrived;
  });

  const add = useCallback((files: File[]) => {
    for (const file of files) {
      const key = randomKey();
      const abort = new AbortController();
      setUploading((all) => [...all, { key, name: file.name, share: 0, stop: () => { abort.abort(); } }]);
      const progress = (share: number) => { setUploading((all) => all.map((one) => (one.key === key ? { ...one, share } : one))); };
      upload(file, progress, abort.signal)
        .then((attachment) => { deliver.current(attachment); })
        .catch((error: unknown) => {
          if (asProblem(error).code !== 'cancelled') failed(error);
        })
        .finally(() => { setUploading((all) => all.filter((one) => one.key !== key)); });
    }
  }, []);

  return { uploading, add };
}

import { csrfToken, pathOf } from './client';
import { asProblem, Problem } from './problem';
import type { Attachment } from './types';

/** Sends one file as the body of the request; XMLHttpRequest, because fetch can't tell how far an upload is. */
export async function upload(file: File, progress: (share: number) => void, signal: AbortSignal): Promise<Attachment> {
  try {
    return await send(file, progress, signal);
  } catch (error) {
    // The token changed under our hands: see client.ts.
    if (asProblem(error).status !== 403) throw error;
    return send(file, progress, signal);
  }
}

function send(file: File, progress: (share: number) => void, signal: AbortSignal): Promise<Attachment> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', pathOf('/attachments'));
    request.setRequestHeader('Content-Type', file.type || 'application/octet-stream');
    request.setRequestHeader('X-Filename', encodeURIComponent(file.name));
    request.setRequestHeader('X-XSRF-TOKEN', decodeURIComponent(csrfToken()));
    request.upload.onprogress = (e) => {
      if (e.lengthComputable) progress(e.loaded / e.total);
    };
    request.onload = () => {
      if (request.status === 201) resolve(JSON.parse(request.responseText) as Attachment);
      else reject(new Problem(request.status, String(request.status), detailOf(request.responseText)));
    };
    request.onerror = () => { reject(new Problem(0, 'offline', '')); };
    request.onabort = () => { reject(new Problem(0, 'cancelled', '')); };
    signal.addEventListener('abort', () => { request.abort(); });
    request.send(file);
  });
}

function detailOf(body: string) {
  try {
    return (JSON.parse(body) as { detail?: string }).detail ?? '';
  } catch {
    return '';
  }
}

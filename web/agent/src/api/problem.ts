export interface FieldError {
  pointer: string;
  message: string;
}

/** What went wrong, as the server tells it (RFC 9457), or `offline` when no answer came. */
export class Problem extends Error {
  readonly status: number;
  /** The last segment of the problem's type: a documented slug. */
  readonly code: string;
  readonly errors: FieldError[];

  constructor(status: number, code: string, detail: string, errors: FieldError[] = []) {
    super(detail);
    this.name = 'Problem';
    this.status = status;
    this.code = code;
    this.errors = errors;
  }

  get offline() {
    return this.status === 0;
  }

  get stale() {
    return this.status === 412;
  }

  /** The message for one field of a form, by its name. */
  of(field: string) {
    return this.errors.find((e) => e.pointer.replace(/^[#/]+/, '') === field)?.message;
  }
}

export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  return new Problem(-1, 'unexpected', error instanceof Error ? error.message : '');
}

export async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null);
  const told = (body ?? {}) as { type?: string; title?: string; detail?: string; errors?: FieldError[] };
  const code = told.type?.split('/').pop()?.split(':').pop() ?? String(response.status);
  return new Problem(response.status, code, told.detail ?? told.title ?? '', told.errors ?? []);
}

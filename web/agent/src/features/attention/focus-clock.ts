/** Without a key, a pointer or a wheel for so long nobody is there. */
const IDLE_MS = 60_000;
/** A longer gap between two ticks is a sleeping machine or a page put on ice, not attention. */
const GAP_MS = 5_000;

/**
 * Counts the time an agent really looks: the page visible and used within the last minute. Measured by a clock that only goes forward
 * (`performance.now`), so that setting the machine's clock changes nothing.
 */
export class FocusClock {
  private ms = 0;
  private last: number;
  private used: number;
  private readonly now: () => number;

  constructor(now: () => number = () => performance.now()) {
    this.now = now;
    this.last = now();
    this.used = this.last;
  }

  /** The agent did something. */
  touch() {
    this.used = this.now();
  }

  /** Called every second or so, with whether the page can be seen. */
  tick(visible: boolean) {
    const now = this.now();
    const passed = now - this.last;
    this.last = now;
    if (visible && passed > 0 && passed <= GAP_MS && now - this.used < IDLE_MS) this.ms += passed;
  }

  /** Whole seconds since the last time they were taken; the rest is kept for the next. */
  take(): number {
    const seconds = Math.floor(this.ms / 1000);
    this.ms -= seconds * 1000;
    return seconds;
  }
}

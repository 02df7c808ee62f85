import { describe, expect, it } from 'vitest';
import { FocusClock } from './focus-clock';

function watched() {
  let time = 0;
  const clock = new FocusClock(() => time);
  const pass = (seconds: number, visible = true) => {
    for (let i = 0; i < seconds; i++) {
      time += 1000;
      clock.tick(visible);
    }
  };
  return { clock, pass, jump: (ms: number) => { time += ms; } };
}

describe('the focus clock', () => {
  it('counts while the page is seen and used', () => {
    const { clock, pass } = watched();
    pass(15);
    expect(clock.take()).toBe(15);
    expect(clock.take()).toBe(0);
  });

  it('stops a minute after the last key or pointer and goes on with the next', () => {
    const { clock, pass } = watched();
    pass(300);
    expect(clock.take()).toBe(59);
    clock.touch();
    pass(10);
    expect(clock.take()).toBe(10);
  });

  it('does not count a hidden page', () => {
    const { clock, pass } = watched();
    pass(20, false);
    expect(clock.take()).toBe(0);
  });

  it('does not count a machine asleep, nor a clock put forward or back', () => {
    const { clock, pass, jump } = watched();
    pass(3);
    jump(3_600_000);
    clock.touch();
    pass(2);
    expect(clock.take()).toBe(4);
    jump(-7_200_000);
    clock.touch();
    pass(2);
    expect(clock.take()).toBe(1);
  });

  it('keeps the parts of seconds', () => {
    const { clock, jump } = watched();
    for (let i = 0; i < 5; i++) {
      jump(700);
      clock.tick(true);
    }
    expect(clock.take()).toBe(3);
    jump(700);
    clock.tick(true);
    expect(clock.take()).toBe(1);
  });
});

import { cleanup, render } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { plainBody, PlainText, RichText } from './rich-text';

afterEach(cleanup);

const drawn = (html: string) => {
  const body = plainBody(html);
  return body && render(<RichText body={body} />).container.innerHTML;
};

describe('HTML that is plain enough', () => {
  it('is drawn in our own type', () => {
    expect(drawn('<p>Hello <b>Omar</b></p>')).toContain('<p>Hello <b>Omar</b></p>');
  });

  it('opens its links elsewhere, and only safe ones', () => {
    expect(drawn('<a href="https://example.com">x</a>')).toContain('rel="noopener noreferrer"');
    expect(drawn('<a href="javascript:alert(1)">x</a>')).toContain('<a>x</a>');
  });

  it('keeps no attribute it came with', () => {
    expect(drawn('<p onclick="steal()" class="x" id="root">hi</p>')).toContain('<p>hi</p>');
  });

  it('may show our own images', () => {
    expect(drawn('<img src="/api/v1/attachments/1" alt="cat">')).toContain('src="/api/v1/attachments/1"');
  });
});

describe('HTML with a look of its own', () => {
  it.each(['<table><tr><td>x</td></tr></table>', '<p style="color: red">x</p>', '<script>x</script>', '<img data-remote-src="https://x">', '<font color="red">x</font>'])(
    'is left to a frame: %s',
    (html) => {
      expect(plainBody(html)).toBeNull();
    },
  );
});

it('makes the addresses in plain text links, without the full stop behind', () => {
  const { container } = render(<PlainText text={'See https://example.com/a?b=1. Thanks'} />);
  expect(container.querySelector('a')?.getAttribute('href')).toBe('https://example.com/a?b=1');
});

import { TagsInput, type TagsInputProps } from '@mantine/core';
import { useRef, useState } from 'react';

interface Props extends Omit<TagsInputProps, 'value' | 'onChange' | 'searchValue'> {
  value: string[];
  change: (words: string[]) => void;
}

/** Several words, each a chip. What is being typed counts already: nobody has to press Enter before they save. */
export function WordsInput({ value, change, onSearchChange, ...rest }: Props) {
  const [typed, setTyped] = useState('');
  // A word that has just become a chip empties the field: that takes nothing away.
  const taken = useRef(false);
  const word = typed.trim();
  const chips = word && value.at(-1) === word ? value.slice(0, -1) : value;
  return (
    <TagsInput
      {...rest}
      value={chips}
      searchValue={typed}
      onSearchChange={(next) => {
        setTyped(next);
        onSearchChange?.(next);
        if (next === typed) return;
        const fresh = next.trim();
        if (fresh) taken.current = false;
        if (!taken.current) change(fresh && !chips.includes(fresh) ? [...chips, fresh] : chips);
      }}
      onChange={(next) => {
        taken.current = true;
        setTyped('');
        change(next);
      }}
      acceptValueOnBlur
    />
  );
}

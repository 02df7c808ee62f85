import { Autocomplete } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { customersQuery } from './customers';

const PAUSE_MS = 200;
const OFFERED = 6;

interface Props {
  label: string;
  email: string;
  change: (email: string) => void;
  /** A customer who is known already. */
  choose: (email: string, name: string) => void;
  error?: string | null | undefined;
}

/** An address, or a name that leads to one: whoever is known is offered while one types. */
export function CustomerField({ label, email, change, choose, error }: Props) {
  const [asked] = useDebouncedValue(email.trim(), PAUSE_MS);
  const { data } = useInfiniteQuery({ ...customersQuery({ q: asked }), enabled: asked.length > 1, placeholderData: keepPreviousData });
  const known = asked ? (data?.pages[0]?.items ?? []).filter((customer) => customer.email).slice(0, OFFERED) : [];
  return (
    <Autocomplete
      label={label}
      type="email"
      value={email}
      onChange={change}
      onOptionSubmit={(value) => {
        const customer = known.find((one) => one.email === value);
        if (customer) choose(value, customer.name);
      }}
      data={known.map((customer) => customer.email ?? '')}
      // What the server found is what is offered: it knows the names, the field only the addresses.
      filter={({ options }) => options}
      renderOption={({ option }) => {
        const customer = known.find((one) => one.email === option.value);
        return (
          <span>
            {customer?.name} <span style={{ color: 'var(--text-faint)' }}>{option.value}</span>
          </span>
        );
      }}
      error={error}
      autoComplete="off"
      data-autofocus
    />
  );
}

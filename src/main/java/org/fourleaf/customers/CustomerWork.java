package org.fourleaf.customers;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is left to do after a merge or an erasure. @param addresses and names of an erased one, to be looked for @param into none for an erasure @param askedBy the agent, if one did */
record CustomerWork(
        UUID customer,
        @Nullable UUID into,
        List<String> addresses,
        List<String> names,
        @Nullable UUID askedBy) {}

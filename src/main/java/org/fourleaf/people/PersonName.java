package org.fourleaf.people;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An agent or customer as others' records name them. @param email none for a customer without an address */
public record PersonName(UUID id, @Nullable String email, String name) {}

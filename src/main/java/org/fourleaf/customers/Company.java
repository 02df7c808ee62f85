package org.fourleaf.customers;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A company customers work for. */
public record Company(UUID id, String name, @Nullable String notes, long version) {}

package org.fourleaf.people;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who gets the open tickets of an agent who goes. @param to none for nobody */
public record Handover(@Nullable UUID to) {}

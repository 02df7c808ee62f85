package org.fourleaf.tickets;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is left to do after a tag was merged or deleted. @param into what its tickets wear instead; none for nothing */
record TagWork(UUID tag, @Nullable UUID into) {}

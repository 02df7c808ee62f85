package org.fourleaf.people;

import org.jspecify.annotations.Nullable;

/** Who opens a workspace. @param passwordHash none for an owner who comes in by token only */
record FirstOwner(String name, String email, @Nullable String passwordHash) {}

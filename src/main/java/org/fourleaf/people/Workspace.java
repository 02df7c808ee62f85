package org.fourleaf.people;

import java.util.UUID;

/** One company's desk: the tenant. @param demo a demonstration, filled with invented tickets, that can be removed */
public record Workspace(UUID id, String name, String timeZone, String language, boolean demo) {}

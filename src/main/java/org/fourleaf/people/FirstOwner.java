package org.fourleaf.people;

/** Who opens a workspace. */
public record FirstOwner(String name, String email) {}

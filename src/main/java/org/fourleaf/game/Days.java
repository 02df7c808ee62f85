package org.fourleaf.game;

import java.time.LocalDate;

/** The days from one to another, that one not in it. */
public record Days(LocalDate from, LocalDate to) {

    /** Before any desk. */
    public static final LocalDate BEGINNING = LocalDate.of(2000, 1, 1);
}

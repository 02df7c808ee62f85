package org.fourleaf.calendars;

import java.time.LocalDate;

/** A day nobody works. @param yearly on this day of every year; 29 February in leap years only */
public record Holiday(LocalDate date, String name, boolean yearly) {}

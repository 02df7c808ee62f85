package org.fourleaf.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** When somebody was at work: their days of the past weeks with all pauses, holidays and days of illness taken out. */
final class Rota {

    private static final double ILL = 0.025;
    private static final double HOLIDAY_WEEK = 0.5;
    private static final int SHORT_PAUSES_MAX = 4;

    /** One day at work. */
    record Day(Instant from, Instant to, List<Pause> pauses) {}

    record Pause(Instant from, Instant to, String reason) {}

    private final List<Day> days = new ArrayList<>();

    static Rota of(Company.Colleague who, List<Company.PauseReason> reasons, Instant from, Instant to, Chance chance) {
        Rota rota = new Rota();
        LocalDate first = from.atZone(who.shift().timeZone()).toLocalDate();
        LocalDate last = to.atZone(who.shift().timeZone()).toLocalDate();
        long length = Duration.between(from, to).toDays();
        LocalDate away =
                chance.happens(HOLIDAY_WEEK) ? first.plusDays(chance.from(0, (int) length)) : last.plusYears(1);
        for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
            boolean onHoliday = !date.isBefore(away) && date.isBefore(away.plusDays(7));
            boolean isIll = chance.happens(ILL);
            if (who.shift().days().contains(name(date.getDayOfWeek())) && !onHoliday && !isIll) {
                rota.days.add(day(who, reasons, date, chance));
            }
        }
        return rota;
    }

    List<Day> days() {
        return days;
    }

    /** At work and not at pause. */
    boolean isOnline(Instant at) {
        return at.equals(next(at));
    }

    /** The first moment from then on at which somebody could take up work; none in these weeks. */
    @Nullable
    Instant next(Instant from) {
        for (Day day : days) {
            if (from.isBefore(day.to)) {
                Instant at = from.isBefore(day.from) ? day.from : from;
                for (Pause pause : day.pauses) {
                    if (!at.isBefore(pause.from) && at.isBefore(pause.to)) {
                        at = pause.to;
                    }
                }
                if (at.isBefore(day.to)) {
                    return at;
                }
            }
        }
        return null;
    }

    private static Day day(Company.Colleague who, List<Company.PauseReason> reasons, LocalDate date, Chance chance) {
        ZonedDateTime start =
                date.atTime(who.shift().start()).atZone(who.shift().timeZone());
        Instant from = start.toInstant().plus(chance.seconds(-600, 700));
        Instant to = date.atTime(who.shift().end())
                .atZone(who.shift().timeZone())
                .toInstant()
                .plus(chance.seconds(-900, 1_500));
        List<Pause> pauses = new ArrayList<>();
        long length = Duration.between(from, to).toSeconds();
        pauses.add(pause(reasons.getFirst(), from.plusSeconds((long) (length * chance.between(0.42, 0.55))), chance));
        int more = (int) Math.round(who.temperament().pauses() * chance.from(1, SHORT_PAUSES_MAX));
        for (int i = 0; i < more; i++) {
            Instant at = from.plusSeconds((long) (length * chance.between(0.1, 0.85)));
            pauses.add(pause(chance.of(reasons.subList(1, reasons.size())), at, chance));
        }
        return new Day(from, to, apart(pauses, to));
    }

    private static Pause pause(Company.PauseReason reason, Instant from, Chance chance) {
        int seconds =
                chance.from(reason.minutes().least() * 60, reason.minutes().most() * 60);
        return new Pause(from, from.plusSeconds(seconds), reason.key());
    }

    /** In order, those left out that would begin before the last one ended or end after the shift. */
    private static List<Pause> apart(List<Pause> pauses, Instant end) {
        List<Pause> apart = new ArrayList<>();
        pauses.sort(Comparator.comparing(Pause::from));
        for (Pause pause : pauses) {
            boolean fits = apart.isEmpty() || pause.from.isAfter(apart.getLast().to);
            if (fits && pause.to.isBefore(end)) {
                apart.add(pause);
            }
        }
        return apart;
    }

    private static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH).toLowerCase(Locale.ROOT);
    }
}

package org.fourleaf.demo;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The invented company as its files tell it. */
record Company(
        Staff staff,
        List<Client> clients,
        Map<String, List<Script>> scripts,
        Map<String, List<String>> notes,
        List<PauseReason> pauses) {

    record Staff(String domain, List<Section> departments, List<Colleague> agents, Map<String, Format> formats) {}

    record Section(String key, String name, String mailbox, String description) {}

    record Colleague(
            String key,
            String name,
            String alias,
            String email,
            String role,
            List<String> languages,
            List<Place> departments,
            List<String> skills,
            Shift shift,
            Temperament temperament) {

        /** Not one who only reads there. */
        boolean solvesIn(String department) {
            return departments.stream()
                    .anyMatch(place -> place.department.equals(department) && !place.role.equals("reader"));
        }
    }

    record Place(String department, String role) {}

    record Shift(ZoneId timeZone, LocalTime start, LocalTime end, List<String> days) {}

    /** Each from 0 to 1. */
    record Temperament(double speed, double thoroughness, double pauses, double mistakes) {}

    record Format(String date, String amount, String locale) {}

    record Client(
            String key,
            String name,
            String addressedAs,
            String email,
            String language,
            String gender,
            ZoneId timeZone,
            @Nullable String phone,
            @Nullable String company,
            List<String> groups) {}

    record PauseReason(String key, Minutes minutes) {}

    record Minutes(int least, int most) {}
}

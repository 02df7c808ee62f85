package org.fourleaf.mailreading;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/** Dates of mail headers, in RFC 5322 form and in what is sent instead; null when no date can be made out. */
final class MailDates {
    private static final int CHARS_MAX = 200;
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Map<String, Integer> ZONE_HOURS = Map.ofEntries(
            Map.entry("ut", 0),
            Map.entry("utc", 0),
            Map.entry("gmt", 0),
            Map.entry("z", 0),
            Map.entry("bst", 1),
            Map.entry("cet", 1),
            Map.entry("cest", 2),
            Map.entry("eet", 2),
            Map.entry("eest", 3),
            Map.entry("msk", 3),
            Map.entry("est", -5),
            Map.entry("edt", -4),
            Map.entry("cst", -6),
            Map.entry("cdt", -5),
            Map.entry("mst", -7),
            Map.entry("mdt", -6),
            Map.entry("pst", -8),
            Map.entry("pdt", -7),
            Map.entry("jst", 9),
            Map.entry("kst", 9));

    private int day = -1;
    private int month = -1;
    private int year = -1;
    private int secondOfDay;
    private int offsetSeconds;

    private MailDates() {}

    static @Nullable Instant parse(@Nullable String header) {
        if (header == null || header.length() > CHARS_MAX) {
            return null;
        }
        String text = header.replaceAll("\\([^)]*\\)", " ").strip();
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException notIso) {
            return new MailDates().read(text);
        }
    }

    private @Nullable Instant read(String text) {
        StringTokenizer tokens = new StringTokenizer(text.toLowerCase(Locale.ROOT), " ,\t\r\n\"");
        boolean timeSeen = false;
        while (tokens.hasMoreTokens()) {
            String token = tokens.nextToken();
            if (token.indexOf(':') > 0 && !timeSeen) {
                timeSeen = time(token);
            } else if (timeSeen && (token.startsWith("+") || token.startsWith("-"))) {
                offset(token);
            } else if (ZONE_HOURS.containsKey(token)) {
                offsetSeconds = ZONE_HOURS.getOrDefault(token, 0) * 3600;
            } else {
                calendar(token);
            }
        }
        return instant();
    }

    private @Nullable Instant instant() {
        if (day < 0 || month < 0 || year < 0) {
            return null;
        }
        int fullYear = year >= 1000 ? year : year < 50 ? 2000 + year : 1900 + year;
        try {
            return LocalDateTime.of(fullYear, month, day, 0, 0)
                    .plusSeconds(secondOfDay)
                    .minusSeconds(offsetSeconds)
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private boolean time(String token) {
        String[] parts = token.split(":", -1);
        int seconds = 0;
        for (int i = 0; i < 3; i++) {
            String digits = i < parts.length ? parts[i].replaceAll("\\D.*", "") : "0";
            if (digits.isEmpty() || digits.length() > 2) {
                return false;
            }
            seconds = seconds * 60 + Integer.parseInt(digits);
        }
        secondOfDay = Math.min(seconds, 24 * 3600);
        return true;
    }

    private void offset(String token) {
        String digits = token.substring(1).replace(":", "");
        if (digits.matches("\\d{4}")) {
            int seconds = Integer.parseInt(digits.substring(0, 2)) * 3600 + Integer.parseInt(digits.substring(2)) * 60;
            if (seconds <= 18 * 3600) {
                offsetSeconds = token.startsWith("-") ? -seconds : seconds;
            }
        }
    }

    private void calendar(String token) {
        if (token.matches("\\d{1,4}[-/.]\\w{1,9}[-/.]\\d{1,4}")) {
            for (String part : token.split("[-/.]", -1)) {
                calendar(part);
            }
            return;
        }
        int name = token.length() < 3 ? -1 : MONTHS.indexOf(token.substring(0, 3));
        if (name >= 0) {
            month = name + 1;
        } else if (token.matches("\\d{1,4}")) {
            number(Integer.parseInt(token), token.length());
        }
    }

    private void number(int value, int digits) {
        if (digits >= 3) {
            year = value;
        } else if (year >= 0 && month < 0) {
            month = value;
        } else if (day < 0) {
            day = value;
        } else if (month < 0 && value <= 12) {
            month = value;
        } else if (year < 0) {
            year = value;
        }
    }
}

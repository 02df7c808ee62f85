package org.fourleaf.demo;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Fills a script's placeholders for one customer: the same order number all through one conversation, dates in their way. */
final class Filling {

    private final Company.Format format;
    private final Company.Client client;
    private final String order;
    private final String tracking;
    private final String amount;
    private final int daysAhead;

    Filling(Company.Format format, Company.Client client, Chance chance) {
        this.format = format;
        this.client = client;
        order = "AS-" + chance.from(20_000, 99_999);
        tracking = "AL" + chance.from(100_000_000, 999_999_999);
        Locale locale = Locale.forLanguageTag(format.locale());
        amount = new DecimalFormat(format.amount(), DecimalFormatSymbols.getInstance(locale))
                .format(chance.from(490, 24_900) / 100.0);
        daysAhead = chance.from(1, 4);
    }

    /** @param agent the name customers see, empty in their own words */
    String fill(String text, String agent, Instant at) {
        if (text.indexOf('{') < 0) {
            return text;
        }
        return text.replace("{customer}", client.addressedAs())
                .replace("{customer_name}", client.name())
                .replace("{agent}", agent)
                .replace("{order}", order)
                .replace("{tracking}", tracking)
                .replace("{amount}", amount)
                .replace("{date}", date(at));
    }

    private String date(Instant at) {
        LocalDate date = at.atZone(client.timeZone()).toLocalDate();
        for (int left = daysAhead; left > 0; ) {
            date = date.plusDays(1);
            if (date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY) {
                left--;
            }
        }
        return DateTimeFormatter.ofPattern(format.date(), Locale.forLanguageTag(format.locale()))
                .format(date);
    }
}

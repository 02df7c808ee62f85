package org.fourleaf.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Eight weeks of customers writing: who, when and what about. More on Mondays and in the mornings, fewer at night and on Sundays. */
final class Season {

    static final Duration LENGTH = Duration.ofDays(56);

    private static final double ARRIVALS_A_DAY = 78;
    /** Monday first. */
    private static final double[] WEEKDAY = {1.25, 1.1, 1.05, 1.0, 0.9, 0.55, 0.4};
    /** By hour of the customer's day. */
    private static final double[] HOUR = {
        0.3, 0.15, 0.1, 0.1, 0.1, 0.3, 0.8, 2, 4, 6, 6.5, 6, 5, 5, 5.5, 5, 4.5, 4, 3.5, 3.5, 4, 3.5, 2, 0.9
    };
    /** Speakers of en, lt, el and zh. */
    private static final double[] LANGUAGE = {0.37, 0.32, 0.17, 0.14};
    /** What never got an answer can only have come now. */
    private static final Duration UNANSWERED_MAX = Duration.ofHours(40);

    private static final int LIVE_COPIES = 3;
    private static final int DRAWS_MAX = 40;

    /** One customer comes with one script. */
    record Arrival(Instant at, Script script, Company.Client client, Chance chance) {}

    private final Company company;
    private final Instant now;
    private final Chance chance;
    private final Map<String, Deque<Script>> decks = new HashMap<>();

    Season(Company company, Instant now, Chance chance) {
        this.company = company;
        this.now = now;
        this.chance = chance;
    }

    List<Arrival> arrivals() {
        List<Arrival> arrivals = new ArrayList<>();
        LocalDate last = LocalDate.ofInstant(now, ZoneOffset.UTC);
        long days = LENGTH.toDays();
        for (long i = days; i >= 0; i--) {
            LocalDate date = last.minusDays(i);
            DayOfWeek weekday = date.getDayOfWeek();
            double growth = 0.9 + 0.2 * (days - i) / days;
            long count =
                    Math.round(ARRIVALS_A_DAY * WEEKDAY[weekday.getValue() - 1] * growth * chance.between(0.82, 1.18));
            for (long n = 0; n < count; n++) {
                Arrival arrival = arrival(date);
                if (arrival != null && arrival.at.isBefore(now)) {
                    arrivals.add(arrival);
                }
            }
        }
        arrivals.sort(Comparator.comparing(Arrival::at));
        return arrivals;
    }

    private @Nullable Arrival arrival(LocalDate date) {
        String language = CompanyReading.LANGUAGES.get(chance.weighted(LANGUAGE));
        List<Company.Client> speakers = company.clients().stream()
                .filter(client -> client.language().equals(language))
                .toList();
        Company.Client someone = chance.of(speakers);
        Instant at = date.atTime(LocalTime.of(chance.weighted(HOUR), chance.from(0, 59), chance.from(0, 59)))
                .atZone(someone.timeZone())
                .toInstant();
        for (int draw = 0; draw < DRAWS_MAX; draw++) {
            Script script = next(language);
            boolean lasting = script.isAnswered() || script.isSpam() || script.isMissedCall();
            if (lasting || at.isAfter(now.minus(UNANSWERED_MAX))) {
                return new Arrival(at, script, client(script, speakers, someone), chance.apart());
            }
        }
        return null;
    }

    /** The one who was to write, or somebody the script suits better. */
    private Company.Client client(Script script, List<Company.Client> speakers, Company.Client someone) {
        List<Company.Client> fitting = speakers.stream()
                .filter(client -> script.customer().gender() == null
                        || client.gender().equals(script.customer().gender()))
                .filter(client -> script.customer().business() == (client.company() != null))
                .toList();
        return fitting.isEmpty() || fitting.contains(someone) ? someone : chance.of(fitting);
    }

    /** Like cards: every script once before any comes again, chats and calls more often. */
    private Script next(String language) {
        Deque<Script> deck = decks.computeIfAbsent(language, ignored -> new ArrayDeque<>());
        if (deck.isEmpty()) {
            List<Script> cards =
                    new ArrayList<>(Objects.requireNonNull(company.scripts().get(language)).stream()
                            .flatMap(script -> Stream.generate(() -> script)
                                    .limit(script.is("chat") || script.is("call") ? LIVE_COPIES : 1))
                            .toList());
            chance.shuffle(cards);
            deck.addAll(cards);
        }
        return deck.pop();
    }
}

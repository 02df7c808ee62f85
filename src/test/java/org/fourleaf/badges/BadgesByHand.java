package org.fourleaf.badges;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.fourleaf.game.Bygone;
import org.fourleaf.game.Bygone.Act;
import org.jspecify.annotations.Nullable;

/** Who holds which of the fifteen badges, told from all activities one by one and slowly, by what the page on the game says. */
final class BadgesByHand {

    /** An agent's figure. */
    record Standing(String agent, double value, long sample, Instant last) {}

    private final List<Act> acts;
    private final Map<String, String> ids;
    private final boolean gently;

    /** @param ids of the agents who compete, by address @param gently as the preset kind */
    BadgesByHand(List<Act> acts, Map<String, String> ids, boolean gently) {
        this.acts = acts.stream()
                .filter(act -> act.at().isBefore(Instant.now()))
                .sorted(Comparator.comparing(Act::at))
                .toList();
        this.ids = ids;
        this.gently = gently;
    }

    /** In their order; the first holds it. */
    List<Standing> ranking(String badge, LocalDate evaluation) {
        int days = switch (badge) {
            case "traffic-controller", "siesta", "rebel", "rewarded", "coffee", "tagger", "hard-working", "cleaner" ->
                7;
            default -> 1;
        };
        Instant from = evaluation.minusDays(days).atStartOfDay(Bygone.VILNIUS).toInstant();
        Instant to = evaluation.atStartOfDay(Bygone.VILNIUS).toInstant();
        boolean least = badge.equals("speedy-gonzales") || badge.equals("express");
        List<Standing> standings = new ArrayList<>();
        for (String agent : ids.keySet()) {
            Standing standing = standing(badge, agent, from, to);
            if (standing != null && (least || standing.value > 0) && passes(badge, agent, from, to)) {
                standings.add(standing);
            }
        }
        Comparator<Standing> byValue = Comparator.comparingDouble(Standing::value);
        standings.sort((least ? byValue : byValue.reversed())
                .thenComparing(Standing::last)
                .thenComparing(standing -> Objects.requireNonNull(ids.get(standing.agent))));
        return standings;
    }

    private @Nullable Standing standing(String badge, String agent, Instant from, Instant to) {
        return switch (badge) {
            case "traffic-controller" -> count(agent, of(agent, "ticket.transferred", from, to));
            case "siesta" -> time(agent, "paused", from, to);
            case "rebel" -> count(agent, rated(agent, "rebuke", from, to));
            case "rewarded" -> count(agent, rated(agent, "reward", from, to));
            case "inspector", "express" -> mean(agent, of(agent, "ticket.viewed", from, to));
            case "speedy-gonzales" -> mean(agent, of(agent, "chat.accepted", from, to));
            case "coffee" ->
                count(
                        agent,
                        of(agent, "presence.changed", from, to).stream()
                                .filter(act -> "paused".equals(act.text("state")))
                                .toList());
            case "novelist" -> longest(agent, of(agent, "message.sent", from, to), act -> act.number("length"));
            case "tagger" -> {
                List<Act> tagged = of(agent, "ticket.tagged", from, to);
                Set<String> tickets = new HashSet<>();
                tagged.forEach(act -> tickets.add(String.valueOf(act.text("ticket"))));
                yield tagged.isEmpty()
                        ? null
                        : new Standing(
                                agent,
                                tickets.size(),
                                tickets.size(),
                                tagged.getLast().at());
            }
            case "hard-working" -> time(agent, "online", from, to);
            case "chatty" -> longest(agent, of(agent, "chat.ended", from, to), act -> act.number("messages"));
            case "cleaner" -> count(agent, of(agent, "ticket.resolved|ticket.deleted", from, to));
            case "talkative" -> longest(agent, of(agent, "call.ended", from, to), act -> act.number("talk"));
            default -> throw new IllegalArgumentException(badge);
        };
    }

    private boolean passes(String badge, String agent, Instant from, Instant to) {
        if (gently && badge.equals("express")) {
            List<Act> answered = of(agent, "survey.answered", from, to);
            return answered.isEmpty()
                    || answered.stream()
                                    .mapToLong(act -> act.number("csat"))
                                    .average()
                                    .orElseThrow()
                            >= 4;
        }
        if (gently && badge.equals("cleaner")) {
            double resolved = of(agent, "ticket.resolved", from, to).size();
            return resolved == 0 || of(agent, "ticket.reopened", from, to).size() / resolved * 100 <= 10;
        }
        return true;
    }

    private List<Act> of(String agent, String kinds, Instant from, Instant to) {
        return acts.stream()
                .filter(act -> act.is(kinds) && agent.equals(act.agent()))
                .filter(act -> !act.at().isBefore(from) && act.at().isBefore(to))
                .toList();
    }

    private static @Nullable Standing count(String agent, List<Act> these) {
        return these.isEmpty()
                ? null
                : new Standing(
                        agent, these.size(), these.size(), these.getLast().at());
    }

    private @Nullable Standing mean(String agent, List<Act> these) {
        return these.size() < (gently ? 5 : 1)
                ? null
                : new Standing(
                        agent,
                        (double) these.stream()
                                        .mapToLong(act -> act.number("seconds"))
                                        .sum()
                                / these.size(),
                        these.size(),
                        these.getLast().at());
    }

    /** The one that is the longest counts: the first that was. */
    private static @Nullable Standing longest(String agent, List<Act> these, ToLongFunction<Act> number) {
        Standing longest = null;
        for (Act act : these) {
            if (longest == null || number.applyAsLong(act) > longest.value) {
                longest = new Standing(agent, number.applyAsLong(act), these.size(), act.at());
            }
        }
        return longest;
    }

    /** A word takes back the last rating of its ticket, agent and kind that still stands. */
    private List<Act> rated(String agent, String rating, Instant from, Instant to) {
        Map<String, List<Act>> standing = new HashMap<>();
        for (Act act : acts) {
            if (act.is("rating.given|rating.invalidated")) {
                List<Act> these =
                        standing.computeIfAbsent(String.valueOf(act.text("ticket")), made -> new ArrayList<>());
                if (act.is("rating.given")) {
                    these.add(act);
                } else {
                    for (int i = these.size() - 1; i >= 0; i--) {
                        if (these.get(i).agent().equals(act.agent())
                                && Objects.equals(these.get(i).text("rating"), act.text("rating"))) {
                            these.remove(i);
                            break;
                        }
                    }
                }
            }
        }
        return standing.values().stream()
                .flatMap(List::stream)
                .filter(act -> agent.equals(act.agent()) && rating.equals(act.text("rating")))
                .filter(act -> !act.at().isBefore(from) && act.at().isBefore(to))
                .sorted(Comparator.comparing(Act::at))
                .toList();
    }

    /** Online if any channel is, else paused if any is. */
    private @Nullable Standing time(String agent, String wanted, Instant from, Instant to) {
        Map<String, String> channels = new TreeMap<>();
        Duration sum = Duration.ZERO;
        Instant last = null;
        Instant end = to.isBefore(Instant.now()) ? to : Instant.now();
        String state = "offline";
        Instant since = Instant.MIN;
        List<Act> words = new ArrayList<>(acts.stream()
                .filter(act -> act.is("presence.changed") && agent.equals(act.agent()))
                .toList());
        for (int i = 0; i <= words.size(); i++) {
            Instant until = i < words.size() ? words.get(i).at() : Instant.MAX;
            Instant begin = since.isAfter(from) ? since : from;
            Instant stop = until.isBefore(end) ? until : end;
            if (state.equals(wanted) && begin.isBefore(stop)) {
                sum = sum.plus(Duration.between(begin, stop));
                last = stop;
            }
            if (i < words.size()) {
                Act word = words.get(i);
                String channel = word.text("channel");
                for (String each : channel == null ? List.of("email", "chat", "call") : List.of(channel)) {
                    channels.put(each, String.valueOf(word.text("state")));
                }
                state = channels.containsValue("online")
                        ? "online"
                        : channels.containsValue("paused") ? "paused" : "offline";
                since = until;
            }
        }
        return last == null ? null : new Standing(agent, sum.toSeconds(), 0, last);
    }
}

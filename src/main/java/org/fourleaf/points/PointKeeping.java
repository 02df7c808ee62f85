package org.fourleaf.points;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.metrics.Figures;
import org.fourleaf.people.WorkspacePlace;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Log;
import org.fourleaf.platform.log.LogReader;
import org.fourleaf.platform.log.Recorded;
import org.springframework.stereotype.Component;

/**
 * Gives points for what happens, and those that come with {@link Rewards}; takes back what turns out to be undeserved: a ticket reopened within the window of first contact
 * resolution, merged or spam, a rating invalidated. Nothing is given for what is imported.
 */
@Component
class PointKeeping implements LogReader {

    static final String NAME = "points";

    private static final Set<ActivityKind> TAKING = EnumSet.of(
            ActivityKind.TICKET_REOPENED,
            ActivityKind.TICKET_MERGED,
            ActivityKind.TICKET_SPAM,
            ActivityKind.RATING_INVALIDATED);

    private final PointStore store;
    private final WorkspacePlace places;
    private final Figures figures;

    PointKeeping(PointStore store, WorkspacePlace places, Figures figures) {
        this.store = store;
        this.places = places;
        this.figures = figures;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<ActivityKind> kinds() {
        Set<ActivityKind> kinds = EnumSet.copyOf(TAKING);
        PointRule.shipped().forEach(rule -> kinds.add(rule.activity()));
        kinds.addAll(Rewards.kinds());
        return kinds;
    }

    @Override
    public void read(List<Recorded> page, Log log) {
        List<Recorded> lines = page.stream().filter(line -> !line.imported()).toList();
        if (lines.isEmpty()) {
            return;
        }
        UUID workspace = lines.getFirst().workspace();
        Turn turn = new Turn(workspace, lines);
        lines.forEach(turn::take);
        if (!turn.entries.isEmpty()) {
            store.insert(workspace, turn.entries);
            Actor clock = Actor.clock(workspace);
            for (PointEntry entry : turn.entries) {
                log.write(
                        clock,
                        new PointsGiven(entry.agent(), entry.ticket(), entry.rule(), entry.points()),
                        entry.at());
            }
        }
    }

    /** One page: what stood before it, and what comes of it. */
    private final class Turn {

        private final ZoneId zone;
        private final List<PointRule> rules;
        private final Map<PointStore.Given, Integer> given;
        private final Map<UUID, List<PointEntry>> standing = new HashMap<>();
        private final Duration window;
        private final UUID workspace;
        private final Set<Long> firstContacts;
        private final List<PointEntry> entries = new ArrayList<>();

        Turn(UUID workspace, List<Recorded> lines) {
            this.workspace = workspace;
            this.zone = places.zone(workspace);
            this.rules = store.rules(workspace);
            this.window =
                    Duration.ofDays(figures.settings(Actor.clock(workspace)).fcrWindowDays());
            Set<UUID> agents = new HashSet<>();
            Set<UUID> tickets = new HashSet<>();
            for (Recorded line : lines) {
                if (line.agent() != null) {
                    agents.add(line.agent());
                }
                if (line.ticket() != null && TAKING.contains(line.kind())) {
                    tickets.add(line.ticket());
                }
            }
            List<Recorded> resolved = lines.stream()
                    .filter(line -> line.kind() == ActivityKind.TICKET_RESOLVED && line.ticket() != null)
                    .toList();
            this.firstContacts = resolved.isEmpty() ? Set.of() : store.firstContacts(workspace, resolved);
            int from = lines.stream().mapToInt(this::day).min().orElse(0);
            int to = lines.stream().mapToInt(this::day).max().orElse(0);
            this.given = new HashMap<>(store.given(workspace, agents, from, to));
            if (!tickets.isEmpty()) {
                store.standing(workspace, tickets)
                        .forEach(entry -> standing.computeIfAbsent(
                                        Objects.requireNonNull(entry.ticket()), made -> new ArrayList<>())
                                .add(entry));
            }
        }

        private int day(Recorded line) {
            return Math.toIntExact(line.at().atZone(zone).toLocalDate().toEpochDay());
        }

        void take(Recorded line) {
            for (PointRule rule : rules) {
                if (rule.active() && rule.activity() == line.kind() && line.agent() != null && deserves(rule, line)) {
                    give(rule, line, line.agent());
                }
            }
            Rewards.of(line).filter(reward -> reward.points() != 0).ifPresent(reward -> credit(line, reward));
            if (line.ticket() != null && TAKING.contains(line.kind())) {
                takeBack(line, line.ticket());
            }
        }

        /** As many as the fact says: no rule caps what was won. */
        private void credit(Recorded line, Rewards.Reward reward) {
            entries.add(new PointEntry(
                    Ids.next(),
                    reward.agent(),
                    reward.rule(),
                    reward.points(),
                    line.at(),
                    day(line),
                    line.ticket(),
                    line.kind(),
                    line.seq(),
                    null));
        }

        private boolean deserves(PointRule rule, Recorded line) {
            return switch (rule.id()) {
                case PointRule.REWARD ->
                    line.facts().path("rating").asString("").equalsIgnoreCase("reward");
                case PointRule.FAST_ANSWER ->
                    line.facts().path("answers").asString("").equals("new")
                            && line.facts().path("seconds").isNumber()
                            && rule.withinSeconds() != null
                            && line.facts().path("seconds").asLong() <= rule.withinSeconds();
                case PointRule.FIRST_CONTACT -> firstContacts.contains(line.seq());
                default -> true;
            };
        }

        private void give(PointRule rule, Recorded line, UUID agent) {
            PointStore.Given place = new PointStore.Given(agent, day(line), rule.id());
            int before = given.getOrDefault(place, 0);
            int points = Math.min(rule.points(), rule.perDayMax() - before);
            if (points <= 0) {
                return;
            }
            given.put(place, before + points);
            PointEntry entry = new PointEntry(
                    Ids.next(),
                    agent,
                    rule.id(),
                    points,
                    line.at(),
                    day(line),
                    line.ticket(),
                    line.kind(),
                    line.seq(),
                    null);
            entries.add(entry);
            if (line.ticket() != null) {
                standing.computeIfAbsent(line.ticket(), made -> new ArrayList<>())
                        .add(entry);
            }
        }

        private void takeBack(Recorded line, UUID ticket) {
            List<PointEntry> these = standing.getOrDefault(ticket, List.of());
            List<PointEntry> taken = new ArrayList<>();
            for (PointEntry entry : these) {
                boolean falsified = rules.stream()
                        .anyMatch(rule -> rule.id().equals(entry.rule())
                                && rule.reversedBy().contains(line.kind()));
                boolean late = line.kind() == ActivityKind.TICKET_REOPENED
                        && !line.at().isBefore(entry.at().plus(window));
                if (falsified && !late && entry.seq() < line.seq()) {
                    taken.add(entry);
                }
            }
            if (line.kind() == ActivityKind.RATING_INVALIDATED) {
                taken = rating(line, taken);
            }
            for (PointEntry entry : taken) {
                entries.add(new PointEntry(
                        Ids.next(),
                        entry.agent(),
                        entry.rule(),
                        -entry.points(),
                        line.at(),
                        day(line),
                        ticket,
                        line.kind(),
                        line.seq(),
                        entry.id()));
            }
            List<PointEntry> left = new ArrayList<>(these);
            left.removeAll(taken);
            standing.put(ticket, left);
        }

        /** The one it names, else the last of its ticket and agent. */
        private List<PointEntry> rating(Recorded line, List<PointEntry> rewards) {
            String name = line.facts().path("given").asString("");
            String rating = line.facts().path("rating").asString("");
            if (!name.isEmpty()) {
                return rewards.stream()
                        .filter(entry -> name.equals(workspace + ":" + entry.seq()))
                        .toList();
            }
            if (!rating.isEmpty() && !rating.equalsIgnoreCase("reward")) {
                return List.of();
            }
            return rewards.stream()
                    .filter(entry -> line.agent() == null || entry.agent().equals(line.agent()))
                    .reduce((first, second) -> second)
                    .map(List::of)
                    .orElse(List.of());
        }
    }
}

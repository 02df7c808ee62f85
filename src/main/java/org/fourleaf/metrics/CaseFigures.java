package org.fourleaf.metrics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one case counts, from all its turns at once. A correction, such as spam or a merge, therefore takes away in the quarter of what
 * it corrects, also when it is heard of first. Pure.
 */
final class CaseFigures {

    private final CaseFile file;
    private final List<CaseEvent> resolves;
    private final boolean out;
    private final @Nullable CaseEvent created;

    CaseFigures(CaseFile file) {
        this.file = file;
        resolves = file.events().stream()
                .filter(event -> event.kind() == CaseEvent.Kind.RESOLVED)
                .toList();
        out = isLast(CaseEvent.Kind.SPAM, CaseEvent.Kind.RESTORED)
                || isLast(CaseEvent.Kind.MERGED, CaseEvent.Kind.UNMERGED);
        created = first(CaseEvent.Kind.CREATED, Long.MIN_VALUE);
    }

    /** @param sign 1 to count, -1 to take back */
    void count(Collection<UUID> tags, int sign, Tallies tallies) {
        if (tags.isEmpty()) {
            return;
        }
        if (!out) {
            resolves.forEach(resolve -> tallies.add(tags, resolve.cell(), Figure.CASE_RESOLVES, sign));
        }
        if (created == null) {
            return;
        }
        if (!out) {
            tallies.add(tags, created.cell(), Figure.CASES, sign);
            if (!resolves.isEmpty()) {
                tallies.add(tags, created.cell(), Figure.CASES_RESOLVED_SINCE, sign);
            }
            if (atFirstContact()) {
                tallies.add(tags, created.cell(), Figure.FIRST_CONTACT, sign);
            }
        }
        new Standing(tags, sign, tallies).live();
    }

    /** Resolved after exactly one contact and never handed from one agent to another; whether it was reopened is asked apart. */
    private boolean atFirstContact() {
        if (resolves.isEmpty() || file.contacts().isEmpty()) {
            return false;
        }
        long resolved = resolves.getFirst().atMicros();
        return file.contacts().getFirst() <= resolved
                && (file.contacts().size() == 1 || file.contacts().get(1) > resolved)
                && file.events().stream().noneMatch(event -> event.kind() == CaseEvent.Kind.HANDED_ON);
    }

    /** Where a case that was resolved at first contact was received, and how long after that it came back; none if it did not. */
    @Nullable
    Comeback comeback() {
        if (out || created == null || !atFirstContact()) {
            return null;
        }
        CaseEvent resolved = resolves.getFirst();
        CaseEvent reopened = first(CaseEvent.Kind.REOPENED, resolved.atMicros());
        return reopened == null
                ? null
                : new Comeback(
                        created.cell(),
                        Duration.between(resolved.at(), reopened.at()).toSeconds());
    }

    /** @param seconds since it was resolved */
    record Comeback(Cell received, long seconds) {}

    /** All resolve actions of a case that has several and counts. */
    List<CaseEvent> severalResolves() {
        return out || resolves.size() < 2 ? List.of() : resolves;
    }

    private boolean isLast(CaseEvent.Kind away, CaseEvent.Kind back) {
        boolean isAway = false;
        for (CaseEvent event : file.events()) {
            if (event.kind() == away) {
                isAway = true;
            } else if (event.kind() == back) {
                isAway = false;
            }
        }
        return isAway;
    }

    private @Nullable CaseEvent first(CaseEvent.Kind kind, long fromMicros) {
        for (CaseEvent event : file.events()) {
            if (event.kind() == kind && event.atMicros() >= fromMicros) {
                return event;
            }
        }
        return null;
    }

    /** Walks the case's life: where it was open, and where open with a promise missed, at any moment. */
    private final class Standing {

        private final Collection<UUID> tags;
        private final int sign;
        private final Tallies tallies;
        private final List<CaseEvent.Kind> closedBy = new ArrayList<>();
        private boolean open;
        private boolean overdue;
        private UUID agent = Cell.NOBODY;
        private UUID department = Cell.NOBODY;
        private int channel;

        Standing(Collection<UUID> tags, int sign, Tallies tallies) {
            this.tags = tags;
            this.sign = sign;
            this.tallies = tallies;
        }

        void live() {
            boolean begun = false;
            for (CaseEvent event : file.events()) {
                if (event.equals(created)) {
                    begun = true;
                    agent = event.agent();
                    department = event.department();
                    channel = event.channel();
                    open(event);
                } else if (begun) {
                    turn(event);
                }
            }
        }

        private void turn(CaseEvent event) {
            switch (event.kind()) {
                case RESOLVED, DELETED, SPAM, MERGED -> close(event);
                case REOPENED -> reopen(event, CaseEvent.Kind.RESOLVED);
                case RESTORED -> {
                    reopen(event, CaseEvent.Kind.DELETED);
                    reopen(event, CaseEvent.Kind.SPAM);
                }
                case UNMERGED -> reopen(event, CaseEvent.Kind.MERGED);
                case TRANSFERRED, HANDED_ON ->
                    move(
                            event,
                            event.agent().equals(Cell.NOBODY) ? agent : event.agent(),
                            event.department().equals(Cell.NOBODY) ? department : event.department());
                case ASSIGNED -> move(event, event.agent(), department);
                case PROMISE_MISSED -> {
                    if (open && !overdue) {
                        overdue = true;
                        add(event, Figure.OVERDUE, 1);
                    }
                }
                case CREATED -> {
                    // A case begins once.
                }
            }
        }

        private void open(CaseEvent event) {
            if (!open && closedBy.isEmpty()) {
                open = true;
                add(event, Figure.BACKLOG, 1);
            }
        }

        private void close(CaseEvent event) {
            if (!closedBy.contains(event.kind())) {
                closedBy.add(event.kind());
            }
            leave(event);
            open = false;
            overdue = false;
        }

        private void reopen(CaseEvent event, CaseEvent.Kind what) {
            if (closedBy.remove(what)) {
                open(event);
            }
        }

        private void move(CaseEvent event, UUID toAgent, UUID toDepartment) {
            if (open) {
                leave(event);
            }
            agent = toAgent;
            department = toDepartment;
            if (open) {
                add(event, Figure.BACKLOG, 1);
                add(event, Figure.OVERDUE, overdue ? 1 : 0);
            }
        }

        private void leave(CaseEvent event) {
            if (open) {
                add(event, Figure.BACKLOG, -1);
                add(event, Figure.OVERDUE, overdue ? -1 : 0);
            }
        }

        private void add(CaseEvent event, Figure figure, int n) {
            tallies.add(tags, new Cell(Cell.quarter(event.at()), agent, department, channel), figure, (long) n * sign);
        }
    }
}

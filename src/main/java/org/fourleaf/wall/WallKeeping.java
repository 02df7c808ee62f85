package org.fourleaf.wall;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Log;
import org.fourleaf.platform.log.LogReader;
import org.fourleaf.platform.log.Recorded;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;

/** Reads what was awarded and puts it on the wall, and what is news into the chats; takes away what was taken back. */
@Component
class WallKeeping implements LogReader {

    /** What is older goes on the wall, but no chat is told. */
    private static final Duration NEWS_FOR = Duration.ofHours(12);

    /** Everybody begins there. */
    private static final String FIRST_LEVEL = "newbie";

    private final WallStore store;
    private final WallPosting posting;
    private final Clock clock;

    WallKeeping(WallStore store, WallPosting posting, Clock clock) {
        this.store = store;
        this.posting = posting;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "wall";
    }

    @Override
    public Set<ActivityKind> kinds() {
        return WallKind.activities();
    }

    @Override
    public void read(List<Recorded> page, Log log) {
        List<WallEntry> entries = new ArrayList<>();
        List<WallStore.Taken> taken = new ArrayList<>();
        for (Recorded line : page) {
            WallKind.of(line.kind()).filter(kind -> isPraise(kind, line)).ifPresent(kind -> {
                WallEntry entry = entry(kind, line);
                if (kind == WallKind.LEVEL) {
                    entries.stream()
                            .filter(before -> isSurpassed(before, entry))
                            .forEach(before -> pass(before, entry));
                    entries.removeIf(before -> isSurpassed(before, entry));
                }
                entries.add(entry);
            });
            WallKind.takenBy(line.kind()).ifPresent(kind -> taken.add(taken(kind, line)));
        }
        entries.removeIf(entry -> taken.stream().anyMatch(one -> one.takes(entry)));
        UUID workspace = page.getFirst().workspace();
        Set<UUID> fresh = entries.isEmpty() ? Set.of() : store.insert(workspace, entries);
        if (!taken.isEmpty()) {
            store.take(workspace, taken);
        }
        Instant since = clock.instant().minus(NEWS_FOR);
        Actor clockwork = Actor.clock(workspace);
        posting.post(
                clockwork,
                entries.stream()
                        .filter(entry ->
                                fresh.contains(entry.id()) && entry.at().isAfter(since))
                        .toList());
        if (!fresh.isEmpty()) {
            log.write(clockwork, new WallGrew(fresh.size()));
        }
    }

    /** Several levels reached at once are told of by the highest, which names the others. */
    private static boolean isSurpassed(WallEntry before, WallEntry entry) {
        return before.kind() == WallKind.LEVEL && Objects.equals(before.agent(), entry.agent());
    }

    private static void pass(WallEntry before, WallEntry entry) {
        ArrayNode passed = entry.facts().withArray(WallEntry.PASSED);
        before.passed().forEach(passed::add);
        passed.add(before.subject());
    }

    private static WallStore.Taken taken(WallKind kind, Recorded line) {
        return new WallStore.Taken(
                kind,
                line.facts().path(kind.subject()).asString(""),
                kind == WallKind.QUEST ? line.agent() : null,
                kind == WallKind.QUEST ? line.facts().path("period").asInt(0) : null,
                line.seq());
    }

    /** Whether a badge may be seen by all is asked when it is shown. */
    private static boolean isPraise(WallKind kind, Recorded line) {
        if (line.imported()) {
            return false;
        }
        return switch (kind) {
            case QUEST, KUDOS, PRAISE -> line.agent() != null;
            case BADGE -> line.agent() != null && !line.facts().path("quiet").asBoolean(false);
            case LEVEL ->
                line.agent() != null && !line.facts().path("level").asString("").equals(FIRST_LEVEL);
            case CONTEST -> line.facts().path("winners").asInt(0) > 0;
        };
    }

    private static WallEntry entry(WallKind kind, Recorded line) {
        String subject = line.facts().path(kind.subject()).asString("");
        return new WallEntry(
                Ids.next(),
                line.at(),
                kind,
                line.agent(),
                line.byKind() == Actor.Kind.AGENT ? line.byId() : null,
                subject,
                line.facts().deepCopy(),
                line.seq(),
                false);
    }
}

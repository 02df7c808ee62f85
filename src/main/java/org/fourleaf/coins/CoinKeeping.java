package org.fourleaf.coins;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Log;
import org.fourleaf.platform.log.LogReader;
import org.fourleaf.platform.log.Recorded;
import org.fourleaf.points.Rewards;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Credits the coins that come with rewards, each line once, also when the log is read again: one statement a page, and one more for each quest that is undone. */
@Component
class CoinKeeping implements LogReader {

    /** What a line may say it is about. */
    private static final List<String> SUBJECTS = List.of("badge", "quest", "kudos", "contest");

    private final CoinStore store;

    CoinKeeping(CoinStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "coins";
    }

    @Override
    public Set<ActivityKind> kinds() {
        return Rewards.kinds();
    }

    @Override
    public void read(List<Recorded> page, Log log) {
        UUID workspace = page.getFirst().workspace();
        List<CoinEntry> entries = new ArrayList<>();
        for (Recorded line : page) {
            Rewards.of(line).filter(reward -> reward.coins() != 0).ifPresent(reward -> {
                CoinEntry entry = new CoinEntry(
                        Ids.next(),
                        reward.agent(),
                        reward.rule(),
                        reward.coins(),
                        line.at(),
                        line.kind(),
                        line.seq(),
                        null,
                        about(line),
                        null,
                        null);
                if (line.kind() == ActivityKind.QUEST_UNDONE) {
                    credit(workspace, entries);
                    store.add(workspace, List.of(asFarAsThere(workspace, entry)));
                } else {
                    entries.add(entry);
                }
            });
        }
        credit(workspace, entries);
    }

    private void credit(UUID workspace, List<CoinEntry> entries) {
        if (!entries.isEmpty()) {
            store.add(workspace, entries);
            entries.clear();
        }
    }

    /** What is spent stays spent. Where nothing is there the entry says so with none. */
    private CoinEntry asFarAsThere(UUID workspace, CoinEntry entry) {
        long there = Math.max(0, store.held(workspace, entry.agent()));
        return entry.of(-Math.toIntExact(Math.min(there, -entry.coins())));
    }

    private static @Nullable String about(Recorded line) {
        return SUBJECTS.stream()
                .filter(line.facts()::has)
                .map(subject -> line.facts().path(subject).asString(""))
                .findFirst()
                .orElse(null);
    }
}

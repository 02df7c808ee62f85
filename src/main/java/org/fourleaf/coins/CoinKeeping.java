package org.fourleaf.coins;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Log;
import org.fourleaf.platform.log.LogReader;
import org.fourleaf.platform.log.Recorded;
import org.fourleaf.points.Rewards;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Credits the coins that come with rewards, each line once, also when the log is read again: one statement a page. */
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
        List<CoinEntry> entries = new ArrayList<>();
        for (Recorded line : page) {
            Rewards.of(line)
                    .filter(reward -> reward.coins() != 0)
                    .ifPresent(reward -> entries.add(new CoinEntry(
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
                            null)));
        }
        if (!entries.isEmpty()) {
            store.add(page.getFirst().workspace(), entries);
        }
    }

    private static @Nullable String about(Recorded line) {
        return SUBJECTS.stream()
                .filter(line.facts()::has)
                .map(subject -> line.facts().path(subject).asString(""))
                .findFirst()
                .orElse(null);
    }
}

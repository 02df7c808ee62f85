package org.fourleaf.metrics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Recorded;
import org.springframework.stereotype.Component;

/** Takes back what the cases of a page counted and counts what they do now. */
@Component
class CaseFolding {

    private final CaseFileStore store;

    CaseFolding(CaseFileStore store) {
        this.store = store;
    }

    void fold(UUID workspace, List<Recorded> page, PageTags tags, Tallies tallies) {
        Map<UUID, List<CaseEvent>> events = new HashMap<>();
        Map<UUID, List<Long>> contacts = new HashMap<>();
        for (Recorded line : page) {
            if (line.ticket() != null) {
                CaseEvent event = CaseEvent.of(line);
                if (event != null) {
                    events.computeIfAbsent(line.ticket(), ticket -> new ArrayList<>())
                            .add(event);
                }
                if (isContact(line)) {
                    contacts.computeIfAbsent(line.ticket(), ticket -> new ArrayList<>())
                            .add(CaseEvent.micros(line.at()));
                }
            }
        }
        Set<UUID> tickets = new HashSet<>(tags.moved());
        tickets.addAll(events.keySet());
        tickets.addAll(contacts.keySet());
        Map<UUID, CaseFile> known = store.find(workspace, tickets);
        Map<UUID, CaseFile> changed = new HashMap<>();
        Set<UUID> severalBefore = new HashSet<>();
        for (UUID ticket : tickets) {
            CaseFile was = known.getOrDefault(ticket, CaseFile.EMPTY);
            CaseFile is = was.with(events.getOrDefault(ticket, List.of()), contacts.getOrDefault(ticket, List.of()));
            if (is.equals(was) && !tags.moved().contains(ticket)) {
                continue;
            }
            CaseFigures before = new CaseFigures(was);
            before.count(tags.before(ticket), -1, tallies);
            new CaseFigures(is).count(tags.after(ticket), 1, tallies);
            if (!is.equals(was)) {
                changed.put(ticket, is);
                if (!before.severalResolves().isEmpty()) {
                    severalBefore.add(ticket);
                }
            }
        }
        store.save(workspace, changed, severalBefore);
    }

    private static boolean isContact(Recorded line) {
        return line.kind() == ActivityKind.MESSAGE_RECEIVED
                || line.kind() == ActivityKind.CHAT_STARTED
                || Counting.inbound(line);
    }
}

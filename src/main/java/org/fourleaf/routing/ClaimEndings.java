package org.fourleaf.routing;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Log;
import org.fourleaf.platform.log.LogReader;
import org.fourleaf.platform.log.Recorded;
import org.springframework.stereotype.Component;

/** Ends claims whose claimers did something with the ticket: it stays theirs. */
@Component
class ClaimEndings implements LogReader {

    /** As {@link ClaimStore#ACTED} has them: what giving a ticket wrote itself, and looking. */
    private static final EnumSet<ActivityKind> NO_ACTS = EnumSet.of(
            ActivityKind.TICKET_VIEWED,
            ActivityKind.TICKET_CLAIMED,
            ActivityKind.TICKET_OFFERED,
            ActivityKind.OFFER_ACCEPTED);

    private final ClaimStore claims;

    ClaimEndings(ClaimStore claims) {
        this.claims = claims;
    }

    @Override
    public String name() {
        return "claim-endings";
    }

    @Override
    public Set<ActivityKind> kinds() {
        return EnumSet.complementOf(NO_ACTS);
    }

    @Override
    public void read(List<Recorded> page, Log log) {
        List<UUID> acted = page.stream()
                .filter(line -> line.byKind() == Actor.Kind.AGENT && line.ticket() != null)
                .map(line -> Objects.requireNonNull(line.ticket()))
                .distinct()
                .toList();
        if (!acted.isEmpty()) {
            claims.removeUsed(page.getFirst().workspace(), acted);
        }
    }
}

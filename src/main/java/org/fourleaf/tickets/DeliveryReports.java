package org.fourleaf.tickets;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is known of an answer's way, per recipient; told by whoever carries answers. */
public interface DeliveryReports {

    /** One recipient's outcome. @param text the server's own words, or why nothing was sent */
    record Report(
            String recipient, DeliveryState state, @Nullable String text, Instant at) {}

    Map<UUID, List<Report>> of(UUID workspace, Collection<UUID> messages);
}

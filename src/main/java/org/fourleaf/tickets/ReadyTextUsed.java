package org.fourleaf.tickets;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** An agent put a canned message or a predefined answer into the composer. @param text which @param aboutTicket for which ticket */
@Records(ActivityKind.READY_TEXT_USED)
public record ReadyTextUsed(UUID agent, UUID department, UUID text, UUID aboutTicket) implements Fact {}

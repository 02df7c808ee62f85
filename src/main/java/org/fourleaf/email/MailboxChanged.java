package org.fourleaf.email;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** A mailbox was added, edited or deleted. */
@Records(ActivityKind.MAILBOX_CHANGED)
public record MailboxChanged(UUID mailbox, String change) implements Fact {}

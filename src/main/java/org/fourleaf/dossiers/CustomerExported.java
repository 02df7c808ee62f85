package org.fourleaf.dossiers;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** Somebody took everything of a customer along. */
@Records(ActivityKind.CUSTOMER_EXPORTED)
public record CustomerExported(UUID customer) implements Fact {}

package org.fourleaf.customers;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** A company's customers, tickets and domains are another's from now on, and it is gone. */
@Records(ActivityKind.COMPANIES_MERGED)
public record CompaniesMerged(UUID company, UUID from) implements Fact {}

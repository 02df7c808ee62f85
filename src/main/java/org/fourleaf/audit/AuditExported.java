package org.fourleaf.audit;

import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** Somebody took the audit log out as a file. */
@Records(ActivityKind.AUDIT_EXPORTED)
record AuditExported(String format) implements Fact {}

package org.fourleaf.audit;

import org.fourleaf.platform.Actor;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The audit log over HTTP. */
@RestController
@RequestMapping("/api/v1/audit")
class AuditController {

    private final AuditQuery audit;

    AuditController(AuditQuery audit) {
        this.audit = audit;
    }

    @GetMapping
    Page<AuditLine> list(Actor by, Slice slice) {
        return audit.page(by, slice);
    }
}

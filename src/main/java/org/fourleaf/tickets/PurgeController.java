package org.fourleaf.tickets;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How long spam and deleted tickets are kept, over HTTP. */
@RestController
@RequestMapping("/api/v1/purge")
class PurgeController {

    private static final int DAYS_MAX = 3_650;

    /** @param afterDays none to keep them for ever */
    record Purge(@Nullable @Min(1) @Max(DAYS_MAX) Integer afterDays) {}

    private final TicketPurging purging;

    PurgeController(TicketPurging purging) {
        this.purging = purging;
    }

    @GetMapping
    @Transactional(readOnly = true)
    Purge get(Actor by) {
        return new Purge(purging.setting(by).afterDays());
    }

    @PutMapping
    @Transactional
    Purge set(Actor by, @Valid @RequestBody Purge wanted) {
        by.mustHave(Permission.WORKSPACE_MANAGE);
        purging.keepFor(by, new PurgeStore.Setting(wanted.afterDays));
        return wanted;
    }
}

package org.fourleaf.email;

import java.util.Arrays;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.fourleaf.tickets.DeliveryState;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is on its way out, over HTTP. */
@RestController
@RequestMapping("/api/v1/outbox")
class OutboxController {

    private final OutboxQuery query;

    OutboxController(OutboxQuery query) {
        this.query = query;
    }

    @GetMapping
    Page<OutboxQuery.Card> list(Actor by, @RequestParam(required = false) @Nullable String state, Slice slice) {
        return query.page(by, state == null ? null : named(state), slice);
    }

    private static DeliveryState named(String name) {
        return Arrays.stream(DeliveryState.values())
                .filter(state -> state.json().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.malformed("state", "There is no such delivery state."));
    }
}

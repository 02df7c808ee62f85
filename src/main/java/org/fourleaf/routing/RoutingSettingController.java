package org.fourleaf.routing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Objects;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.web.ETags;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the workspace hands out work, over HTTP. */
@RestController
@RequestMapping("/api/v1/routing-settings")
class RoutingSettingController {

    private static final int MINUTES_MAX = 1_440;
    private static final int SECONDS_MAX = 3_600;
    private static final int MISSED_MAX = 100;
    private static final int CAPACITY_MAX = 1_000;

    /** What is given is changed. */
    record Change(
            @Nullable @Min(1) @Max(MINUTES_MAX) Integer giveBackMinutes,
            @Nullable @Min(5) @Max(SECONDS_MAX) Integer offerSeconds,
            @Nullable @Min(0) @Max(MISSED_MAX) Integer missedOffersMax,
            @Nullable @Min(0) @Max(SECONDS_MAX) Integer breathingSeconds,
            @Nullable @Min(1) @Max(MINUTES_MAX) Integer awayMinutes,
            @Nullable @Min(1) @Max(CAPACITY_MAX) Integer ticketsMax,
            @Nullable @Min(1) @Max(CAPACITY_MAX) Integer chatsMax,
            @Nullable @Min(1) @Max(CAPACITY_MAX) Integer callsMax) {

        private RoutingSettings on(RoutingSettings was) {
            return new RoutingSettings(
                    Objects.requireNonNullElse(giveBackMinutes, was.giveBackMinutes()),
                    Objects.requireNonNullElse(offerSeconds, was.offerSeconds()),
                    Objects.requireNonNullElse(missedOffersMax, was.missedOffersMax()),
                    Objects.requireNonNullElse(breathingSeconds, was.breathingSeconds()),
                    Objects.requireNonNullElse(awayMinutes, was.awayMinutes()),
                    Objects.requireNonNullElse(ticketsMax, was.ticketsMax()),
                    Objects.requireNonNullElse(chatsMax, was.chatsMax()),
                    Objects.requireNonNullElse(callsMax, was.callsMax()),
                    was.version());
        }
    }

    private final RoutingSettingStore store;
    private final RoutingEditing editing;

    RoutingSettingController(RoutingSettingStore store, RoutingEditing editing) {
        this.store = store;
        this.editing = editing;
    }

    @GetMapping
    @Transactional(readOnly = true)
    public ResponseEntity<RoutingSettings> get(Actor by) {
        return answer(store.of(by.workspace()));
    }

    @PatchMapping
    @Transactional
    public ResponseEntity<RoutingSettings> change(
            Actor by,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Change change) {
        editing.change(by, change.on(store.of(by.workspace())), ETags.expected(ifMatch));
        return answer(store.of(by.workspace()));
    }

    private static ResponseEntity<RoutingSettings> answer(RoutingSettings settings) {
        return ResponseEntity.ok().eTag(ETags.of(settings.version())).body(settings);
    }
}

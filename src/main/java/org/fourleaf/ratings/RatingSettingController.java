package org.fourleaf.ratings;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.web.ETags;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether answers ask for a rating, over HTTP. */
@RestController
@RequestMapping("/api/v1/rating-settings")
class RatingSettingController {

    record Change(@NotNull Boolean onAnswers) {}

    private final RatingSettings settings;

    RatingSettingController(RatingSettings settings) {
        this.settings = settings;
    }

    @GetMapping
    ResponseEntity<RatingSetting> get(Actor by) {
        return answer(settings.of(by));
    }

    @PatchMapping
    ResponseEntity<RatingSetting> change(
            Actor by,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Change change) {
        return answer(settings.ask(by, change.onAnswers, ETags.expected(ifMatch)));
    }

    private static ResponseEntity<RatingSetting> answer(RatingSetting setting) {
        return ResponseEntity.ok().eTag(ETags.of(setting.version())).body(setting);
    }
}

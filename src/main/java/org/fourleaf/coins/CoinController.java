package org.fourleaf.coins;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Coins over HTTP. */
@RestController
@RequestMapping("/api/v1/coins")
class CoinController {

    /** @param coins below zero takes some away */
    record Grant(
            @NotBlank @Size(max = Limits.EMAIL_LENGTH_MAX) String agent,

            @NotNull @Min(-Coins.GRANT_MAX) @Max(Coins.GRANT_MAX)
            Integer coins,

            @NotBlank @Size(max = Limits.SUBJECT_LENGTH_MAX) String reason) {}

    private final Coins coins;

    CoinController(Coins coins) {
        this.coins = coins;
    }

    /** An agent's coins, entry by entry, newest first; one's own unless said otherwise. */
    @GetMapping
    Coins.Ledger ledger(
            Actor by,
            @RequestParam(required = false) @Nullable @Size(max = Limits.EMAIL_LENGTH_MAX) String agent,
            Slice slice) {
        return coins.ledger(by, agent == null ? "me" : agent, slice);
    }

    @PostMapping
    ResponseEntity<Coins.Entry> grant(Actor by, @Valid @RequestBody Grant grant) {
        if (grant.coins == 0) {
            throw Refusal.malformed("/coins", "At least one coin, given or taken.");
        }
        return ResponseEntity.status(201)
                .body(coins.grant(by, grant.agent, grant.coins, Texts.name(grant.reason, "/reason")));
    }
}

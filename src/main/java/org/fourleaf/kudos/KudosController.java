package org.fourleaf.kudos;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Kudos over HTTP. */
@RestController
@RequestMapping("/api/v1")
class KudosController {

    /** @param to an agent's id or address @param ticket the code of the ticket it is for */
    record Wanted(
            @NotBlank @Size(max = Limits.EMAIL_LENGTH_MAX) String to,
            @NotBlank @Size(max = Kudos.MESSAGE_LENGTH_MAX) String message,
            @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String ticket) {}

    record SettingChange(
            @Nullable @Min(0) @Max(KudosSetting.PER_MONTH_MAX)
            Integer perMonth,

            @Nullable @Min(0) @Max(KudosSetting.AMOUNT_MAX) Integer points,
            @Nullable @Min(0) @Max(KudosSetting.AMOUNT_MAX) Integer coins) {}

    private final KudosBook book;
    private final KudosGiving giving;

    KudosController(KudosBook book, KudosGiving giving) {
        this.book = book;
        this.giving = giving;
    }

    /** Newest first. @param from only of this agent: an id, an address, or {@code me}; like {@code to} */
    @GetMapping("/kudos")
    Page<KudosCard> list(
            Actor by,
            @RequestParam(required = false) @Nullable @Size(max = Limits.EMAIL_LENGTH_MAX) String from,
            @RequestParam(required = false) @Nullable @Size(max = Limits.EMAIL_LENGTH_MAX) String to,
            Slice slice) {
        return book.page(by, from, to, slice);
    }

    @PostMapping("/kudos")
    ResponseEntity<KudosCard> give(Actor by, @Valid @RequestBody Wanted wanted) {
        String message = Texts.clean(wanted.message).strip();
        if (message.isEmpty()) {
            throw Refusal.malformed("/message", "This must not be blank.");
        }
        KudosCard given = giving.give(by, wanted.to, message, Texts.orNull(wanted.ticket));
        return ResponseEntity.created(URI.create("/api/v1/kudos/" + given.id())).body(given);
    }

    /** Takes them back, with the points and coins that came with them. */
    @DeleteMapping("/kudos/{id}")
    ResponseEntity<Void> withdraw(Actor by, @PathVariable UUID id) {
        giving.withdraw(by, id);
        return ResponseEntity.noContent().build();
    }

    /** What the caller may still give this month. */
    @GetMapping("/kudos/allowance")
    KudosBook.Allowance allowance(Actor by) {
        return book.allowance(by);
    }

    @GetMapping("/kudos-settings")
    KudosSetting setting(Actor by) {
        return book.setting(by);
    }

    @PatchMapping("/kudos-settings")
    KudosSetting set(Actor by, @Valid @RequestBody SettingChange change) {
        return giving.set(by, change.perMonth, change.points, change.coins);
    }
}

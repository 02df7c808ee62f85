package org.fourleaf.signin;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fourleaf.people.PersonName;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.web.Caller;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tokens for programs. */
@RestController
@RequestMapping("/api/v1/tokens")
class TokenController {

    private static final int ADDRESSES_MAX = 50;
    private static final int SCOPES_MAX = 50;
    private static final int WORD_LENGTH_MAX = 100;

    record Wanted(
            @NotBlank @Size(max = Limits.NAME_LENGTH_MAX) String name,
            @Nullable @Size(max = Limits.EMAIL_LENGTH_MAX) String agent,
            @Nullable @Size(max = SCOPES_MAX) List<@NotNull @Size(max = WORD_LENGTH_MAX) String> scopes,
            @Nullable Instant expiresAt,
            @Nullable @Size(max = ADDRESSES_MAX) List<@NotNull @Size(max = WORD_LENGTH_MAX) String> addresses) {}

    /** @param token the secret, shown this once */
    record Made(
            UUID id,
            String token,
            PersonName agent,
            String name,
            @Nullable List<String> scopes,
            @Nullable List<String> addresses,
            UUID createdBy,
            Instant createdAt,
            @Nullable Instant expiresAt) {}

    private final TokenMaking making;

    TokenController(TokenMaking making) {
        this.making = making;
    }

    @GetMapping
    Page<ApiToken> list(
            Actor by, @RequestParam @Nullable @Size(max = Limits.EMAIL_LENGTH_MAX) String agent, Slice slice) {
        return making.page(by, agent, slice);
    }

    @PostMapping
    ResponseEntity<Made> make(Actor by, Caller caller, @Valid @RequestBody Wanted wanted) {
        caller.mustBeWhole();
        TokenMaking.Made made = making.make(
                by, new TokenMaking.Wish(wanted.name, wanted.agent, wanted.scopes, wanted.expiresAt, wanted.addresses));
        ApiToken token = made.token();
        return ResponseEntity.created(URI.create("/api/v1/tokens/" + token.id()))
                .cacheControl(CacheControl.noStore())
                .body(new Made(
                        token.id(),
                        made.secret(),
                        token.agent(),
                        token.name(),
                        token.scopes(),
                        token.addresses(),
                        token.createdBy(),
                        token.createdAt(),
                        token.expiresAt()));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> revoke(Actor by, @PathVariable UUID id) {
        making.revoke(by, id);
        return ResponseEntity.noContent().build();
    }
}

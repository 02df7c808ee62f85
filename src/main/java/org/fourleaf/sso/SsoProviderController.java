package org.fourleaf.sso;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.web.Caller;
import org.fourleaf.platform.web.Given;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.PublicAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Providers over HTTP. Their secrets go in and never come out. */
@RestController
@RequestMapping("/api/v1/sso-providers")
class SsoProviderController {

    private static final int NAME_LENGTH_MAX = 100;
    private static final int ISSUER_LENGTH_MAX = 500;
    private static final int SECRET_LENGTH_MAX = 1_000;
    private static final int DOMAINS_MAX = 50;
    private static final int DOMAIN_LENGTH_MAX = 253;

    record Wanted(
            @NotBlank @Size(max = NAME_LENGTH_MAX) String name,
            @NotBlank @Size(max = ISSUER_LENGTH_MAX) String issuer,
            @NotBlank @Size(max = ISSUER_LENGTH_MAX) String clientId,
            @NotBlank @Size(max = SECRET_LENGTH_MAX) String clientSecret,
            @Nullable @Size(max = DOMAINS_MAX) List<@NotNull @Size(max = DOMAIN_LENGTH_MAX) String> domains,
            @Nullable @Size(max = NAME_LENGTH_MAX) String role,
            @Nullable Boolean enabled) {

        @Override
        public String toString() {
            return "Wanted[" + issuer + "]";
        }
    }

    /** Fields left out stay; a role of null makes no more agents. */
    record Change(
            @Nullable @Size(min = 1, max = NAME_LENGTH_MAX) String name,

            @Nullable @Size(min = 1, max = ISSUER_LENGTH_MAX)
            String issuer,

            @Nullable @Size(min = 1, max = ISSUER_LENGTH_MAX)
            String clientId,

            @Nullable @Size(min = 1, max = SECRET_LENGTH_MAX)
            String clientSecret,

            @Nullable @Size(max = DOMAINS_MAX) List<@NotNull @Size(max = DOMAIN_LENGTH_MAX) String> domains,
            Given<@Size(max = NAME_LENGTH_MAX) String> role,
            @Nullable Boolean enabled) {

        @Override
        public String toString() {
            return "Change";
        }
    }

    /** @param redirectUri to be registered with the provider */
    record Shown(
            UUID id,
            String name,
            String issuer,
            String clientId,
            List<String> domains,
            @Nullable String role,
            boolean enabled,
            String redirectUri) {}

    private final SsoProviders providers;
    private final PublicAddress address;

    SsoProviderController(SsoProviders providers, PublicAddress address) {
        this.providers = providers;
        this.address = address;
    }

    @GetMapping
    Page<Shown> list(Actor by, HttpServletRequest request) {
        return new Page<>(
                providers.all(by).stream().map(one -> shown(one, request)).toList(), null);
    }

    @GetMapping("/{id}")
    Shown get(Actor by, @PathVariable UUID id, HttpServletRequest request) {
        return shown(providers.readable(by, id), request);
    }

    @PostMapping
    ResponseEntity<Shown> add(Actor by, Caller caller, @Valid @RequestBody Wanted wanted, HttpServletRequest request) {
        caller.mustBeWhole();
        SsoProvider provider = new SsoProvider(
                Ids.next(),
                Texts.name(wanted.name, "/name"),
                wanted.issuer.strip(),
                wanted.clientId.strip(),
                domains(Objects.requireNonNullElse(wanted.domains, List.of())),
                Texts.orNull(wanted.role),
                !Boolean.FALSE.equals(wanted.enabled),
                1);
        SsoProvider made = providers.add(by, provider, wanted.clientSecret.strip());
        return ResponseEntity.created(URI.create("/api/v1/sso-providers/" + made.id()))
                .body(shown(made, request));
    }

    @PatchMapping("/{id}")
    Shown change(
            Actor by,
            Caller caller,
            @PathVariable UUID id,
            @Valid @RequestBody Change change,
            HttpServletRequest request) {
        caller.mustBeWhole();
        SsoProvider was = providers.readable(by, id);
        SsoProvider wanted = new SsoProvider(
                was.id(),
                change.name == null ? was.name() : Texts.name(change.name, "/name"),
                change.issuer == null ? was.issuer() : change.issuer.strip(),
                change.clientId == null ? was.clientId() : change.clientId.strip(),
                change.domains == null ? was.domains() : domains(change.domains),
                Texts.orNull(change.role.or(was.role())),
                change.enabled == null ? was.enabled() : change.enabled,
                was.version());
        return shown(providers.change(by, was, wanted, change.clientSecret), request);
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> remove(Actor by, Caller caller, @PathVariable UUID id) {
        caller.mustBeWhole();
        providers.remove(by, id);
        return ResponseEntity.noContent().build();
    }

    private static List<String> domains(List<String> given) {
        return given.stream()
                .map(domain -> domain.strip().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    private Shown shown(SsoProvider provider, HttpServletRequest request) {
        return new Shown(
                provider.id(),
                provider.name(),
                provider.issuer(),
                provider.clientId(),
                provider.domains(),
                provider.role(),
                provider.enabled(),
                SsoController.redirectUri(address, request));
    }
}

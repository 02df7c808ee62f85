package org.fourleaf.sso;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.people.Agent;
import org.fourleaf.platform.database.Workspaces;
import org.fourleaf.platform.web.ClientAddress;
import org.fourleaf.platform.web.PublicAddress;
import org.fourleaf.platform.web.Quota;
import org.fourleaf.signin.SignInDoor;
import org.fourleaf.signin.SignInRuling;
import org.fourleaf.signin.SignInStep;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The round trip of a browser to a provider and back. Whatever goes wrong ends at the sign-in page, which says it in words. */
@RestController
@RequestMapping("/api/v1/sso")
class SsoController {

    private static final Logger LOG = LoggerFactory.getLogger(SsoController.class);
    private static final int TRIES_AT_ONCE = 30;
    private static final int TRIES_PER_MINUTE = 20;
    private static final int PARAMETER_LENGTH_MAX = 4_000;
    private static final int BACK_LENGTH_MAX = 500;

    /** @param password whether everybody may still come in by one */
    record Ways(List<Button> providers, boolean password) {}

    record Button(UUID id, String name) {}

    private final SsoProviders providers;
    private final SsoEntering entering;
    private final OpenIdConnect protocol;
    private final SignInDoor door;
    private final SignInRuling rules;
    private final PublicAddress address;
    private final ClientAddress addresses;
    private final Quota tries = new Quota(TRIES_AT_ONCE, TRIES_PER_MINUTE, Duration.ofMinutes(1));

    SsoController(
            SsoProviders providers,
            SsoEntering entering,
            OpenIdConnect protocol,
            SignInDoor door,
            SignInRuling rules,
            PublicAddress address,
            ClientAddress addresses) {
        this.providers = providers;
        this.entering = entering;
        this.protocol = protocol;
        this.door = door;
        this.rules = rules;
        this.address = address;
        this.addresses = addresses;
    }

    static String redirectUri(PublicAddress address, HttpServletRequest request) {
        return address.origin(request) + "/api/v1/sso/callback";
    }

    /** What the sign-in page offers. */
    @GetMapping
    Ways ways() {
        UUID workspace = Workspaces.current();
        return workspace == null
                ? new Ways(List.of(), true)
                : new Ways(
                        providers.offered(workspace).stream()
                                .map(one -> new Button(one.id(), one.name()))
                                .toList(),
                        !rules.ssoOnly(workspace));
    }

    @GetMapping("/{provider}/start")
    ResponseEntity<Void> start(
            @PathVariable UUID provider,
            @Nullable @RequestParam(required = false) String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            UUID workspace = workspace(request);
            SsoProvider chosen = entering.provider(workspace, provider)
                    .orElseThrow(() -> new SsoFailure("sso-over", "no such provider"));
            OpenIdConnect.Journey journey = new OpenIdConnect.Journey(
                    SignInDoor.newSecret(),
                    SignInDoor.newSecret(),
                    SignInDoor.newSecret(),
                    redirectUri(address, request));
            String url = protocol.authorizationUrl(chosen, protocol.discover(chosen.issuer()), journey);
            Map<String, String> facts = new HashMap<>();
            facts.put("provider", chosen.id().toString());
            facts.put("nonce", journey.nonce());
            facts.put("verifier", journey.verifier());
            facts.put("back", ours(back));
            door.begin(workspace, journey.state(), facts, request, response);
            return to(url);
        } catch (SsoFailure e) {
            return refused(e);
        }
    }

    @GetMapping("/callback")
    ResponseEntity<Void> callback(
            @Nullable @RequestParam(required = false) String state,
            @Nullable @RequestParam(required = false) String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            UUID workspace = workspace(request);
            SignInStep step = door.take(workspace, request)
                    .orElseThrow(() -> new SsoFailure("sso-over", "this browser began nothing"));
            if (!isSame(state, step.challenge())) {
                throw new SsoFailure("sso-over", "another state than the one given along");
            }
            if (code == null || code.isEmpty() || code.length() > PARAMETER_LENGTH_MAX) {
                throw new SsoFailure("sso-refused", "the provider let nobody in");
            }
            SsoProvider provider = entering.provider(
                            workspace, UUID.fromString(step.facts().getOrDefault("provider", "")))
                    .orElseThrow(() -> new SsoFailure("sso-over", "the provider is gone"));
            Agent agent = entering.agent(
                    workspace, provider, identity(workspace, provider, code, step, redirectUri(address, request)));
            door.enter(workspace, agent, request, response);
            return to(step.facts().getOrDefault("back", "/"));
        } catch (SsoFailure e) {
            return refused(e);
        }
    }

    private OpenIdConnect.Identity identity(
            UUID workspace, SsoProvider provider, String code, SignInStep step, String redirectUri) {
        String secret = entering.secret(workspace, provider.id());
        if (secret == null) {
            throw new SsoFailure("sso-unreachable", "the provider's secret can't be opened: give it again");
        }
        OpenIdConnect.Journey journey = new OpenIdConnect.Journey(
                String.valueOf(step.challenge()),
                step.facts().getOrDefault("nonce", ""),
                step.facts().getOrDefault("verifier", ""),
                redirectUri);
        return protocol.identity(provider, protocol.discover(provider.issuer()), secret, code, journey);
    }

    private UUID workspace(HttpServletRequest request) {
        UUID workspace = Workspaces.current();
        if (workspace == null) {
            throw new SsoFailure("sso-over", "no workspace");
        }
        if (!tries.take(addresses.of(request))) {
            throw new SsoFailure("sso-throttled", "too many tries");
        }
        return workspace;
    }

    private static boolean isSame(@Nullable String state, @Nullable String wanted) {
        return state != null
                && wanted != null
                && MessageDigest.isEqual(
                        state.getBytes(StandardCharsets.UTF_8), wanted.getBytes(StandardCharsets.UTF_8));
    }

    /** Only a path of our own: a link must not send a freshly signed-in agent elsewhere. */
    private static String ours(@Nullable String back) {
        boolean own = back != null
                && back.length() <= BACK_LENGTH_MAX
                && back.matches("/(?![/\\\\])[\\x21-\\x5b\\x5d-\\x7e]*");
        return own && back != null ? back : "/";
    }

    private static ResponseEntity<Void> refused(SsoFailure failure) {
        LOG.info("Single sign-on: {}: {}", failure.slug(), failure.getMessage());
        return to("/sign-in?refused=" + URLEncoder.encode(failure.slug(), StandardCharsets.UTF_8));
    }

    private static ResponseEntity<Void> to(String url) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create(url))
                .header("Cache-Control", "no-store")
                .build();
    }
}

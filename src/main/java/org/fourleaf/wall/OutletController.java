package org.fourleaf.wall;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.fourleaf.people.AgentWords;
import org.fourleaf.people.WorkspacePlace;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.log.Log;
import org.fourleaf.platform.web.ETags;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.fourleaf.webhooks.ChatAddresses;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Chats the wall is posted to, over HTTP, for who manages the workspace. Their addresses are secrets: sent, and never given back. */
@RestController
@RequestMapping("/api/v1/wall-outlets")
class OutletController {

    private static final int URL_LENGTH_MAX = 2_000;
    private static final int KINDS_MAX = 10;

    record Wanted(
            @NotBlank @Size(max = Limits.NAME_LENGTH_MAX) String name,
            @NotBlank @Size(max = URL_LENGTH_MAX) String url,
            WallOutlet.@NotNull Flavour flavour,
            @Nullable @Size(max = 2) String language,
            @Nullable @Size(min = 1, max = KINDS_MAX) List<@NotNull WallKind> kinds) {}

    /** Only what is there changes. */
    record Change(
            @Nullable @Size(min = 1, max = Limits.NAME_LENGTH_MAX)
            String name,

            @Nullable @Size(min = 1, max = URL_LENGTH_MAX) String url,
            WallOutlet.@Nullable Flavour flavour,
            @Nullable @Size(max = 2) String language,
            @Nullable @Size(min = 1, max = KINDS_MAX) List<@NotNull WallKind> kinds,
            @Nullable Boolean active) {}

    /** @param hint where it leads, without the secret */
    record Card(
            UUID id,
            String name,
            String hint,
            WallOutlet.Flavour flavour,
            String language,
            List<WallKind> kinds,
            boolean active,
            Instant createdAt,
            long version) {

        static Card of(WallOutlet outlet, ChatAddresses.ChatAddress chat) {
            return new Card(
                    outlet.id(),
                    chat.name(),
                    chat.hint(),
                    outlet.flavour(),
                    outlet.language(),
                    outlet.kinds(),
                    chat.active(),
                    chat.createdAt(),
                    chat.version());
        }
    }

    private final OutletStore store;
    private final ChatAddresses chats;
    private final WallPosting posting;
    private final WorkspacePlace places;
    private final Log log;

    OutletController(OutletStore store, ChatAddresses chats, WallPosting posting, WorkspacePlace places, Log log) {
        this.store = store;
        this.chats = chats;
        this.posting = posting;
        this.places = places;
        this.log = log;
    }

    @GetMapping
    @Transactional
    Page<Card> list(Actor by) {
        by.mustHave(Permission.WORKSPACE_MANAGE);
        Map<UUID, ChatAddresses.ChatAddress> addresses = new HashMap<>();
        chats.all(by).forEach(chat -> addresses.put(chat.id(), chat));
        return new Page<>(
                store.all(by.workspace()).stream()
                        .filter(outlet -> addresses.containsKey(outlet.id()))
                        .map(outlet -> Card.of(outlet, Objects.requireNonNull(addresses.get(outlet.id()))))
                        .toList(),
                null);
    }

    @PostMapping
    @Transactional
    ResponseEntity<Card> add(Actor by, @Valid @RequestBody Wanted wanted) {
        by.mustHave(Permission.WORKSPACE_MANAGE);
        if (store.all(by.workspace()).size() >= WallOutlet.OUTLETS_MAX) {
            throw Refusal.conflict("too-many", "There may be " + WallOutlet.OUTLETS_MAX + " chats at most.");
        }
        String language = language(wanted.language == null ? places.language(by.workspace()) : wanted.language);
        UUID id = chats.add(by, Texts.name(wanted.name, "/name"), wanted.url);
        WallOutlet outlet = new WallOutlet(
                id,
                wanted.flavour,
                language,
                wanted.kinds == null
                        ? List.of(WallKind.values())
                        : wanted.kinds.stream().distinct().toList());
        store.save(by.workspace(), outlet);
        log.write(by, new WallOutletChanged(id, false));
        Card made = card(by, id);
        return ResponseEntity.created(URI.create("/api/v1/wall-outlets/" + id))
                .eTag(ETags.of(made.version))
                .body(made);
    }

    @GetMapping("/{id}")
    @Transactional
    ResponseEntity<Card> get(Actor by, @PathVariable UUID id) {
        return answer(card(by, id));
    }

    @PatchMapping("/{id}")
    @Transactional
    ResponseEntity<Card> change(
            Actor by,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Change change) {
        WallOutlet was = outlet(by, id);
        chats.change(
                by,
                id,
                ETags.expected(ifMatch),
                change.name == null ? null : Texts.name(change.name, "/name"),
                change.url,
                change.active);
        store.save(
                by.workspace(),
                new WallOutlet(
                        id,
                        change.flavour == null ? was.flavour() : change.flavour,
                        change.language == null ? was.language() : language(change.language),
                        change.kinds == null
                                ? was.kinds()
                                : change.kinds.stream().distinct().toList()));
        log.write(by, new WallOutletChanged(id, false));
        return answer(card(by, id));
    }

    /** With the log of its posts. */
    @DeleteMapping("/{id}")
    @Transactional
    ResponseEntity<Void> delete(Actor by, @PathVariable UUID id) {
        outlet(by, id);
        chats.delete(by, id);
        log.write(by, new WallOutletChanged(id, true));
        return ResponseEntity.noContent().build();
    }

    /** Queues a post that says it is a test; how it went is among its posts. */
    @PostMapping("/{id}/test")
    @Transactional
    ResponseEntity<ChatAddresses.Call> test(Actor by, @PathVariable UUID id) {
        return ResponseEntity.accepted().body(posting.test(by, outlet(by, id)));
    }

    /** Newest first; kept for 30 days. */
    @GetMapping("/{id}/posts")
    @Transactional
    Page<ChatAddresses.Call> posts(Actor by, @PathVariable UUID id, Slice slice) {
        outlet(by, id);
        return chats.calls(by, id, slice);
    }

    private WallOutlet outlet(Actor by, UUID id) {
        by.mustHave(Permission.WORKSPACE_MANAGE);
        return store.all(by.workspace()).stream()
                .filter(outlet -> outlet.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("chat"));
    }

    private Card card(Actor by, UUID id) {
        return Card.of(outlet(by, id), chats.found(by, id));
    }

    private static String language(String given) {
        if (!AgentWords.UI_LANGUAGES.contains(given)) {
            throw Refusal.malformed("/language", "One of " + String.join(", ", AgentWords.UI_LANGUAGES) + ".");
        }
        return given;
    }

    private static ResponseEntity<Card> answer(Card card) {
        return ResponseEntity.ok().eTag(ETags.of(card.version)).body(card);
    }
}

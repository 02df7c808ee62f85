package org.fourleaf.screens;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fourleaf.boards.Standings;
import org.fourleaf.people.WorkspacePlace;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.web.ETags;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.PublicAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
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

/** Screens and their links over HTTP, for who manages the workspace. */
@RestController
@RequestMapping("/api/v1/screens")
class ScreenController {

    /** Behind the number sign: browsers keep it to themselves, so that it is in no log on the way. */
    private static final String PATH = "/screen#";

    record Wanted(
            @NotBlank @Size(max = Limits.NAME_LENGTH_MAX) String name,
            @Nullable @Size(max = Limits.LIST_SIZE_MAX) List<@NotNull ScreenPart> shows,
            @Nullable @Size(max = Screen.DEPARTMENTS_MAX) List<@NotNull UUID> departments,
            @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String metric,
            @Nullable @Size(max = 2) String language) {}

    /** Only what is there changes. */
    record Change(
            @Nullable @Size(min = 1, max = Limits.NAME_LENGTH_MAX)
            String name,

            @Nullable @Size(max = Limits.LIST_SIZE_MAX) List<@NotNull ScreenPart> shows,
            @Nullable @Size(max = Screen.DEPARTMENTS_MAX) List<@NotNull UUID> departments,
            @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String metric,
            @Nullable @Size(max = 2) String language) {}

    /** @param link only in the answer to its making and to a new one */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Card(
            UUID id,
            String name,
            List<ScreenPart> shows,
            List<UUID> departments,
            String metric,
            String language,
            Instant madeAt,
            @Nullable Instant seenAt,
            long version,
            @Nullable String link) {}

    private final ScreenStore store;
    private final ScreenEditing editing;
    private final WorkspacePlace places;
    private final PublicAddress address;
    private final Clock clock;

    ScreenController(
            ScreenStore store, ScreenEditing editing, WorkspacePlace places, PublicAddress address, Clock clock) {
        this.store = store;
        this.editing = editing;
        this.places = places;
        this.address = address;
        this.clock = clock;
    }

    @GetMapping
    @Transactional(readOnly = true)
    Page<Card> list(Actor by) {
        by.mustHave(Permission.WORKSPACE_MANAGE);
        return new Page<>(
                store.all(by.workspace()).stream()
                        .map(screen -> card(screen, null))
                        .toList(),
                null);
    }

    /** Unless said otherwise it shows everything of all departments, and leaders by points. */
    @PostMapping
    ResponseEntity<Card> add(Actor by, HttpServletRequest request, @Valid @RequestBody Wanted wanted) {
        Screen screen = new Screen(
                Ids.next(),
                Texts.name(wanted.name, "/name"),
                wanted.shows == null ? List.of(ScreenPart.values()) : distinct(wanted.shows),
                wanted.departments == null ? List.of() : distinct(wanted.departments),
                wanted.metric == null ? Standings.POINTS : wanted.metric,
                wanted.language == null ? places.language(by.workspace()) : wanted.language,
                clock.instant(),
                null,
                1);
        ScreenSecret secret = editing.add(by, screen);
        return ResponseEntity.created(URI.create("/api/v1/screens/" + screen.id()))
                .cacheControl(CacheControl.noStore())
                .eTag(ETags.of(1))
                .body(card(screen, link(by, request, secret)));
    }

    @GetMapping("/{id}")
    ResponseEntity<Card> get(Actor by, @PathVariable UUID id) {
        return answer(editing.found(by, id));
    }

    @PatchMapping("/{id}")
    ResponseEntity<Card> change(
            Actor by,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Change change) {
        editing.change(
                by,
                id,
                ETags.expected(ifMatch),
                was -> new Screen(
                        id,
                        change.name == null ? was.name() : Texts.name(change.name, "/name"),
                        change.shows == null ? was.shows() : distinct(change.shows),
                        change.departments == null ? was.departments() : distinct(change.departments),
                        change.metric == null ? was.metric() : change.metric,
                        change.language == null ? was.language() : change.language,
                        was.madeAt(),
                        was.seenAt(),
                        was.version()));
        return answer(editing.found(by, id));
    }

    /** A new link; the old one and every television it opened are shut out. */
    @PostMapping("/{id}/link")
    ResponseEntity<Card> renew(Actor by, HttpServletRequest request, @PathVariable UUID id) {
        ScreenSecret secret = editing.renew(by, id);
        return ResponseEntity.status(201)
                .cacheControl(CacheControl.noStore())
                .body(card(editing.found(by, id), link(by, request, secret)));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(Actor by, @PathVariable UUID id) {
        editing.delete(by, id);
        return ResponseEntity.noContent().build();
    }

    private String link(Actor by, HttpServletRequest request, ScreenSecret secret) {
        return places.configured(by.workspace()).orElseGet(() -> address.origin(request)) + PATH + secret.text();
    }

    private static <T> List<T> distinct(List<T> given) {
        return given.stream().distinct().toList();
    }

    private static Card card(Screen screen, @Nullable String link) {
        return new Card(
                screen.id(),
                screen.name(),
                screen.shows(),
                screen.departments(),
                screen.metric(),
                screen.language(),
                screen.madeAt(),
                screen.seenAt(),
                screen.version(),
                link);
    }

    private static ResponseEntity<Card> answer(Screen screen) {
        return ResponseEntity.ok().eTag(ETags.of(screen.version())).body(card(screen, null));
    }
}

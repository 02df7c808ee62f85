package org.fourleaf.tickets;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.departments.Departments;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.html.HtmlCleaning;
import org.fourleaf.platform.log.Log;
import org.fourleaf.platform.web.Cursor;
import org.fourleaf.platform.web.ETags;
import org.fourleaf.platform.web.Given;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
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

/** Canned messages over HTTP. Personal ones are their agent's; the others need {@link Permission#TEXTS_MANAGE}. */
@RestController
@RequestMapping("/api/v1/canned-messages")
class CannedMessageController {

    private static final int HTML_LENGTH_MAX = 100_000;
    private static final String LANGUAGE = "[a-z]{2,3}(-[A-Za-z]{2,4})?";

    record Wanted(
            @NotBlank @Size(max = Limits.NAME_LENGTH_MAX) String name,

            @Nullable @Size(max = Limits.SHORT_TEXT_LENGTH_MAX)
            String keywords,

            @NotBlank @Size(max = HTML_LENGTH_MAX) String html,
            @Nullable @Pattern(regexp = LANGUAGE) String language,
            CannedMessage.@Nullable Scope scope,
            @Nullable String department) {}

    record Change(
            @Nullable @Size(min = 1, max = Limits.NAME_LENGTH_MAX)
            String name,

            @Nullable @Size(max = Limits.SHORT_TEXT_LENGTH_MAX)
            String keywords,

            @Nullable @Size(min = 1, max = HTML_LENGTH_MAX) String html,
            @Nullable @Pattern(regexp = LANGUAGE) String language,
            CannedMessage.@Nullable Scope scope,
            Given<@Size(max = Limits.NAME_LENGTH_MAX) String> department) {}

    record Use(@NotNull String ticket) {}

    record Filled(String html) {}

    private final CannedMessageStore store;
    private final Departments departments;
    private final References references;
    private final Tickets tickets;
    private final TicketCardQuery cards;
    private final TicketVariables variables;
    private final Log log;

    CannedMessageController(
            CannedMessageStore store,
            Departments departments,
            References references,
            Tickets tickets,
            TicketCardQuery cards,
            TicketVariables variables,
            Log log) {
        this.store = store;
        this.departments = departments;
        this.references = references;
        this.tickets = tickets;
        this.cards = cards;
        this.variables = variables;
        this.log = log;
    }

    @GetMapping
    @Transactional(readOnly = true)
    Page<CannedMessage> list(Actor by, Slice slice) {
        Cursor after = slice.after(1);
        return slice.page(
                store.page(
                        by.workspace(),
                        by.id(),
                        departments.seenBy(by).ids(),
                        after == null ? null : after.id(0),
                        slice.fetch()),
                last -> Cursor.of(last.id()));
    }

    @GetMapping("/{id}")
    @Transactional(readOnly = true)
    ResponseEntity<CannedMessage> get(Actor by, @PathVariable UUID id) {
        return answer(found(by, id));
    }

    @PostMapping
    @Transactional
    ResponseEntity<CannedMessage> add(Actor by, @Valid @RequestBody Wanted wanted) {
        CannedMessage.Scope scope = Optional.ofNullable(wanted.scope).orElse(CannedMessage.Scope.PERSONAL);
        CannedMessage message = new CannedMessage(
                Ids.next(),
                Texts.name(wanted.name, "/name"),
                wanted.keywords == null ? "" : Texts.line(wanted.keywords),
                html(wanted.html),
                wanted.language == null ? "en" : wanted.language,
                scope,
                department(by, scope, wanted.department),
                scope == CannedMessage.Scope.PERSONAL ? by.agentId() : null,
                0,
                1);
        mustOwn(by, message);
        store.insert(by.workspace(), message);
        return ResponseEntity.created(URI.create("/api/v1/canned-messages/" + message.id()))
                .eTag(ETags.of(1))
                .body(message);
    }

    @PatchMapping("/{id}")
    @Transactional
    ResponseEntity<CannedMessage> change(
            Actor by,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Change change) {
        CannedMessage was = found(by, id);
        mustOwn(by, was);
        Long expected = ETags.expected(ifMatch);
        CannedMessage.Scope scope = change.scope == null ? was.scope() : change.scope;
        UUID department = change.department.present() || scope != was.scope()
                ? department(by, scope, change.department.value())
                : was.department();
        CannedMessage wanted = new CannedMessage(
                id,
                change.name == null ? was.name() : Texts.name(change.name, "/name"),
                change.keywords == null ? was.keywords() : Texts.line(change.keywords),
                change.html == null ? was.html() : html(change.html),
                change.language == null ? was.language() : change.language,
                scope,
                department,
                scope == CannedMessage.Scope.PERSONAL ? by.agentId() : null,
                was.uses(),
                was.version());
        mustOwn(by, wanted);
        if ((expected != null && expected != was.version()) || !store.update(by.workspace(), wanted)) {
            throw Refusal.stale();
        }
        return answer(found(by, id));
    }

    @DeleteMapping("/{id}")
    @Transactional
    ResponseEntity<Void> delete(Actor by, @PathVariable UUID id) {
        CannedMessage message = found(by, id);
        mustOwn(by, message);
        store.delete(by.workspace(), id);
        return ResponseEntity.noContent().build();
    }

    /** Its text with the variables of a ticket filled in; counts the use. */
    @PostMapping("/{id}/use")
    @Transactional
    Filled use(Actor by, @PathVariable UUID id, @Valid @RequestBody Use use) {
        CannedMessage message = found(by, id);
        Ticket ticket = tickets.readable(by, use.ticket);
        TicketCard card = cards.one(by, ticket.id());
        store.used(by.workspace(), id);
        if (by.isAgent()) {
            log.write(by, new ReadyTextUsed(by.agentId(), ticket.department(), id, ticket.id()));
        }
        Map<String, String> values = new HashMap<>(variables.of(by, card, Locale.forLanguageTag(message.language())));
        values.put("agent.name", by.name());
        return new Filled(TextVariables.fill(message.html(), values));
    }

    private CannedMessage found(Actor by, UUID id) {
        return store.find(by.workspace(), id)
                .filter(message -> switch (message.scope()) {
                    case ALL -> true;
                    case DEPARTMENT ->
                        message.department() != null && departments.seenBy(by).sees(message.department());
                    case PERSONAL -> by.isAgent() && by.agentId().equals(message.agent());
                })
                .orElseThrow(() -> Refusal.notFound("canned message"));
    }

    private static void mustOwn(Actor by, CannedMessage message) {
        if (message.scope() != CannedMessage.Scope.PERSONAL) {
            by.mustHave(Permission.TEXTS_MANAGE);
        }
    }

    private @Nullable UUID department(Actor by, CannedMessage.Scope scope, @Nullable String reference) {
        if (scope != CannedMessage.Scope.DEPARTMENT) {
            return null;
        }
        if (reference == null) {
            throw Refusal.invalid("/department", "Say which department's it is.");
        }
        return references.department(by, reference, "/department");
    }

    private static String html(String given) {
        TextVariables.mustBeKnown(given, "/html");
        return HtmlCleaning.clean(Texts.clean(given), contentId -> null).html();
    }

    private static ResponseEntity<CannedMessage> answer(CannedMessage message) {
        return ResponseEntity.ok().eTag(ETags.of(message.version())).body(message);
    }
}

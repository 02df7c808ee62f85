package org.fourleaf.people;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.web.Caller;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Agents over HTTP, by id or e-mail address. */
@RestController
@RequestMapping("/api/v1/agents")
class AgentController {

    static final int WORDS_MAX = 50;
    static final int WORD_LENGTH_MAX = 100;
    private static final String NOBODY = "nobody";

    record Wanted(
            @NotBlank @Size(max = Limits.EMAIL_LENGTH_MAX) String email,
            @NotBlank @Size(max = Limits.NAME_LENGTH_MAX) String name,
            @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String alias,
            @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String role,

            @Nullable @Size(max = Limits.LIST_SIZE_MAX)
            List<@NotBlank @Size(max = Limits.NAME_LENGTH_MAX) String> departments,

            @Nullable @Size(max = Limits.PASSWORD_LENGTH_MAX)
            String password,

            @Nullable @Size(max = WORD_LENGTH_MAX) String language,
            @Nullable @Size(max = WORD_LENGTH_MAX) String timeZone,

            @Nullable @Size(max = Limits.SHORT_TEXT_LENGTH_MAX)
            String signatureHtml,

            @Nullable @Size(max = WORDS_MAX) List<@NotEmpty @Size(max = WORD_LENGTH_MAX) String> languages,
            @Nullable @Size(max = WORDS_MAX) List<@NotEmpty @Size(max = WORD_LENGTH_MAX) String> skills) {

        @Override
        public String toString() {
            return "Wanted[" + email + "]";
        }
    }

    /** Fields left out stay; an alias, time zone or signature of null is taken away. */
    record Change(
            @Nullable @Size(min = 1, max = Limits.EMAIL_LENGTH_MAX)
            String email,

            @Nullable @Size(min = 1, max = Limits.NAME_LENGTH_MAX)
            String name,

            Given<@Size(max = Limits.NAME_LENGTH_MAX) String> alias,
            @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String role,
            @Nullable @Size(max = WORD_LENGTH_MAX) String language,
            Given<@Size(max = WORD_LENGTH_MAX) String> timeZone,
            Given<@Size(max = Limits.SHORT_TEXT_LENGTH_MAX) String> signatureHtml,
            @Nullable @Size(max = WORDS_MAX) List<@NotEmpty @Size(max = WORD_LENGTH_MAX) String> languages,
            @Nullable @Size(max = WORDS_MAX) List<@NotEmpty @Size(max = WORD_LENGTH_MAX) String> skills,
            @Nullable Boolean active,
            @Nullable @Valid Tickets tickets) {}

    /** Where the open tickets of a deactivated agent go. @param to another agent, null for nobody */
    record Tickets(Given<@Size(max = Limits.EMAIL_LENGTH_MAX) String> to) {}

    private final Agents agents;
    private final AgentEditing editing;
    private final AgentCards cards;
    private final Clock clock;

    AgentController(Agents agents, AgentEditing editing, AgentCards cards, Clock clock) {
        this.agents = agents;
        this.editing = editing;
        this.cards = cards;
        this.clock = clock;
    }

    @GetMapping
    @Transactional(readOnly = true)
    public Page<AgentCard> list(Actor by, @RequestParam @Nullable Boolean active, Slice slice) {
        return cards.of(by, agents.page(by, active, slice));
    }

    @GetMapping("/{agent}")
    @Transactional(readOnly = true)
    public ResponseEntity<AgentCard> get(Actor by, @PathVariable String agent) {
        return answer(by, agents.readable(by, agent));
    }

    @PostMapping
    @Transactional
    public ResponseEntity<AgentCard> add(Actor by, Caller caller, @Valid @RequestBody Wanted wanted) {
        by.mustHave(Permission.AGENTS_MANAGE);
        if (wanted.password != null || wanted.role != null) {
            // Else a token for little would make an owner who can sign in.
            caller.mustBeWhole();
        }
        Agent made = editing.add(by, agent(wanted), wanted.password);
        if (wanted.departments != null) {
            cards.join(by, made.id(), wanted.departments);
        }
        AgentCard card = cards.of(by, made);
        return ResponseEntity.created(URI.create("/api/v1/agents/" + made.id()))
                .eTag(ETags.of(made.version()))
                .body(card);
    }

    @PatchMapping("/{agent}")
    @Transactional
    public ResponseEntity<AgentCard> change(
            Actor by,
            Caller caller,
            @PathVariable String agent,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Change change) {
        if (change.role != null || change.email != null) {
            // Whoever owns the address can have the password reset.
            caller.mustBeWhole();
        }
        Agent was = agents.readable(by, agent);
        Agent wanted = changed(was, change);
        Long expected = ETags.expected(ifMatch);
        if (change.tickets != null && wanted.active()) {
            throw Refusal.invalid("/tickets", "Tickets are handed over when an agent is deactivated.");
        }
        boolean leaves = !wanted.active() && (was.active() || change.tickets != null);
        return answer(
                by,
                leaves
                        ? editing.deactivate(by, was, wanted, handover(by, change.tickets), expected)
                        : editing.change(by, was, wanted, expected));
    }

    /**
     * Deactivates: what they did stays theirs.
     *
     * @param ticketsTo who gets their open tickets: an agent, or {@value #NOBODY}; without it they stay theirs
     */
    @DeleteMapping("/{agent}")
    @Transactional
    public ResponseEntity<Void> deactivate(
            Actor by,
            @PathVariable String agent,
            @RequestParam(name = "tickets_to", required = false) @Nullable String ticketsTo) {
        Agent was = agents.readable(by, agent);
        Handover handover =
                ticketsTo == null ? null : new Handover(ticketsTo.equals(NOBODY) ? null : heir(by, ticketsTo));
        editing.deactivate(by, was, was.deactivated(), handover, null);
        return ResponseEntity.noContent().build();
    }

    private @Nullable Handover handover(Actor by, @Nullable Tickets tickets) {
        if (tickets == null) {
            return null;
        }
        if (!tickets.to.present()) {
            throw Refusal.malformed("/tickets/to", "Say who gets the tickets, null for nobody.");
        }
        return new Handover(tickets.to.map(named -> heir(by, named)).value());
    }

    private UUID heir(Actor by, String named) {
        return agents.find(by, named)
                .map(Agent::id)
                .orElseThrow(() -> Refusal.invalid("/tickets/to", "There is no such agent."));
    }

    private ResponseEntity<AgentCard> answer(Actor by, Agent agent) {
        return ResponseEntity.ok().eTag(ETags.of(agent.version())).body(cards.of(by, agent));
    }

    private Agent agent(Wanted wanted) {
        return new Agent(
                Ids.next(),
                EmailAddress.of(wanted.email, "/email"),
                Texts.name(wanted.name, "/name"),
                line(wanted.alias),
                Optional.ofNullable(wanted.role).orElse(BuiltInRole.AGENT.stored()),
                wanted.language == null ? "en" : AgentWords.uiLanguage(wanted.language, "/language"),
                AgentWords.THEMES.getFirst(),
                wanted.timeZone == null ? null : AgentWords.timeZone(wanted.timeZone, "/time_zone"),
                Texts.orNull(wanted.signatureHtml),
                Objects.requireNonNullElse(wanted.languages, List.of()),
                Objects.requireNonNullElse(wanted.skills, List.of()),
                true,
                null,
                clock.instant(),
                1);
    }

    private static Agent changed(Agent was, Change change) {
        return new Agent(
                was.id(),
                change.email == null ? was.email() : EmailAddress.of(change.email, "/email"),
                change.name == null ? was.name() : Texts.name(change.name, "/name"),
                line(change.alias.or(was.alias())),
                change.role == null ? was.role() : change.role,
                change.language == null ? was.language() : AgentWords.uiLanguage(change.language, "/language"),
                was.theme(),
                change.timeZone
                        .map(zone -> AgentWords.timeZone(zone, "/time_zone"))
                        .or(was.timeZone()),
                Texts.orNull(change.signatureHtml.or(was.signatureHtml())),
                change.languages == null ? was.languages() : change.languages,
                change.skills == null ? was.skills() : change.skills,
                change.active == null ? was.active() : change.active,
                was.erasedAt(),
                was.createdAt(),
                was.version());
    }

    static @Nullable String line(@Nullable String text) {
        return text == null ? null : Texts.orNull(Texts.line(text));
    }
}

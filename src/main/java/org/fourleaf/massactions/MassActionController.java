package org.fourleaf.massactions;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.fourleaf.departments.Departments;
import org.fourleaf.people.Agents;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.web.Given;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.fourleaf.tickets.Priority;
import org.fourleaf.tickets.Ticket;
import org.fourleaf.tickets.TicketClocks;
import org.fourleaf.tickets.TicketFilters;
import org.fourleaf.tickets.TicketSetQuery;
import org.fourleaf.tickets.TicketStatus;
import org.fourleaf.tickets.Tickets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The same change to many tickets over HTTP: begin, follow, stop, take back. */
@RestController
@RequestMapping("/api/v1/mass-actions")
class MassActionController {

    private static final int CODES_MAX = 1_000;
    private static final int TYPE_LENGTH_MAX = 40;
    private static final String OF_ITS_DEPARTMENT = "department";

    record Wanted(
            @NotNull @Valid Selection selection,
            @NotNull @Valid Act act) {}

    /** Either tickets by their codes, or all that a list of these parameters shows now. */
    record Selection(
            @Nullable @Size(max = CODES_MAX) List<@NotBlank @Size(max = Limits.NAME_LENGTH_MAX) String> codes,
            TicketFilters.@Nullable Asked filter) {}

    /** What is given is done; an assignee of null is nobody, a level of null none, and {@code department} what its department gives. */
    record Act(
            @Nullable TicketStatus status,

            @Nullable @Size(min = 1, max = Limits.NAME_LENGTH_MAX)
            String disposition,

            @Nullable Instant postponedUntil,
            @Nullable String department,
            Given<@Size(max = Limits.EMAIL_LENGTH_MAX) String> assignee,
            @Nullable Priority priority,
            Given<@Size(min = 1, max = Limits.NAME_LENGTH_MAX) String> slaLevel,

            @Nullable @Size(min = 1, max = TYPE_LENGTH_MAX) String type,

            @Nullable @Size(max = MassAct.TAGS_MAX) List<@NotBlank @Size(max = Limits.NAME_LENGTH_MAX) String> addTags,

            @Nullable @Size(max = MassAct.TAGS_MAX)
            List<@NotBlank @Size(max = Limits.NAME_LENGTH_MAX) String> removeTags,

            @Nullable Boolean restore) {}

    private final MassActing acting;
    private final Tickets tickets;
    private final TicketFilters filters;
    private final TicketSetQuery set;
    private final Departments departments;
    private final Agents agents;
    private final TicketClocks clocks;
    private final Clock clock;

    MassActionController(
            MassActing acting,
            Tickets tickets,
            TicketFilters filters,
            TicketSetQuery set,
            Departments departments,
            Agents agents,
            TicketClocks clocks,
            Clock clock) {
        this.acting = acting;
        this.tickets = tickets;
        this.filters = filters;
        this.set = set;
        this.departments = departments;
        this.agents = agents;
        this.clocks = clocks;
        this.clock = clock;
    }

    /** The tickets are those of this moment; what comes later is not touched. */
    @PostMapping
    @Transactional
    ResponseEntity<MassAction> start(Actor by, @Valid @RequestBody Wanted wanted) {
        MassAction action = acting.start(by, act(by, wanted.act), tickets(by, wanted.selection));
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/mass-actions/" + action.id()))
                .body(action);
    }

    /** One's own, newest first. */
    @GetMapping
    @Transactional(readOnly = true)
    Page<MassAction> list(Actor by, Slice slice) {
        return acting.page(by, slice);
    }

    @GetMapping("/{id}")
    @Transactional(readOnly = true)
    MassAction get(Actor by, @PathVariable UUID id) {
        return acting.readable(by, id);
    }

    @PostMapping("/{id}/cancel")
    @Transactional
    MassAction cancel(Actor by, @PathVariable UUID id) {
        return acting.cancel(by, id);
    }

    /** Puts each ticket back, but for what somebody changed since; such tickets are among its failures. */
    @PostMapping("/{id}/undo")
    @Transactional
    ResponseEntity<MassAction> undo(Actor by, @PathVariable UUID id) {
        return ResponseEntity.accepted().body(acting.undo(by, id));
    }

    /** In one order for all actions, so that two that cross never wait for each other in a circle. */
    private List<UUID> tickets(Actor by, Selection selection) {
        if ((selection.codes == null) == (selection.filter == null)) {
            throw Refusal.invalid("/selection", "Give either codes or filter.");
        }
        if (selection.filter != null) {
            TicketFilters.Asked asked = selection.filter;
            if (asked.q() != null) {
                Ticket named = tickets.found(by, asked.q()).orElse(null);
                if (named != null) {
                    return List.of(named.id());
                }
            }
            return filters.read(by, asked, null, Slice.first(1))
                    .map(filter -> set.ids(by, filter, MassActing.TICKETS_MAX + 1).stream()
                            .sorted()
                            .toList())
                    .orElse(List.of());
        }
        TreeSet<UUID> ids = new TreeSet<>();
        List<String> codes = new ArrayList<>(selection.codes);
        for (int i = 0; i < codes.size(); i++) {
            String pointer = "/selection/codes/" + i;
            ids.add(tickets.found(by, codes.get(i))
                    .orElseThrow(() -> Refusal.invalid(pointer, "There is no such ticket."))
                    .id());
        }
        return List.copyOf(ids);
    }

    private MassAct act(Actor by, Act act) {
        if (act.status == TicketStatus.CHATTING || act.status == TicketStatus.CALLING) {
            throw Refusal.invalid("/act/status", "A ticket does not become that by hand.");
        }
        boolean postpones = act.status == TicketStatus.POSTPONED;
        if (postpones != (act.postponedUntil != null)) {
            throw Refusal.invalid("/act/postponed_until", "Together with the status postponed, and only then.");
        }
        if (act.postponedUntil != null && !act.postponedUntil.isAfter(clock.instant())) {
            throw Refusal.invalid("/act/postponed_until", "Say until when, in the future.");
        }
        if (act.disposition != null && act.status != TicketStatus.RESOLVED) {
            throw Refusal.invalid("/act/disposition", "Only together with the status resolved.");
        }
        boolean restores = Boolean.TRUE.equals(act.restore);
        if (restores && act.status != null) {
            throw Refusal.invalid("/act/restore", "Either a status, or back to where it was.");
        }
        boolean ofDepartment = OF_ITS_DEPARTMENT.equals(act.slaLevel.value());
        MassAct wanted = new MassAct(
                act.status,
                act.disposition,
                act.postponedUntil,
                act.department == null ? null : department(by, act.department),
                act.assignee.present(),
                act.assignee.value() == null ? null : agent(by, act.assignee.value()),
                act.priority,
                act.slaLevel.present() && !ofDepartment,
                act.slaLevel.value() == null || ofDepartment ? null : level(by, act.slaLevel.value()),
                ofDepartment,
                act.type == null ? null : Texts.name(act.type, "/act/type"),
                names(act.addTags, "/act/add_tags"),
                names(act.removeTags, "/act/remove_tags"),
                restores);
        if (ofDepartment && !wanted.isLevelAlone()) {
            throw Refusal.invalid("/act/sla_level", "What the department gives is given by itself.");
        }
        if (wanted.isNothing()) {
            throw Refusal.invalid("/act", "Say what is to be done.");
        }
        return wanted;
    }

    private static List<String> names(@Nullable List<String> names, String pointer) {
        return names == null
                ? List.of()
                : names.stream()
                        .map(name -> Texts.name(name, pointer))
                        .distinct()
                        .toList();
    }

    private UUID department(Actor by, String reference) {
        return departments
                .find(by, reference)
                .orElseThrow(() -> Refusal.invalid("/act/department", "There is no such department."));
    }

    private UUID level(Actor by, String reference) {
        return clocks.find(by, reference)
                .orElseThrow(() -> Refusal.invalid("/act/sla_level", "There is no such service level."));
    }

    private UUID agent(Actor by, String reference) {
        return reference.equals("me")
                ? by.agentId()
                : agents.find(by, reference)
                        .orElseThrow(() -> Refusal.invalid("/act/assignee", "There is no such agent."))
                        .id();
    }
}

package org.fourleaf.ratings;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.fourleaf.customers.Customers;
import org.fourleaf.departments.Departments;
import org.fourleaf.people.Agent;
import org.fourleaf.people.Agents;
import org.fourleaf.people.WorkspacePlace;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.web.ETags;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.fourleaf.tickets.Tickets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What customers said, over HTTP: agents read their own, leads their departments', the permission {@code reports_all} all. {@code from}
 * and {@code to} are instants or days of the workspace's zone; {@code agent} may be {@code me}; {@code rating} and {@code kind} take
 * several by comma.
 */
@RestController
@RequestMapping("/api/v1/ratings")
class RatingController {

    private static final String ME = "me";

    /** @param reason needed to invalidate: so that colleagues need not wonder */
    record Change(
            @NotNull Boolean invalidated,

            @Nullable @Size(max = RatingInvalidating.REASON_LENGTH_MAX)
            String reason) {}

    private final RatingListQuery list;
    private final RatingInvalidating invalidating;
    private final Agents agents;
    private final Departments departments;
    private final Customers customers;
    private final Tickets tickets;
    private final WorkspacePlace place;

    RatingController(
            RatingListQuery list,
            RatingInvalidating invalidating,
            Agents agents,
            Departments departments,
            Customers customers,
            Tickets tickets,
            WorkspacePlace place) {
        this.list = list;
        this.invalidating = invalidating;
        this.agents = agents;
        this.departments = departments;
        this.customers = customers;
        this.tickets = tickets;
        this.place = place;
    }

    @GetMapping
    Page<RatingCard> list(
            Actor by,
            @RequestParam(required = false) @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String from,
            @RequestParam(required = false) @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String to,
            @RequestParam(required = false) @Nullable @Size(max = Limits.EMAIL_LENGTH_MAX) String agent,
            @RequestParam(required = false) @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String department,
            @RequestParam(required = false) @Nullable @Size(max = Limits.EMAIL_LENGTH_MAX) String customer,
            @RequestParam(required = false) @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String ticket,
            @RequestParam(required = false) @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String rating,
            @RequestParam(required = false) @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String kind,
            @RequestParam(required = false) @Nullable Boolean valid,
            Slice slice) {
        ZoneId zone = place.zone(by.workspace());
        return list.page(
                by,
                new RatingListQuery.Filter(
                        moment(from, "from", zone),
                        moment(to, "to", zone),
                        agent == null || agent.isBlank() ? null : agent(by, agent),
                        department == null || department.isBlank()
                                ? null
                                : departments
                                        .find(by, department)
                                        .orElseThrow(
                                                () -> Refusal.malformed("department", "There is no such department.")),
                        customer == null || customer.isBlank()
                                ? null
                                : customers.readable(by, customer).id(),
                        ticket == null || ticket.isBlank()
                                ? null
                                : tickets.readable(by, ticket).id(),
                        some(rating, "rating", Verdict::named),
                        some(kind, "kind", Measure::named),
                        valid),
                slice);
    }

    @GetMapping("/{id}")
    ResponseEntity<RatingCard> get(Actor by, @PathVariable UUID id) {
        return answer(list.readable(by, id));
    }

    /** Invalidates a rating, which stays to be seen, or lets it count again. */
    @PatchMapping("/{id}")
    ResponseEntity<RatingCard> change(
            Actor by,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Change change) {
        if (change.invalidated) {
            invalidating.invalidate(
                    by, id, ETags.expected(ifMatch), Texts.name(change.reason == null ? "" : change.reason, "/reason"));
        } else {
            invalidating.restore(by, id, ETags.expected(ifMatch));
        }
        return answer(list.readable(by, id));
    }

    private UUID agent(Actor by, String reference) {
        return reference.equals(ME)
                ? by.agentId()
                : agents.find(by, reference)
                        .map(Agent::id)
                        .orElseThrow(() -> Refusal.malformed("agent", "There is no such agent."));
    }

    private static <T> Set<T> some(@Nullable String names, String parameter, Function<String, @Nullable T> named) {
        Set<T> found = new LinkedHashSet<>();
        if (names != null && !names.isBlank()) {
            Arrays.stream(names.split(",", -1)).map(String::strip).forEach(name -> {
                T one = named.apply(name);
                if (one == null) {
                    throw Refusal.malformed(parameter, "There is no such " + parameter + ": " + Texts.line(name));
                }
                found.add(one);
            });
        }
        return found;
    }

    private static @Nullable Instant moment(@Nullable String said, String parameter, ZoneId zone) {
        if (said == null || said.isBlank()) {
            return null;
        }
        try {
            return said.length() > LocalDate.EPOCH.toString().length()
                    ? Instant.parse(said)
                    : LocalDate.parse(said).atStartOfDay(zone).toInstant();
        } catch (DateTimeParseException e) {
            throw Refusal.malformed(parameter, "Write a day as 2026-03-01 or a moment as 2026-03-01T08:00:00Z.");
        }
    }

    private static ResponseEntity<RatingCard> answer(RatingCard card) {
        return ResponseEntity.ok().eTag(ETags.of(card.version())).body(card);
    }
}

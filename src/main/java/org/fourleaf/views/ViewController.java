package org.fourleaf.views;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.conditions.ConditionForm;
import org.fourleaf.conditions.Conditions;
import org.fourleaf.departments.Departments;
import org.fourleaf.people.Agent;
import org.fourleaf.people.Agents;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.web.ETags;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.fourleaf.tickets.TicketListQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Saved views over HTTP. */
@RestController
@RequestMapping("/api/v1/views")
class ViewController {

    private static final String SORT_DEFAULT = "-last_message";
    private static final String OWN_FIELD = "fields\\..{1,100}";

    record Wanted(
            @NotBlank @Size(max = Limits.NAME_LENGTH_MAX) String name,
            @NotNull ConditionForm condition,
            @Nullable Sharing sharing,

            @Nullable @Size(max = View.SHARED_WITH_MAX)
            List<@NotBlank @Size(max = Limits.EMAIL_LENGTH_MAX) String> agents,

            @Nullable @Size(max = View.SHARED_WITH_MAX)
            List<@NotBlank @Size(max = Limits.NAME_LENGTH_MAX) String> departments,

            @Nullable @Size(max = View.COLUMNS_MAX) List<@NotBlank String> columns,
            @Nullable String sort) {}

    record Change(
            @Nullable @Size(min = 1, max = Limits.NAME_LENGTH_MAX)
            String name,

            @Nullable ConditionForm condition,
            @Nullable Sharing sharing,

            @Nullable @Size(max = View.SHARED_WITH_MAX)
            List<@NotBlank @Size(max = Limits.EMAIL_LENGTH_MAX) String> agents,

            @Nullable @Size(max = View.SHARED_WITH_MAX)
            List<@NotBlank @Size(max = Limits.NAME_LENGTH_MAX) String> departments,

            @Nullable @Size(max = View.COLUMNS_MAX) List<@NotBlank String> columns,
            @Nullable String sort) {}

    record Order(@NotNull @Size(max = Limits.LIST_SIZE_MAX) List<@NotNull UUID> views) {}

    private final Views views;
    private final ViewEditing editing;
    private final Conditions conditions;
    private final Agents agents;
    private final Departments departments;

    ViewController(Views views, ViewEditing editing, Conditions conditions, Agents agents, Departments departments) {
        this.views = views;
        this.editing = editing;
        this.conditions = conditions;
        this.agents = agents;
        this.departments = departments;
    }

    /** One's own, those shared with one, and the public ones, in one's own order. */
    @GetMapping
    @Transactional(readOnly = true)
    Page<ViewCard> list(Actor by, Slice slice) {
        return views.page(by, slice);
    }

    @GetMapping("/{id}")
    @Transactional(readOnly = true)
    ResponseEntity<ViewCard> get(Actor by, @PathVariable UUID id) {
        return answer(by, views.readable(by, id));
    }

    @PostMapping
    @Transactional
    ResponseEntity<ViewCard> add(Actor by, @Valid @RequestBody Wanted wanted) {
        Sharing sharing = wanted.sharing == null ? Sharing.PRIVATE : wanted.sharing;
        View view = editing.add(
                by,
                new View(
                        Ids.next(),
                        Texts.name(wanted.name, "/name"),
                        by.agentId(),
                        sharing,
                        agents(by, sharing, wanted.agents),
                        departments(by, sharing, wanted.departments),
                        condition(by, wanted.condition),
                        columns(wanted.columns),
                        sort(wanted.sort == null ? SORT_DEFAULT : wanted.sort),
                        1));
        return ResponseEntity.created(URI.create("/api/v1/views/" + view.id()))
                .eTag(ETags.of(1))
                .body(views.card(by, view));
    }

    @PatchMapping("/{id}")
    @Transactional
    ResponseEntity<ViewCard> change(
            Actor by,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Change change) {
        View was = views.readable(by, id);
        Sharing sharing = change.sharing == null ? was.sharing() : change.sharing;
        boolean narrower = sharing != Sharing.SHARED;
        View changed = new View(
                id,
                change.name == null ? was.name() : Texts.name(change.name, "/name"),
                was.owner(),
                sharing,
                change.agents == null && !narrower ? was.agents() : agents(by, sharing, change.agents),
                change.departments == null && !narrower
                        ? was.departments()
                        : departments(by, sharing, change.departments),
                change.condition == null ? was.condition() : condition(by, change.condition),
                change.columns == null ? was.columns() : columns(change.columns),
                change.sort == null ? was.sort() : sort(change.sort),
                was.version());
        return answer(by, editing.change(by, was, changed, ETags.expected(ifMatch)));
    }

    @DeleteMapping("/{id}")
    @Transactional
    ResponseEntity<Void> delete(
            Actor by,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        editing.delete(by, id, ETags.expected(ifMatch));
        return ResponseEntity.noContent().build();
    }

    /** One's own order in the sidebar; views not named follow by name. */
    @PutMapping("/order")
    @Transactional
    ResponseEntity<Void> arrange(Actor by, @Valid @RequestBody Order order) {
        editing.arrange(by, List.copyOf(new LinkedHashSet<>(order.views)));
        return ResponseEntity.noContent().build();
    }

    private ConditionForm condition(Actor by, ConditionForm form) {
        return conditions.read(by, form, "/condition").form();
    }

    private List<UUID> agents(Actor by, Sharing sharing, @Nullable List<String> references) {
        if (sharing != Sharing.SHARED || references == null) {
            return List.of();
        }
        Set<UUID> ids = new LinkedHashSet<>();
        for (int i = 0; i < references.size(); i++) {
            String pointer = "/agents/" + i;
            ids.add(agents.find(by, references.get(i))
                    .map(Agent::id)
                    .orElseThrow(() -> Refusal.invalid(pointer, "There is no such agent.")));
        }
        return List.copyOf(ids);
    }

    private List<UUID> departments(Actor by, Sharing sharing, @Nullable List<String> references) {
        if (sharing != Sharing.SHARED || references == null) {
            return List.of();
        }
        Set<UUID> ids = new LinkedHashSet<>();
        for (int i = 0; i < references.size(); i++) {
            String pointer = "/departments/" + i;
            ids.add(departments
                    .find(by, references.get(i))
                    .orElseThrow(() -> Refusal.invalid(pointer, "There is no such department.")));
        }
        return List.copyOf(ids);
    }

    private static List<String> columns(@Nullable List<String> columns) {
        if (columns == null) {
            return List.of();
        }
        for (int i = 0; i < columns.size(); i++) {
            String column = Objects.requireNonNull(columns.get(i));
            if (!View.COLUMNS.contains(column) && !column.matches(OWN_FIELD)) {
                throw Refusal.invalid("/columns/" + i, "There is no such column.");
            }
        }
        return List.copyOf(new LinkedHashSet<>(columns));
    }

    private static String sort(String name) {
        try {
            TicketListQuery.Sort.named(name);
        } catch (Refusal e) {
            throw Refusal.invalid("/sort", e.faults().getFirst().message());
        }
        return name;
    }

    private ResponseEntity<ViewCard> answer(Actor by, View view) {
        return ResponseEntity.ok().eTag(ETags.of(view.version())).body(views.card(by, view));
    }
}

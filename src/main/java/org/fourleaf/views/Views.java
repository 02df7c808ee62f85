package org.fourleaf.views;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.conditions.Condition;
import org.fourleaf.conditions.Conditions;
import org.fourleaf.conditions.Viewer;
import org.fourleaf.departments.Departments;
import org.fourleaf.people.Agents;
import org.fourleaf.people.PersonName;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.web.Cursor;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.fourleaf.tickets.ListNarrowing;
import org.fourleaf.tickets.Narrowing;
import org.fourleaf.tickets.TicketListQuery;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to views: whoever may not see one is told that there is none. Tells the list of tickets what a view narrows it to. */
@Component
@Transactional(readOnly = true)
class Views implements ListNarrowing {

    private final ViewStore store;
    private final Conditions conditions;
    private final Departments departments;
    private final Agents agents;

    Views(ViewStore store, Conditions conditions, Departments departments, Agents agents) {
        this.store = store;
        this.conditions = conditions;
        this.departments = departments;
        this.agents = agents;
    }

    View readable(Actor by, UUID id) {
        return store.find(by.workspace(), by.agentId(), id).orElseThrow(() -> Refusal.notFound("view"));
    }

    Page<ViewCard> page(Actor by, Slice slice) {
        Page<ViewStore.Placed> found = slice.page(
                store.page(by.workspace(), by.agentId(), slice.after(3), slice.fetch()),
                last -> Cursor.of(last.place(), last.key(), last.view().id()));
        return new Page<>(
                cards(by, found.items().stream().map(ViewStore.Placed::view).toList()), found.next());
    }

    ViewCard card(Actor by, View view) {
        return cards(by, List.of(view)).getFirst();
    }

    private List<ViewCard> cards(Actor by, Collection<View> views) {
        Set<UUID> people = new LinkedHashSet<>();
        views.forEach(view -> {
            people.add(view.owner());
            people.addAll(view.agents());
        });
        Map<UUID, PersonName> names = agents.names(by, people);
        Map<UUID, String> places = new HashMap<>();
        departments.all(by).forEach(department -> places.put(department.id(), department.name()));
        List<ViewCard> cards = new ArrayList<>();
        for (View view : views) {
            Condition condition = conditions.kept(view.condition());
            Map<String, String> named = conditions.names(by, condition);
            cards.add(new ViewCard(
                    view.id(),
                    view.name(),
                    view.sharing(),
                    people(names, List.of(view.owner())).stream().findFirst().orElse(null),
                    people(names, view.agents()),
                    view.departments().stream()
                            .filter(places::containsKey)
                            .map(id -> new ViewCard.Named(id, places.getOrDefault(id, "")))
                            .toList(),
                    view.condition(),
                    view.columns(),
                    view.sort(),
                    named,
                    conditions.missing(by, condition, named),
                    view.isEditableBy(by),
                    view.version()));
        }
        return cards;
    }

    private static List<ViewCard.Named> people(Map<UUID, PersonName> names, List<UUID> ids) {
        return ids.stream()
                .<ViewCard.Named>mapMulti((id, into) -> {
                    PersonName name = names.get(id);
                    if (name != null) {
                        into.accept(new ViewCard.Named(id, name.name()));
                    }
                })
                .toList();
    }

    @Override
    public Narrowing of(Actor by, UUID id) {
        View view = readable(by, id);
        Condition condition = conditions.kept(view.condition());
        if (!conditions.missing(by, condition, conditions.names(by, condition)).isEmpty()) {
            throw Refusal.conflict(
                    "view-broken", "This view names something that is no more; change its condition, or remove it.");
        }
        return conditions.narrowing(by, condition, conditions.viewer(by), TicketListQuery.Sort.named(view.sort()));
    }

    @Override
    public Map<UUID, Narrowing> first(Actor by, int max) {
        Map<UUID, Narrowing> found = new LinkedHashMap<>();
        if (!by.isAgent()) {
            return found;
        }
        Viewer viewer = conditions.viewer(by);
        for (ViewStore.Placed placed : store.page(by.workspace(), by.agentId(), null, max)) {
            View view = placed.view();
            Condition condition = conditions.kept(view.condition());
            if (conditions
                    .missing(by, condition, conditions.names(by, condition))
                    .isEmpty()) {
                found.put(view.id(), conditions.narrowing(by, condition, viewer, null));
            }
        }
        return found;
    }
}

package org.fourleaf.conditions;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fourleaf.customers.Customer;
import org.fourleaf.customers.Customers;
import org.fourleaf.departments.Departments;
import org.fourleaf.fields.Field;
import org.fourleaf.fields.FieldSubject;
import org.fourleaf.fields.Fields;
import org.fourleaf.people.Agent;
import org.fourleaf.people.Agents;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.database.Sql;
import org.fourleaf.tickets.Channel;
import org.fourleaf.tickets.Narrowing;
import org.fourleaf.tickets.TicketListQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to conditions: reads them, knows what they name, and asks them of the list. */
@Component
@Transactional(readOnly = true)
public class Conditions {

    private static final Set<String> ACTORS =
            Arrays.stream(Actor.Kind.values()).map(Conditions::word).collect(Collectors.toUnmodifiableSet());

    private static final Viewer TIMELESS = new Viewer(null, List.of(), Instant.EPOCH);

    /** Something a condition names that is no more. @param pointer to the test inside the condition */
    public record Missing(String pointer, String field, String value) {}

    private final Departments departments;
    private final Agents agents;
    private final Customers customers;
    private final Fields fields;
    private final ReferenceNamesQuery names;
    private final Clock clock;

    Conditions(
            Departments departments,
            Agents agents,
            Customers customers,
            Fields fields,
            ReferenceNamesQuery names,
            Clock clock) {
        this.departments = departments;
        this.agents = agents;
        this.customers = customers;
        this.fields = fields;
        this.names = names;
        this.clock = clock;
    }

    /**
     * One that lists can be asked. Names become ids, so that a later renaming changes nothing.
     *
     * @param pointer where it stands in the body
     * @throws Refusal invalid, pointing to what is wrong
     */
    public Condition read(Actor by, ConditionForm form, String pointer) {
        Condition parsed = ConditionParsing.parse(form, pointer);
        parsed.tests().forEach((place, test) -> {
            if (test.field().momentary()) {
                throw Refusal.invalid(pointer + place + "/field", "A list can't be asked this, only a rule.");
            }
            if (test.momentary()) {
                throw Refusal.invalid(pointer + place + "/op", "A list can't be asked this, only a rule.");
            }
        });
        return resolved(by, parsed, pointer);
    }

    /** One that may ask of the moment too; nobody is "me" in it. @throws Refusal invalid, pointing to what is wrong */
    public Condition readOfMoment(Actor by, ConditionForm form, String pointer) {
        Condition parsed = ConditionParsing.parse(form, pointer);
        parsed.tests().forEach((place, test) -> {
            if ((test.field() == TicketField.ASSIGNEE && test.values().contains(Viewer.ME))
                    || (test.field() == TicketField.DEPARTMENT && test.values().contains(Viewer.MINE))) {
                throw Refusal.invalid(
                        pointer + place + "/value", "Nobody in particular asks here: name whom you mean.");
            }
        });
        return resolved(by, parsed, pointer);
    }

    private Condition resolved(Actor by, Condition parsed, String pointer) {
        Set<String> keys = keys(by, parsed);
        Map<Condition.Test, Condition.Test> resolved = new LinkedHashMap<>();
        parsed.tests().forEach((place, test) -> {
            if (test.field() == TicketField.CUSTOM && !keys.contains(String.valueOf(test.key()))) {
                throw Refusal.invalid(pointer + place + "/field", "There is no such field.");
            }
            if (test.field().kind() == TicketField.Kind.REFERENCE) {
                List<String> ids = test.values().stream()
                        .map(value -> id(by, test.field(), value, pointer + place + "/value"))
                        .distinct()
                        .toList();
                resolved.put(test, new Condition.Test(test.field(), test.key(), test.operator(), ids));
            }
        });
        return parsed.with(test -> resolved.getOrDefault(test, test));
    }

    /** One that was read before and kept. */
    public Condition kept(ConditionForm form) {
        return ConditionParsing.parse(form, "");
    }

    private String id(Actor by, TicketField field, String value, String pointer) {
        if ((field == TicketField.ASSIGNEE && (value.equals(Viewer.ME) || value.equals(Viewer.NOBODY)))
                || (field == TicketField.DEPARTMENT && value.equals(Viewer.MINE))) {
            return value;
        }
        if ((field == TicketField.SOURCE && Channel.named(value) != null)
                || (field == TicketField.ACTOR && ACTORS.contains(value))) {
            return value;
        }
        Optional<UUID> found = switch (field) {
            case DEPARTMENT -> departments.find(by, value);
            case ASSIGNEE, ACTOR -> agents.find(by, value).map(Agent::id);
            case CUSTOMER -> customers.find(by, value).map(Customer::id);
            default ->
                names.named(by.workspace(), field, value).or(() -> asId(value).filter(id -> known(by, field, id)));
        };
        return found.orElseThrow(() -> Refusal.invalid(pointer, "There is no such " + field.json() + ": " + value))
                .toString();
    }

    private boolean known(Actor by, TicketField field, UUID id) {
        return !names.names(by.workspace(), field, List.of(id)).isEmpty();
    }

    private static Optional<UUID> asId(String value) {
        try {
            return Optional.of(UUID.fromString(value));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What the things it names are called now, by id. */
    public Map<String, String> names(Actor by, Condition condition) {
        Map<String, String> all = new LinkedHashMap<>();
        for (TicketField field : TicketField.values()) {
            List<UUID> ids = condition.tests().values().stream()
                    .filter(test -> test.field() == field && field.kind() == TicketField.Kind.REFERENCE)
                    .flatMap(test -> test.values().stream())
                    .filter(Viewer::isId)
                    .map(UUID::fromString)
                    .distinct()
                    .toList();
            names.names(by.workspace(), field, ids).forEach((id, name) -> all.put(id.toString(), name));
        }
        return all;
    }

    /** What it names that is gone; a condition that misses something can't be asked. */
    public List<Missing> missing(Actor by, Condition condition, Map<String, String> names) {
        List<Missing> missing = new ArrayList<>();
        Set<String> keys = keys(by, condition);
        condition.tests().forEach((pointer, test) -> {
            String key = test.key();
            if (test.field() == TicketField.CUSTOM && key != null && !keys.contains(key)) {
                missing.add(new Missing(pointer, test.fieldName(), key));
            }
            if (test.field().kind() == TicketField.Kind.REFERENCE) {
                test.values().stream()
                        .filter(value -> Viewer.isId(value) && !names.containsKey(value))
                        .forEach(value -> missing.add(new Missing(pointer, test.fieldName(), value)));
            }
        });
        return missing;
    }

    private Set<String> keys(Actor by, Condition condition) {
        return condition.tests().values().stream().noneMatch(test -> test.field() == TicketField.CUSTOM)
                ? Set.of()
                : fields.of(by, FieldSubject.TICKET).stream().map(Field::key).collect(Collectors.toSet());
    }

    /** Whether a ticket could fit at some time: what hangs on the moment or on the clock is taken to hold. */
    public boolean mayFit(TicketPicture picture, Condition condition) {
        return picture.fits(relaxed(condition), TIMELESS);
    }

    /** The same asked of the database, over {@code ticket t}. */
    public Sql mayFit(Actor by, Condition condition) {
        return new ConditionQuery(by.workspace(), TIMELESS).where(relaxed(condition));
    }

    private static Condition relaxed(Condition condition) {
        return switch (condition) {
            case Condition.All(List<Condition> parts) ->
                new Condition.All(parts.stream().map(Conditions::relaxed).toList());
            case Condition.Any(List<Condition> parts) ->
                new Condition.Any(parts.stream().map(Conditions::relaxed).toList());
            case Condition.Test test
            when test.momentary() || test.operator().hangsOnNow() -> new Condition.All(List.of());
            case Condition.Test test -> test;
        };
    }

    /** How a kind of actor is called in a condition. */
    public static String word(Actor.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    public Viewer viewer(Actor by) {
        UUID me = by.isAgent() ? by.agentId() : null;
        return new Viewer(me, me == null ? List.of() : names.departmentsOf(by.workspace(), me), clock.instant());
    }

    /** The condition as the list of tickets takes it. */
    public Narrowing narrowing(Actor by, Condition condition, Viewer viewer, TicketListQuery.@Nullable Sort sort) {
        return ConditionNarrowing.of(condition, by.workspace(), viewer, sort);
    }
}

package org.fourleaf.conditions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.InFourleaf;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.fourleaf.platform.database.TestDatabase;
import org.fourleaf.platform.database.Workspaces;
import org.fourleaf.platform.web.Slice;
import org.fourleaf.tickets.Narrowing;
import org.fourleaf.tickets.Ticket;
import org.fourleaf.tickets.TicketCard;
import org.fourleaf.tickets.TicketFilters;
import org.fourleaf.tickets.TicketListQuery;
import org.fourleaf.tickets.TicketSetQuery;
import org.fourleaf.tickets.Tickets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** A condition means the same to the database, to the list and to one ticket in memory: random conditions over odd tickets. */
@InFourleaf
class ConditionAgreementTest {

    private static final int TICKETS = 120;
    private static final int CONDITIONS = 400;
    private static final long SEED = 20261122;
    private static final List<TicketListQuery.Sort> SORTS = List.of(TicketListQuery.Sort.values());
    private static final List<TicketField> FIELDS = Arrays.stream(TicketField.values())
            .filter(field -> !field.momentary())
            .toList();

    private final World world;
    private final Actor by;
    private final JdbcClient jdbc;
    private final Tickets tickets;
    private final TicketPictureQuery pictures;
    private final Conditions conditions;
    private final TicketListQuery list;
    private final TicketSetQuery set;
    private final TransactionOperations transaction;
    private final Random random = new Random(SEED);
    private final List<String> tags = new ArrayList<>();
    private static final String LEVEL = UUID.randomUUID().toString();

    private final List<String> departments = new ArrayList<>();
    private final List<String> agents = new ArrayList<>(List.of("me", "none"));

    ConditionAgreementTest(
            @Autowired Worlds worlds,
            @Autowired JdbcClient jdbc,
            @Autowired Tickets tickets,
            @Autowired TicketPictureQuery pictures,
            @Autowired Conditions conditions,
            @Autowired TicketListQuery list,
            @Autowired TicketSetQuery set,
            @Autowired TransactionOperations transaction) {
        world = worlds.fresh();
        by = world.ownerActor();
        this.jdbc = jdbc;
        this.tickets = tickets;
        this.pictures = pictures;
        this.conditions = conditions;
        this.list = list;
        this.set = set;
        this.transaction = transaction;
    }

    @BeforeAll
    void oddTickets() {
        JdbcClient owner = JdbcClient.create(TestDatabase.owner());
        UUID customer = owner.sql("select id from customer where workspace_id = :w")
                .param("w", world.workspace())
                .query(Row.as(row -> row.uuid("id")))
                .single();
        UUID inGroups = world.olga()
                .post(
                        "/api/v1/customers",
                        Map.of("name", "Vip", "email", "vip@example.org", "groups", List.of("vip", "ÜNÏCODE")))
                .mustBe(201)
                .id("/id");
        departments.add(world.department("Support").toString());
        departments.add(world.department("Sales").toString());
        agents.add(world.agentId(World.ANNA).toString());
        agents.add(Objects.requireNonNull(by.id()).toString());
        for (String tag : List.of("vip", "Ünïcode", "slow")) {
            tags.add(world.olga()
                    .post("/api/v1/tags", Map.of("name", tag))
                    .mustBe(201)
                    .text("/id"));
        }
        List<String> subjects = List.of("ΟΔΟΣ προς", "Straße İstanbul", "Ąžuolas", "100% _sure_", "你好", "plain");
        List<String> fields = List.of(
                "{}",
                "{\"size\": 12, \"colour\": \"Red\"}",
                "{\"size\": \"007\", \"colour\": null}",
                "{\"size\": 1.50, \"days\": \"2026-03-02\", \"list\": [\"a\", \"b\"]}",
                "{\"colour\": \"ΣΊΣΥΦΟΣ\", \"ok\": true, \"days\": \"2027-01-01T00:00:00Z\"}",
                "{\"size\": \"12 m\", \"list\": []}");
        Instant now = Instant.now();
        for (int i = 0; i < TICKETS; i++) {
            Instant created = now.minus(Duration.ofHours(random.nextInt(2_000))).truncatedTo(ChronoUnit.MICROS);
            UUID id = UUID.randomUUID();
            int status = 1 + random.nextInt(10);
            owner.sql("""
                            insert into ticket (workspace_id, id, code, subject, status, priority, type, department_id, assignee_id, customer_id,
                                channel, created_at, updated_at, last_message_at, status_since, due_at, postponed_until, resolved_at,
                                first_answered_at, disposition, linked_from, has_attachments, fields)
                            values (:w, :id, :code, :subject, :status, :priority, :type, :department, :assignee, :customer, :channel, :created,
                                :created, :last, :created, :due, :until, :resolved, :answered, :disposition, :linked, :files, cast(:fields as jsonb))
                            """)
                    .param("w", world.workspace())
                    .param("id", id)
                    .param("code", "ODD-%05d-001".formatted(i))
                    .param("subject", subjects.get(random.nextInt(subjects.size())))
                    .param("status", status)
                    .param("priority", 1 + random.nextInt(4))
                    .param("type", random.nextBoolean() ? "question" : "Problem")
                    .param("department", UUID.fromString(departments.get(random.nextInt(2))))
                    .param("assignee", random.nextBoolean() ? null : UUID.fromString(agents.get(2 + random.nextInt(2))))
                    .param("customer", random.nextBoolean() ? customer : inGroups)
                    .param("channel", 1 + random.nextInt(3))
                    .param("created", Sql.bind(created))
                    .param("last", Sql.bind(created.plusSeconds(random.nextInt(90_000))))
                    .param("due", Sql.bind(now.plusSeconds(random.nextInt(400_000) - 200_000)))
                    .param("until", Sql.bind(random.nextBoolean() ? null : now.plusSeconds(random.nextInt(90_000))))
                    .param("resolved", Sql.bind(status == 8 ? created.plusSeconds(60) : null))
                    .param("answered", Sql.bind(random.nextBoolean() ? null : created))
                    .param("disposition", random.nextInt(3) == 0 ? "sold" : null)
                    .param("linked", random.nextInt(4) == 0 ? id : null)
                    .param("files", random.nextBoolean())
                    .param("fields", fields.get(random.nextInt(fields.size())))
                    .update();
            for (String tag : tags) {
                if (random.nextInt(3) == 0) {
                    owner.sql("""
                                    insert into ticket_tag (workspace_id, ticket_id, tag_id, live, last_at)
                                    select workspace_id, id, :tag, status < 9, last_message_at from ticket where workspace_id = :w and id = :id
                                    """)
                            .param("w", world.workspace())
                            .param("id", id)
                            .param("tag", UUID.fromString(tag))
                            .update();
                }
            }
        }
        owner.sql("""
                        update ticket set sla_standing = (priority + status) % 5, sla_level_id = case when priority > 2 then cast(:level as uuid) end
                        where workspace_id = :w
                        """).param("level", LEVEL).param("w", world.workspace()).update();
    }

    @Test
    void sql_list_count_and_memory_agree() {
        List<TicketPicture> all = inWorkspace(() -> Objects.requireNonNull(transaction.execute(status -> pictures())));
        int someFit = 0;
        for (int i = 0; i < CONDITIONS; i++) {
            Condition condition = ConditionParsing.parse(group(1), "");
            assertThat(ConditionParsing.parse(condition.form(), "")).isEqualTo(condition);
            Viewer viewer = inWorkspace(() -> Objects.requireNonNull(transaction.execute(s -> conditions.viewer(by))));
            Set<String> inMemory = new HashSet<>();
            all.stream()
                    .filter(picture -> picture.fits(condition, viewer))
                    .forEach(picture -> inMemory.add(picture.ticket().code().text()));
            assertThat(inSql(condition, viewer)).as("%s", condition).isEqualTo(inMemory);
            Narrowing narrowing =
                    ConditionNarrowing.of(condition, world.workspace(), viewer, SORTS.get(i % SORTS.size()));
            assertListed(condition, narrowing, viewer, all);
            someFit += inMemory.isEmpty() ? 0 : 1;
        }
        assertThat(someFit).isGreaterThan(CONDITIONS / 4);
    }

    private void assertListed(Condition condition, Narrowing narrowing, Viewer viewer, List<TicketPicture> all) {
        Set<String> expected = new HashSet<>();
        boolean asked = narrowing.statuses() != null;
        all.stream()
                .filter(picture -> picture.fits(condition, viewer))
                .map(TicketPicture::ticket)
                .filter(ticket -> asked || !ticket.status().isOut())
                .filter(ticket -> (narrowing.sort() != TicketListQuery.Sort.IMPORTANCE
                                && narrowing.sort() != TicketListQuery.Sort.DUE)
                        || ticket.status().isWaiting())
                .forEach(ticket -> expected.add(ticket.code().text()));
        Set<String> listed = new HashSet<>();
        String cursor = null;
        do {
            Slice slice = new Slice(17, cursor);
            var page = inWorkspace(() ->
                    Objects.requireNonNull(transaction.execute(status -> list.page(by, filter(narrowing, slice)))));
            page.items().stream()
                    .map(TicketCard::code)
                    .forEach(code -> assertThat(listed.add(code))
                            .as("%s twice in %s", code, condition)
                            .isTrue());
            cursor = page.next();
        } while (cursor != null);
        assertThat(listed).as("%s sorted %s", condition, narrowing.sort()).isEqualTo(expected);
        long counted = inWorkspace(() -> Objects.requireNonNull(
                        transaction.execute(status -> set.count(by, filter(narrowing, Slice.first(1)), 1_000, 1_000))))
                .n();
        assertThat(counted).isEqualTo(expected.size());
    }

    private TicketListQuery.Filter filter(Narrowing narrowing, Slice slice) {
        return TicketFilters.of(world.workspace(), narrowing, slice).orElseThrow();
    }

    private Set<String> inSql(Condition condition, Viewer viewer) {
        return new HashSet<>(inWorkspace(() -> Objects.requireNonNull(transaction.execute(
                status -> Sql.of("select t.code from ticket t where t.workspace_id = ? and", world.workspace())
                        .add(new ConditionQuery(world.workspace(), viewer).where(condition))
                        .on(jdbc)
                        .query(Row.as(row -> row.text("code")))
                        .list()))));
    }

    private List<TicketPicture> pictures() {
        return jdbc
                .sql("select id from ticket where workspace_id = :w")
                .param("w", world.workspace())
                .query(Row.as(row -> row.uuid("id")))
                .list()
                .stream()
                .map(id -> {
                    Ticket ticket = tickets.byId(by, id).orElseThrow();
                    return pictures.of(by, ticket);
                })
                .toList();
    }

    private <T> T inWorkspace(ScopedValue.CallableOp<T, RuntimeException> work) {
        return Workspaces.call(world.workspace(), work);
    }

    private ConditionForm group(int depth) {
        List<ConditionForm> parts = new ArrayList<>();
        int n = 1 + random.nextInt(3);
        for (int i = 0; i < n; i++) {
            parts.add(depth < 3 && random.nextInt(3) == 0 ? group(depth + 1) : test());
        }
        boolean all = random.nextBoolean();
        return new ConditionForm(all ? parts : null, all ? null : parts, null, null, null);
    }

    private ConditionForm test() {
        TicketField field = FIELDS.get(random.nextInt(FIELDS.size()));
        List<Operator> operators = new ArrayList<>();
        for (Operator operator : Operator.values()) {
            if (field.takes(operator) && operator != Operator.MATCHES) {
                operators.add(operator);
            }
        }
        Operator operator = operators.get(random.nextInt(operators.size()));
        String name = field == TicketField.CUSTOM
                ? "fields."
                        + List.of("size", "colour", "days", "list", "ok", "none")
                                .get(random.nextInt(6))
                : field.json();
        return ConditionForm.test(name, operator.json(), value(field, operator));
    }

    private @Nullable Object value(TicketField field, Operator operator) {
        if (operator.takesNoValue()) {
            return null;
        }
        if (operator.takesSeconds()) {
            return random.nextInt(3_000_000);
        }
        if (operator == Operator.BETWEEN) {
            return field == TicketField.CUSTOM ? List.of("1.5", "12") : List.of(instant(), instant());
        }
        return switch (field) {
            case STATUS -> some("new", "open", "answered", "pending", "postponed", "resolved", "spam", "deleted");
            case PRIORITY -> some("low", "normal", "high", "urgent");
            case CHANNEL -> some("email", "form", "portal", "chat");
            case DEPARTMENT ->
                some(
                        departments.get(0),
                        departments.get(1),
                        "mine",
                        UUID.randomUUID().toString());
            case ASSIGNEE -> some(agents.toArray(String[]::new));
            case TAG -> some(tags.toArray(String[]::new));
            case SLA_LEVEL -> some(LEVEL, UUID.randomUUID().toString());
            case CUSTOMER, COMPANY, SUB_STATUS -> some(UUID.randomUUID().toString());
            case TYPE -> some("question", "problem", "Problem");
            case DISPOSITION -> some("sold", "lost");
            case SUBJECT -> some("οδος", "ΠΡΌΣ", "straße", "istanbul", "Azu", "%", "_", "好", "PLAIN", "plain");
            case OVERDUE, DUE_SOON, NEEDS_ANSWER, ANSWERED, LINKED, ATTACHMENTS -> random.nextBoolean();
            case CREATED, CHANGED, LAST_MESSAGE, STATUS_SINCE, DUE, POSTPONED_UNTIL, RESOLVED -> instant();
            case SOURCE -> some("email", "form", "portal", UUID.randomUUID().toString());
            case CUSTOMER_GROUP -> some("VIP", "Ünïcode", "slow");
            case CUSTOM ->
                switch (operator) {
                    case LESS, GREATER -> List.of("12", "1.5", "-3", "7").get(random.nextInt(4));
                    case BEFORE, AFTER -> List.of("2026-03-02", "2027-06-01").get(random.nextInt(2));
                    default -> some("12", "1.50", "Red", "red", "a", "true", "σίσυφος", "2026");
                };
            default -> throw new IllegalStateException(field.json());
        };
    }

    private String instant() {
        return Instant.now().minusSeconds(random.nextInt(6_000_000) - 300_000L).toString();
    }

    private Object some(String... values) {
        List<String> some = new ArrayList<>();
        for (String value : values) {
            if (random.nextInt(values.length) < 2) {
                some.add(value);
            }
        }
        return some.isEmpty() ? values[0] : some;
    }
}

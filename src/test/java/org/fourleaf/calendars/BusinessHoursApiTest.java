package org.fourleaf.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.Together;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.fourleaf.platform.database.TestDatabase;
import org.fourleaf.platform.database.Workspaces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@InFourleaf
class BusinessHoursApiTest {

    private static final String PATH = "/api/v1/business-hours";
    private static final String COMPUTE = PATH + "/compute";
    private static final String START = "2026-01-09T16:00:00Z";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final World world;

    BusinessHoursApiTest(@Autowired Worlds worlds) {
        world = worlds.fresh();
    }

    @Test
    void what_is_due_is_computed_by_hours_in_the_question() {
        assertThat(compute("'add_seconds':7200").mustBe(200).string()).isEqualTo("{\"due\":\"2026-01-12T10:00:00Z\"}");
        assertThat(compute("'end':'2026-01-12T09:00:00Z'").mustBe(200).string()).isEqualTo("{\"seconds\":3600}");
        assertThat(compute("'end':'2026-01-01T09:00:00Z'").mustBe(200).string()).isEqualTo("{\"seconds\":0}");
        assertThat(compute("'add_seconds':-28800").text("/due")).isEqualTo("2026-01-08T16:00:00Z");
        assertThat(compute("'add_seconds':0").text("/due")).isEqualTo(START);
    }

    @Test
    void the_stretches_that_were_counted_are_told_when_asked_for() {
        Api.Answer answer = compute("'add_seconds':7200,'steps':true").mustBe(200);
        assertThat(answer.body().at("/steps").size()).isEqualTo(2);
        assertThat(answer.text("/steps/1/from")).isEqualTo("2026-01-12T09:00:00Z");
        assertThat(answer.body().at("/steps/1/seconds").asLong()).isEqualTo(3600);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', textBlock = """
            {'weekly':{}} | /calendar/time_zone
            {'time_zone':'Mars/Olympus','weekly':{}} | /calendar/time_zone
            {'time_zone':7} | /calendar/time_zone
            {'time_zone':'UTC','weekly':{'monday':[]}} | /calendar/weekly/monday
            {'time_zone':'UTC','weekly':{'mon':null}} | /calendar/weekly/mon
            {'time_zone':'UTC','weekly':{'mon':[null]}} | /calendar/weekly/mon/0
            {'time_zone':'UTC','weekly':{'mon':[['09:00']]}} | /calendar/weekly/mon/0
            {'time_zone':'UTC','weekly':{'mon':[['09:00',null]]}} | /calendar/weekly/mon/0/1
            {'time_zone':'UTC','weekly':{'mon':[['9:00','17:00']]}} | /calendar/weekly/mon/0/0
            {'time_zone':'UTC','weekly':{'mon':[['09:00','25:00']]}} | /calendar/weekly/mon/0/1
            {'time_zone':'UTC','weekly':{'mon':[['09:00','24:01']]}} | /calendar/weekly/mon/0/1
            {'time_zone':'UTC','weekly':{'mon':[['24:00','06:00']]}} | /calendar/weekly/mon/0/0
            {'time_zone':'UTC','weekly':{'mon':[['09:00','09:00']]}} | /calendar/weekly/mon/0
            {'time_zone':'UTC','weekly':{'mon':[['09:00','12:00'],['11:59','17:00']]}} | /calendar/weekly/mon/1
            {'time_zone':'UTC','weekly':{'mon':[['22:00','06:00'],['23:00','24:00']]}} | /calendar/weekly/mon/1
            {'time_zone':'UTC','holidays':['2026-02-30']} | /calendar/holidays/0
            {'time_zone':'UTC','holidays':['tomorrow']} | /calendar/holidays/0
            {'time_zone':'UTC','holidays':[null]} | /calendar/holidays/0
            {'time_zone':'UTC','special_days':{'26-12-24':[]}} | /calendar/special_days/26-12-24
            {'time_zone':'UTC','special_days':{'2026-12-24':[['a','b']]}} | /calendar/special_days/2026-12-24/0/0
            {'time_zone':'UTC','opening':[]} | /calendar/opening
            {'time_zone':'UTC','weekly':{}} | /calendar
            """)
    void hours_that_are_none_are_refused_by_name(String calendar, String pointer) {
        Api.Answer answer = ask("{'calendar':" + calendar + ",'start':'" + START + "','add_seconds':60}");
        assertThat(answer.status()).isIn(400, 422);
        answer.mustName(pointer);
    }

    @Test
    void a_question_asks_for_one_thing() {
        compute("'add_seconds':1,'end':'" + START + "'")
                .mustRefuse(422, "invalid")
                .mustName("/end");
        ask("{'calendar':{'time_zone':'UTC'},'start':'" + START + "'}")
                .mustRefuse(422, "invalid")
                .mustName("/add_seconds");
        compute("'add_seconds':1.5").mustRefuse(400, "malformed").mustName("/add_seconds");
        compute("'add_seconds':99999999999999999999")
                .mustRefuse(400, "malformed")
                .mustName("/add_seconds");
        compute("'add_seconds':9223372036854775807").mustRefuse(422, "invalid").mustName("/add_seconds");
        compute("'add_seconds':-9223372036854775808").mustRefuse(422, "invalid").mustName("/add_seconds");
        compute("'end':'9999-12-31T00:00:00Z'").mustRefuse(422, "invalid").mustName("/end");
        ask("{'calendar':{'time_zone':'UTC'},'add_seconds':1}")
                .mustRefuse(400, "malformed")
                .mustName("/start");
        ask("{'start':'" + START + "','add_seconds':1}")
                .mustRefuse(422, "invalid")
                .mustName("/calendar");
        ask("{'id':'Nobody','start':'" + START + "','add_seconds':1}").mustRefuse(404, "not-found");
        world.stranger().post(COMPUTE, Map.of()).mustBe(401);
    }

    @Test
    void a_calendar_is_kept_and_asked_by_id_or_name() {
        Api olga = world.olga();
        Api.Answer made = olga.post(
                        PATH,
                        Map.of(
                                "name", "Night shift",
                                "time_zone", "Europe/Vilnius",
                                "weekly", Map.of("fri", List.of(List.of("22:00", "06:00"), List.of("09:00", "12:00"))),
                                "holidays",
                                        List.of(
                                                "2026-12-25",
                                                Map.of("date", "2026-01-01", "name", "New Year", "yearly", true)),
                                "special_days", Map.of("2026-12-24", List.of(List.of("00:00", "24:00")))))
                .mustBe(201);
        UUID id = made.id("/id");
        assertThat(made.header("ETag")).isEqualTo("\"1\"");
        assertThat(made.header("Location")).isEqualTo(PATH + "/" + id);
        assertThat(made.text("/weekly/fri/0/0")).isEqualTo("09:00");
        assertThat(made.text("/weekly/fri/1/1")).isEqualTo("06:00");
        assertThat(made.body().at("/weekly/mon").isArray()).isTrue();
        assertThat(made.text("/holidays/0/name")).isEqualTo("New Year");
        assertThat(made.body().at("/holidays/1/yearly").asBoolean()).isFalse();
        assertThat(made.text("/special_days/2026-12-24/0/1")).isEqualTo("24:00");
        for (String reference : List.of("'calendar':{'id':'" + id + "'}", "'id':'night shift'", "'id':'" + id + "'")) {
            assertThat(askAs(world.bram(), "{" + reference + ",'start':'2026-01-05T00:00:00Z','add_seconds':0}")
                            .mustBe(200)
                            .text("/due"))
                    .isEqualTo("2026-01-09T07:00:00Z");
        }
        olga.post(PATH, Map.of("name", " NIGHT  shift ", "time_zone", "UTC")).mustRefuse(409, "name-taken");
        olga.post(PATH, Map.of("name", " ", "time_zone", "UTC"))
                .mustRefuse(400, "malformed")
                .mustName("/name");
        olga.post(PATH, Map.of("name", "X")).mustRefuse(400, "malformed").mustName("/time_zone");
        world.anna().post(PATH, Map.of("name", "Mine", "time_zone", "UTC")).mustRefuse(403, "permission-missing");
        assertThat(world.anna().get(PATH + "/" + id).mustBe(200).text("/name")).isEqualTo("Night shift");
        assertThat(olga.get(PATH).mustBe(200).body().at("/next").isNull()).isTrue();
    }

    @Test
    void a_change_replaces_what_it_names_and_knows_an_old_version() {
        Api olga = world.olga();
        UUID id = add("Changing");
        Api.Answer changed = olga.with("If-Match", "\"1\"")
                .patch(PATH + "/" + id, Map.of("weekly", Map.of("sat", List.of(List.of("10:00", "14:00")))))
                .mustBe(200);
        assertThat(changed.body().at("/weekly/mon").size()).isZero();
        assertThat(changed.text("/weekly/sat/0/0")).isEqualTo("10:00");
        assertThat(changed.text("/name")).isEqualTo("Changing");
        olga.with("If-Match", "\"1\"")
                .patch(PATH + "/" + id, Map.of("name", "Late"))
                .mustRefuse(412, "stale");
        olga.patch(PATH + "/" + id, Map.of("name", "Changed")).mustBe(200);
        olga.patch(PATH + "/" + id, Map.of("time_zone", "Nowhere"))
                .mustRefuse(400, "malformed")
                .mustName("/time_zone");
        world.anna().patch(PATH + "/" + id, Map.of("name", "Mine")).mustRefuse(403, "permission-missing");
        olga.patch(PATH + "/" + UUID.randomUUID(), Map.of("name", "X")).mustRefuse(404, "not-found");
    }

    @Test
    void everybody_who_changes_it_at_once_is_heard() throws Exception {
        UUID id = add("Contended");
        List<Integer> answers = Together.call(
                6,
                () -> world.olga()
                        .patch(PATH + "/" + id, Map.of("name", "Contended"))
                        .status());
        assertThat(answers).containsOnly(200);
        assertThat(world.olga().get(PATH + "/" + id).body().at("/version").asInt())
                .isEqualTo(7);
    }

    @Test
    void there_is_always_exactly_one_default() throws Exception {
        UUID one = add("One");
        UUID two = add("Two");
        assertThat(Together.call(
                        8,
                        () -> world.olga()
                                .patch(
                                        PATH + "/" + (Thread.currentThread().threadId() % 2 == 0 ? one : two),
                                        Map.of("is_default", true))
                                .status()))
                .containsOnly(200);
        List<String> defaults = new ArrayList<>();
        world.olga().get(PATH).body().at("/items").forEach(item -> {
            if (item.at("/is_default").asBoolean()) {
                defaults.add(item.at("/id").asString());
            }
        });
        assertThat(defaults).hasSize(1);
        world.olga()
                .patch(PATH + "/" + defaults.getFirst(), Map.of("is_default", false))
                .mustRefuse(422, "invalid")
                .mustName("/is_default");
    }

    @Test
    void a_department_keeps_the_default_until_it_names_its_own() {
        Api olga = world.olga();
        String path = "/api/v1/departments/" + world.department("Sales") + "/business-hours";
        assertThat(olga.get(path).mustBe(200).body().at("/inherited").asBoolean())
                .isTrue();
        UUID own = add("Sales hours");
        assertThat(olga.put(path, Map.of("calendar", "sales hours")).mustBe(200).text("/calendar/name"))
                .isEqualTo("Sales hours");
        assertThat(olga.get(PATH + "/" + own).text("/departments/0/name")).isEqualTo("Sales");
        olga.put(path, Map.of("calendar", "Nobody's"))
                .mustRefuse(422, "invalid")
                .mustName("/calendar");
        world.bram().put(path, Map.of("calendar", own)).mustRefuse(403, "permission-missing");
        olga.put("/api/v1/departments/" + UUID.randomUUID() + "/business-hours", Map.of("calendar", own))
                .mustRefuse(404, "not-found");

        olga.delete(PATH + "/" + own).mustRefuse(422, "invalid").mustName("move_to");
        olga.delete(PATH + "/" + own + "?move_to=" + own)
                .mustRefuse(422, "invalid")
                .mustName("move_to");
        UUID heir = add("Heir");
        olga.delete(PATH + "/" + own + "?move_to=" + heir).mustBe(204);
        olga.get(PATH + "/" + own).mustRefuse(404, "not-found");
        assertThat(olga.get(path).text("/calendar/name")).isEqualTo("Heir");
        assertThat(olga.send("PUT", path, "{\"calendar\":null}".getBytes(StandardCharsets.UTF_8), "application/json")
                        .mustBe(200)
                        .body()
                        .at("/inherited")
                        .asBoolean())
                .isTrue();
        olga.delete(PATH + "/" + heir).mustBe(204);
    }

    @Test
    void nobody_is_left_with_a_calendar_that_is_gone() throws Exception {
        String path = "/api/v1/departments/" + world.addDepartment("Racing", List.of()) + "/business-hours";
        for (int round = 0; round < 5; round++) {
            UUID doomed = add("Doomed " + round);
            UUID heir = add("Successor " + round);
            List<Integer> answers = Together.call(
                    4,
                    () -> Thread.currentThread().threadId() % 2 == 0
                            ? world.olga().put(path, Map.of("calendar", doomed)).status()
                            : world.olga()
                                    .delete(PATH + "/" + doomed + "?move_to=" + heir)
                                    .status());
            assertThat(answers).isSubsetOf(200, 204, 404, 422);
            world.olga().get(path).mustBe(200);
            world.olga().delete(PATH + "/" + doomed + "?move_to=" + heir);
            assertThat(world.olga().get(path).text("/calendar/name")).isNotEqualTo("Doomed " + round);
        }
    }

    @Test
    void a_department_that_is_deleted_keeps_nothing() {
        UUID department = world.addDepartment("Short-lived", List.of());
        UUID own = add("Short-lived hours");
        world.olga()
                .put("/api/v1/departments/" + department + "/business-hours", Map.of("calendar", own))
                .mustBe(200);
        world.olga()
                .delete("/api/v1/departments/" + department + "?move_to=" + world.department("Support"))
                .mustBe(204);
        world.olga().delete(PATH + "/" + own).mustBe(204);
    }

    @Test
    void holidays_come_in_from_a_file_and_go_out_again() {
        UUID id = add("Holidays");
        String file = events(
                event("Christmas", "DTSTART;VALUE=DATE:20201225", "RRULE:FREQ=YEARLY"),
                event(
                        "Retreat",
                        "DTSTART;VALUE=DATE:" + thisYear() + "0601",
                        "DTEND;VALUE=DATE:" + thisYear() + "0604"),
                event("Thanksgiving", "DTSTART;VALUE=DATE:20201126", "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH"),
                event("Meeting", "DTSTART:" + thisYear() + "0601T100000Z"),
                event("Long ago", "DTSTART;VALUE=DATE:20010101"));
        Api.Answer read = upload(PATH + "/holidays", file).mustBe(200);
        assertThat(read.body().at("/holidays").size()).isGreaterThan(13);
        assertThat(read.text("/left_out/0/why")).isEqualTo("timed");
        assertThat(read.text("/left_out/1/why")).isEqualTo("out_of_range");
        Api.Answer added = upload(PATH + "/" + id + "/holidays", file).mustBe(200);
        assertThat(added.body().at("/added").asInt())
                .isEqualTo(read.body().at("/holidays").size());
        assertThat(upload(PATH + "/" + id + "/holidays", file)
                        .body()
                        .at("/added")
                        .asInt())
                .isZero();
        assertThat(added.body()
                        .at("/calendar/holidays")
                        .valueStream()
                        .map(day -> day.at("/date").asString()))
                .contains("2020-12-25", thisYear() + "-06-01", thisYear() + "-06-03")
                .doesNotContain(thisYear() + "-06-04");
        Api.Answer out = world.anna().get(PATH + "/" + id + "/holidays").mustBe(200);
        assertThat(out.header("Content-Type")).startsWith("text/calendar");
        UUID copy = add("Copy");
        upload(PATH + "/" + copy + "/holidays", out.string()).mustBe(200);
        assertThat(world.olga().get(PATH + "/" + copy).body().at("/holidays"))
                .isEqualTo(world.olga().get(PATH + "/" + id).body().at("/holidays"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "BEGIN:VCARD\r\nEND:VCARD", "{\"a\":1}", "<xml/>"})
    void what_is_no_calendar_file_is_refused(String file) {
        upload(PATH + "/holidays", file).mustRefuse(400, "malformed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
                "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31",
                "RRULE:FREQ=WEEKLY;BYMONTH=2;BYMONTHDAY=30;COUNT=5",
                "RRULE:FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=4",
                "RRULE:FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO;BYMONTH=6",
                "RRULE:FREQ=YEARLY;BYYEARDAY=366;BYMONTH=1",
                "RRULE:FREQ=MONTHLY;BYDAY=5MO;BYSETPOS=9",
                "RRULE:FREQ=SECONDLY",
                "RRULE:FREQ=DAILY;COUNT=2000000000",
                "RRULE:FREQ=DAILY;INTERVAL=2000000000",
                "RRULE:FREQ=DAILY;INTERVAL=-1",
                "RRULE:FREQ=DAILY;INTERVAL=0",
                "RRULE:FREQ=YEARLY;BYDAY=99999MO",
                "RRULE:FREQ=YEARLY;UNTIL=99999999",
                "RRULE:FREQ=FORTNIGHTLY",
                "RRULE:",
                "RDATE:20269999",
                "EXDATE;VALUE=DATE:20269999",
                "DURATION:P99999999999999999W",
                "DURATION:-P1D",
                "DTEND;VALUE=DATE:99991231",
                "DTSTART;VALUE=DATE:00000000"
            })
    void a_rule_that_leads_nowhere_ends_soon(String rule) {
        long began = System.nanoTime();
        String[] events = IntStream.range(0, 50)
                .mapToObj(i -> event("Trap", "DTSTART;VALUE=DATE:19010101", rule))
                .toArray(String[]::new);
        assertThat(upload(PATH + "/holidays", events(events)).status()).isIn(200, 400, 422);
        assertThat(System.nanoTime() - began).isLessThan(5_000_000_000L);
    }

    @Test
    void a_file_that_is_too_much_is_refused() {
        upload(PATH + "/holidays", "BEGIN:VCALENDAR\r\n" + "X:".repeat(600_000)).mustRefuse(413, "too-large");
        upload(PATH + "/holidays", "BEGIN:VCALENDAR\r\n".repeat(20_000)).mustRefuse(400, "malformed");
        String[] many = IntStream.range(0, 6_000)
                .mapToObj(i -> event("E", "DTSTART;VALUE=DATE:20260101"))
                .toArray(String[]::new);
        upload(PATH + "/holidays", events(many)).mustRefuse(422, "invalid");
        world.anna()
                .send("POST", PATH + "/holidays", events().getBytes(StandardCharsets.UTF_8), "text/calendar")
                .mustRefuse(403, "permission-missing");
        world.olga().post(PATH + "/holidays", Map.of()).mustRefuse(415, "unsupported-media-type");
    }

    @Test
    void another_workspace_sees_none_of_it(@Autowired Worlds worlds) {
        UUID id = add("Walled");
        World other = worlds.fresh();
        other.olga().get(PATH + "/" + id).mustRefuse(404, "not-found");
        other.olga().delete(PATH + "/" + id).mustRefuse(404, "not-found");
        other.olga().patch(PATH + "/" + id, Map.of("name", "Mine")).mustRefuse(404, "not-found");
        Api.Answer list = other.olga().get(PATH).mustBe(200);
        assertThat(list.body().at("/items").size()).isEqualTo(1);
        assertThat(list.body().at("/items/0/is_default").asBoolean()).isTrue();
        other.olga().delete(PATH + "/" + list.text("/items/0/id")).mustRefuse(409, "last-calendar");
    }

    /** A mail of long ago, answered now: by a desk that is always open, never, and one hour a day. */
    @Test
    void an_answer_tells_how_long_the_department_was_open_meanwhile() {
        Map<String, Object> week = new HashMap<>();
        for (String day : List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun")) {
            week.put(day, List.of(List.of("00:00", "24:00")));
        }
        answerIn("Always", Map.of("time_zone", "Europe/Vilnius", "weekly", week));
        answerIn("Never", Map.of("time_zone", "UTC"));
        Map<String, JsonNode> sent = new HashMap<>();
        world.olga()
                .get("/api/v1/exports/activities")
                .mustBe(200)
                .string()
                .lines()
                .map(JSON::readTree)
                .filter(line -> line.at("/kind").asString().equals("message.sent"))
                .forEach(line -> sent.put(line.at("/department").asString(), line));
        JsonNode always = Objects.requireNonNull(sent.get("Always"));
        assertThat(always.at("/seconds").asLong()).isGreaterThan(86_400);
        assertThat(always.at("/business_seconds").asLong())
                .isEqualTo(always.at("/seconds").asLong());
        JsonNode never = Objects.requireNonNull(sent.get("Never"));
        assertThat(never.at("/business_seconds").asLong(-1)).isZero();
    }

    @Test
    void a_canned_message_tells_the_departments_hours() {
        UUID canned = world.olga()
                .post("/api/v1/canned-messages", Map.of("name", "Hours", "html", "<p>{department.hours}</p>"))
                .mustBe(201)
                .id("/id");
        UUID department = world.addDepartment("Told", List.of());
        world.olga()
                .put("/api/v1/departments/" + department + "/business-hours", Map.of("calendar", add("Told hours")))
                .mustBe(200);
        String code = world.olga()
                .post(
                        "/api/v1/tickets",
                        Map.of(
                                "subject",
                                "When?",
                                "department",
                                "Told",
                                "customer",
                                Map.of("email", World.OMAR),
                                "message",
                                Map.of("text", "When are you open?")))
                .mustBe(201)
                .text("/code");
        assertThat(world.olga()
                        .post("/api/v1/canned-messages/" + canned + "/use", Map.of("ticket", code))
                        .mustBe(200)
                        .text("/html"))
                .isEqualTo("<p>Monday–Friday 09:00–17:00 (Coordinated Universal Time)</p>");
    }

    @Test
    void the_list_of_calendars_is_an_index_scan(
            @Autowired JdbcClient jdbc, @Autowired TransactionOperations transaction) {
        JdbcClient owner = JdbcClient.create(TestDatabase.owner());
        owner.sql("""
                        insert into business_hours (workspace_id, id, name, name_key, hours)
                        select gen_random_uuid(), gen_random_uuid(), 'C', 'c', '{}' from generate_series(1, 5000)
                        """).update();
        owner.sql("analyze business_hours").update();
        String plan = Workspaces.call(
                world.workspace(),
                () -> Objects.requireNonNull(transaction.execute(status -> String.join(
                        " ",
                        jdbc.sql("explain select id from business_hours where workspace_id = :w order by name_key")
                                .param("w", world.workspace())
                                .query(String.class)
                                .list()))));
        assertThat(plan).contains("business_hours_name").doesNotContain("Seq Scan");
    }

    private void answerIn(String name, Map<String, Object> hours) {
        Map<String, Object> calendar = new HashMap<>(hours);
        calendar.put("name", name);
        UUID department = world.addDepartment(name, List.of());
        UUID id = world.olga().post(PATH, calendar).mustBe(201).id("/id");
        world.olga()
                .put("/api/v1/departments/" + department + "/business-hours", Map.of("calendar", id))
                .mustBe(200);
        String line = JSON.writeValueAsString(Map.of(
                "external_id",
                "T-" + name,
                "subject",
                name,
                "department",
                name,
                "channel",
                "email",
                "status",
                "new",
                "priority",
                "normal",
                "created_at",
                "2026-01-05T10:00:00Z",
                "customer",
                Map.of("email", World.OMAR),
                "messages",
                List.of(Map.of(
                        "direction", "in",
                        "author", World.OMAR,
                        "at", "2026-01-05T10:00:00Z",
                        "text", "Hello?"))));
        world.olga()
                .send("POST", "/api/v1/imports/tickets", line.getBytes(StandardCharsets.UTF_8), "application/x-ndjson")
                .mustBe(202);
        String code = world.olga()
                .get("/api/v1/tickets?department=" + department)
                .mustBe(200)
                .text("/items/0/code");
        world.olga()
                .post(
                        "/api/v1/tickets/" + code + "/messages",
                        Map.of("type", "reply", "text", "Sorry it took so long."))
                .mustBe(201);
    }

    private UUID add(String name) {
        return world.olga()
                .post(PATH, Map.of("name", name, "time_zone", "UTC", "weekly", Calendars.NINE_TO_FIVE))
                .mustBe(201)
                .id("/id");
    }

    private Api.Answer compute(String rest) {
        return ask("{'calendar':{'time_zone':'UTC','weekly':{'mon':[['09:00','17:00']],'thu':[['09:00','17:00']],"
                + "'fri':[['09:00','17:00']]}},'start':'" + START + "'," + rest + "}");
    }

    private Api.Answer ask(String question) {
        return askAs(world.anna(), question);
    }

    private static Api.Answer askAs(Api api, String question) {
        byte[] body = question.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return api.send("POST", COMPUTE, body, "application/json");
    }

    private Api.Answer upload(String path, String file) {
        return world.olga().send("POST", path, file.getBytes(StandardCharsets.UTF_8), "text/calendar");
    }

    private static int thisYear() {
        return Year.now(ZoneOffset.UTC).getValue();
    }

    private static String events(String... events) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:test\r\n" + String.join("", events) + "END:VCALENDAR\r\n";
    }

    private static String event(String name, String... lines) {
        return "BEGIN:VEVENT\r\nUID:" + UUID.randomUUID() + "\r\nSUMMARY:" + name + "\r\n" + String.join("\r\n", lines)
                + "\r\nEND:VEVENT\r\n";
    }
}

package org.fourleaf.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.fourleaf.InFourleaf;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.fourleaf.platform.log.ActivityKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@InFourleaf
class ActivityImportTest {

    private final World world;
    private final Moving olga;
    private int lines;

    ActivityImportTest(@Autowired Worlds worlds) {
        world = worlds.fresh();
        olga = new Moving(world.olga());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    ticket.created      | "customer":"omar@example.org","department":"Night","channel":"chat"
                    ticket.assigned     | "agent":"anna@example.com","seconds":30
                    ticket.transferred  | "from_department":"Support","to_department":"Sales","from_agent":"anna@example.com","to_agent":"bram@example.com"
                    ticket.resolved     | "disposition":"saved","seconds":3600
                    ticket.reopened     | "seconds":7200
                    ticket.deleted      | "seconds":0
                    ticket.tagged       | "tag":"printer"
                    ticket.viewed       | "seconds":41
                    message.received    | "customer":"omar@example.org"
                    message.sent        | "length":420,"answers":"new","seconds":2700,"business_seconds":1200
                    note.added          | "agent":"bram@example.com"
                    ticket.status_changed | "from":"new","to":"answered"
                    ticket.merged       | "agent":"anna@example.com"
                    ticket.spam         | "agent":"anna@example.com"
                    ticket.restored     | "agent":"anna@example.com"
                    sla.met             | "type":"first_answer","level":"gold","seconds":60
                    sla.missed          | "type":"first_answer","level":"gold","seconds":6000
                    sla.not_applicable  | "type":"next_answer"
                    survey.sent         | "customer":"omar@example.org"
                    sale.recorded       | "amount":1199.95,"currency":"EUR","quantity":2
                    rating.given        | "rating":"rebuke","comment":"Too slow, sorry."
                    rating.invalidated  | "rating":"rebuke","given":"A-1"
                    survey.answered     | "csat":5,"nps":10,"ces":1
                    chat.started        | "customer":"omar@example.org"
                    chat.offered        | "seconds":3,"waited":4
                    chat.accepted       | "seconds":3,"waited":4
                    chat.missed         | "seconds":20
                    chat.abandoned      | "waited":90
                    chat.ended          | "seconds":600,"messages":20,"agent_messages":9
                    call.started        | "direction":"in","number":"+370 600 00000"
                    call.offered        | "seconds":3
                    call.answered       | "seconds":3,"waited":17
                    call.missed         | "seconds":20
                    call.abandoned      | "waited":4
                    call.ended          | "direction":"in","talk":300,"hold":20,"wrap":40
                    presence.changed    | "agent":"anna@example.com","state":"paused","reason":"lunch"
                    """)
    void every_kind_goes_in_and_comes_out_with_all_its_fields(String kind, String own) {
        String line = line(kind, "\"ticket\":\"T-1\"," + own);
        Moving.mustCount(olga.in("activities", line), 1, 0, 0);
        assertThat(tree(olga.out("activities").getLast())).isEqualTo(tree(line));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    message.sent     | "seconds":-1              | seconds: This must be from 0 to 1000000000.
                    message.sent     | "seconds":1.5             | seconds: This must be a whole number.
                    message.sent     | "seconds":"60"            | seconds: This must be a whole number.
                    message.sent     | "answers":"old"           | answers: One of new, open, none.
                    message.sent     | "talk":3                  | talk: There is no such field.
                    message.sent     | "agent":"x@example.com"   | agent: There is no such agent.
                    message.sent     | "channel":"smoke"         | channel: One of email
                    message.sent     | "customer":"omar"         | customer: This must be an e-mail address.
                    ticket.tagged    | "tag":""                  | tag: This is needed.
                    rating.given     | "comment":"Fine"          | rating: This is needed.
                    rating.given     | "rating":"great"          | rating: One of reward, neutral, rebuke.
                    survey.answered  | "csat":0                  | csat: This must be from 1 to 5.
                    survey.answered  | "nps":11                  | nps: This must be from 0 to 10.
                    survey.answered  | "ces":8                   | ces: This must be from 1 to 7.
                    survey.answered  | "ticket":"T-1"            | csat: A survey holds one of csat, nps, ces.
                    presence.changed | "state":"online"          | agent: This is needed.
                    presence.changed | "agent":"anna@example.com","state":"asleep" | state: One of online, paused, offline.
                    call.started     | "number":"112"            | direction: This is needed.
                    chat.abandoned   | "agent":"anna@example.com"| waited: This is needed.
                    sale.recorded    | "amount":1,"currency":"€" | currency: This must be three letters
                    points.given     | "points":5                | kind: The desk writes this kind itself
                    agent.signed_in  | "agent":"anna@example.com"| kind: The desk writes this kind itself
                    socks.knitted    | "pairs":5                 | kind: There is no such kind.
                    """)
    void a_bad_activity_is_refused_naming_the_field(String kind, String own, String reason) {
        JsonNode ended = olga.in("activities", line(kind, own));
        Moving.mustCount(ended, 0, 0, 1);
        assertThat(Moving.reason(ended, 1)).startsWith(reason);
    }

    @Test
    void an_activity_is_never_changed_by_another_line_with_its_id() {
        String line = line("ticket.viewed", "\"seconds\":41");
        Moving.mustCount(olga.in("activities", line, line.replace("41", "42")), 1, 1, 0);
        assertThat(olga.out("activities")).contains(line).noneMatch(other -> other.contains("\"seconds\":42"));
    }

    @Test
    void every_kind_that_can_be_moved_is_tried_above() {
        assertThat(ActivityForm.all().keySet().stream()
                        .map(ActivityKind::stored)
                        .toList())
                .contains("message.sent", "presence.changed", "sale.recorded")
                .doesNotContain("ticket.imported", "points.given", "draft.saved", "agent.signed_in");
        assertThat(ActivityForm.all()).hasSize(37);
    }

    @Test
    void activities_come_out_between_two_moments() {
        List<String> days = List.of(
                line("note.added", "\"ticket\":\"T-2\"").replace("-03-", "-05-"),
                line("note.added", "\"ticket\":\"T-3\"").replace("-03-", "-06-"));
        olga.in("activities", days);
        assertThat(world.olga()
                        .get("/api/v1/exports/activities?from=2026-05-01&to=2026-06-01T00:00:00Z")
                        .mustBe(200)
                        .string()
                        .lines())
                .containsExactly(days.getFirst());
    }

    private String line(String kind, String own) {
        lines++;
        return "{\"external_id\":\"A-%s-%d\",\"at\":\"2026-03-02T09:15:00Z\",\"kind\":\"%s\",%s}"
                .formatted(kind, lines, kind, own);
    }

    private static JsonNode tree(String line) {
        return Line.of(1, line.getBytes(StandardCharsets.UTF_8)).node();
    }
}

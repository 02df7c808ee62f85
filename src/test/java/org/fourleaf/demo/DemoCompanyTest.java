package org.fourleaf.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fourleaf.demo.DemoContent.LANGUAGES;
import static org.fourleaf.demo.DemoContent.read;
import static org.fourleaf.demo.DemoContent.strings;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The demonstration company: its people fit together and have telephones that cannot ring. */
class DemoCompanyTest {

    private static final Set<String> DAYS = Set.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final Pattern UNREACHABLE_PHONE =
            Pattern.compile("\\+44 7700 900\\d{3}|\\+370 000 \\d{5}|\\+30 000 000 \\d{4}|\\+86 000 0000 \\d{4}");

    private final JsonNode company = read("company");
    private final JsonNode customers = read("customers");

    @Test
    void the_company_has_thirty_agents_who_work_in_its_departments() {
        var departments = strings(company.path("departments"), "key");
        assertThat(departments).hasSize(7).doesNotHaveDuplicates();
        assertThat(strings(company.path("agents"), "email")).hasSize(30).doesNotHaveDuplicates();
        for (var agent : company.path("agents")) {
            var who = agent.path("name").asString();
            assertThat(agent.path("role").asString()).as(who).isIn("owner", "admin", "lead", "agent");
            assertThat(agent.path("email").asString())
                    .as(who)
                    .endsWith("@" + company.path("domain").asString());
            assertThat(agent.path("departments")).as(who).isNotEmpty().allSatisfy(member -> {
                assertThat(departments).contains(member.path("department").asString());
                assertThat(member.path("role").asString()).isIn("reader", "solver", "lead");
            });
            assertThat(agent.path("languages").valueStream().map(JsonNode::asString))
                    .as(who)
                    .isNotEmpty()
                    .isSubsetOf(LANGUAGES);
            assertThat(agent.path("temperament").propertyNames())
                    .as(who)
                    .containsExactly("speed", "thoroughness", "pauses", "mistakes");
            assertThat(agent.path("temperament"))
                    .as(who)
                    .allSatisfy(trait -> assertThat(trait.asDouble()).isBetween(0.0, 1.0));
        }
    }

    @Test
    void every_department_has_at_least_two_who_solve() {
        for (var department : strings(company.path("departments"), "key")) {
            var solvers = company.path("agents")
                    .valueStream()
                    .filter(agent -> agent.path("departments")
                            .valueStream()
                            .anyMatch(member -> department.equals(
                                            member.path("department").asString())
                                    && !"reader".equals(member.path("role").asString())))
                    .count();
            assertThat(solvers).as(department).isGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void every_shift_can_be_worked() {
        for (var agent : company.path("agents")) {
            var shift = agent.path("shift");
            assertThat(ZoneId.getAvailableZoneIds())
                    .contains(shift.path("time_zone").asString());
            assertThat(LocalTime.parse(shift.path("start").asString()))
                    .isBefore(LocalTime.parse(shift.path("end").asString()));
            assertThat(shift.path("days").valueStream().map(JsonNode::asString))
                    .isNotEmpty()
                    .isSubsetOf(DAYS);
        }
    }

    @Test
    void customers_of_all_languages_can_be_told_apart_and_belong_to_known_companies() {
        var people = customers.path("customers");
        var companies = strings(customers.path("companies"), "name");
        assertThat(companies).hasSize(25).doesNotHaveDuplicates();
        assertThat(strings(people, "email")).hasSize(220).doesNotHaveDuplicates();
        assertThat(Set.copyOf(strings(people, "language"))).containsExactlyInAnyOrderElementsOf(LANGUAGES);
        for (var person : people) {
            assertThat(person.path("addressed_as").asString()).isNotBlank();
            assertThat(person.path("gender").asString()).isIn("f", "m");
            if (!person.path("company").isNull())
                assertThat(companies).contains(person.path("company").asString());
            if (!person.path("phone").isNull())
                assertThat(person.path("phone").asString()).matches(UNREACHABLE_PHONE);
        }
    }

    @Test
    void notes_and_pause_reasons_exist_in_every_language() {
        var notes = read("notes");
        assertThat(notes).hasSize(40);
        assertThat(Set.copyOf(strings(notes, "language"))).containsExactlyInAnyOrderElementsOf(LANGUAGES);
        for (var reason : read("pause-reasons")) {
            assertThat(reason.path("names").propertyNames()).containsExactlyInAnyOrderElementsOf(LANGUAGES);
            var minutes = reason.path("minutes");
            assertThat(minutes.path("least").asInt())
                    .isPositive()
                    .isLessThan(minutes.path("most").asInt());
        }
    }
}

package org.fourleaf.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.fourleaf.platform.Refusal.Fault;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

class StrictJsonTest {

    record Customer(@Nullable String email, @Nullable Integer yearsKnown) {}

    record Body(
            String subject,
            boolean urgent,
            @Nullable Customer customer,
            @Nullable List<UUID> attachments) {}

    record Dates(Instant until) {}

    record Patch(Given<UUID> assignee, Given<List<String>> tags) {}

    private final JsonMapper json = json();

    private static JsonMapper json() {
        JsonMapper.Builder builder = JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
        new StrictJson().customize(builder);
        return builder.build();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    {"subject": 7, "urgent": true}                               | /subject                | text
                    {"subject": "a", "urgent": "true"}                           | /urgent                 | true or false
                    {"subject": "a", "urgent": 1}                                | /urgent                 | true or false
                    {"subject": "a", "urgent": null}                             | /urgent                 | true or false
                    {"subject": "a", "urgent": true, "colour": 1}                | /colour                 | no such field
                    {"subject": "a", "urgent": true, "customer": []}             | /customer               | an object
                    {"subject": "a", "urgent": true, "customer": {"years_known": "7"}}  | /customer/years_known | a number
                    {"subject": "a", "urgent": true, "customer": {"years_known": 7.5}}  | /customer/years_known | a number
                    {"subject": "a", "urgent": true, "customer": {"a/b": 1}}     | /customer/a~1b          | no such field
                    {"subject": "a", "urgent": true, "attachments": ["x"]}       | /attachments/0          | an id
                    {"subject": "a", "urgent": true, "attachments": "x"}         | /attachments            | a list
                    {"subject": "a",                                             | ^^                      | not JSON
                    """)
    void a_wrong_value_is_named_by_its_pointer(String body, String pointer, String words) {
        assertThatThrownBy(() -> json.readValue(body, Body.class))
                .asInstanceOf(InstanceOfAssertFactories.type(JacksonException.class))
                .extracting(JsonFault::of)
                .satisfies(fault -> {
                    assertThat(fault.pointer()).isEqualTo(pointer);
                    assertThat(fault.message()).contains(words);
                });
    }

    @Test
    void a_patch_tells_left_out_from_taken_away() {
        Patch nothing = json.readValue("{}", Patch.class);
        assertThat(nothing.assignee().present()).isFalse();
        assertThat(nothing.tags().present()).isFalse();

        Patch away = json.readValue("{\"assignee\": null}", Patch.class);
        assertThat(away.assignee()).isEqualTo(Given.of(null));

        Patch given = json.readValue("{\"tags\": [\"vip\"]}", Patch.class);
        assertThat(given.tags().value()).containsExactly("vip");
    }

    @Test
    void a_wrong_value_in_a_patch_is_named_too() {
        assertThatThrownBy(() -> json.readValue("{\"assignee\": \"anna\"}", Patch.class))
                .asInstanceOf(InstanceOfAssertFactories.type(JacksonException.class))
                .extracting(JsonFault::of)
                .extracting(Fault::pointer)
                .isEqualTo("/assignee");
    }

    @Test
    void a_java_path_becomes_a_pointer_of_the_api() {
        assertThat(JsonFault.pointer("owner.timeZone")).isEqualTo("/owner/time_zone");
        assertThat(JsonFault.pointer("messages[2].sendAt")).isEqualTo("/messages/2/send_at");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1772442900",
                "\"1772442900\"",
                "\"+999999999-12-31T23:59:59Z\"",
                "\"2026-02-30T00:00:00Z\"",
                "{}"
            })
    void a_time_is_iso_text_of_our_era(String time) {
        assertThatThrownBy(() -> json.readValue("{\"until\": " + time + "}", Dates.class))
                .asInstanceOf(InstanceOfAssertFactories.type(JacksonException.class))
                .extracting(JsonFault::of)
                .satisfies(fault -> {
                    assertThat(fault.pointer()).isEqualTo("/until");
                    assertThat(fault.message()).contains("a time such as");
                });
        assertThat(json.readValue("{\"until\": \"2026-03-02T11:15:00+02:00\"}", Dates.class)
                        .until())
                .isEqualTo("2026-03-02T09:15:00Z");
    }

    @Test
    void what_a_database_can_not_hold_is_taken_out_of_texts_wherever_they_stand() {
        assertThat(json.readValue("[\"a\\u0000b\", {\"k\": \"\\ud800x\"}]", Object.class))
                .isEqualTo(List.of("ab", Map.of("k", "x")));
    }
}

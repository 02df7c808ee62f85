package org.fourleaf.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fourleaf.platform.log.ActivityKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever reads the audit log reads what happened in their own language, and can ask for each kind alone. */
class AuditWordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "lt", "el", "zh"})
    void every_administrative_kind_has_words(String language) throws IOException {
        JsonNode words = JsonMapper.shared()
                .readTree(Files.readString(Path.of("web/agent/src/i18n", language + ".json")))
                .at("/audit_kind");
        String offered = Files.readString(Path.of("web/agent/src/features/audit/kinds.ts"));
        for (ActivityKind kind : ActivityKind.values()) {
            if (kind.code() >= ActivityKind.FIRST_ADMINISTRATIVE_CODE) {
                assertThat(words.at("/" + kind.stored().replace('.', '/')).asString(""))
                        .as("%s in %s", kind.stored(), language)
                        .isNotBlank();
                assertThat(offered).contains("'" + kind.stored() + "'");
            }
        }
    }
}

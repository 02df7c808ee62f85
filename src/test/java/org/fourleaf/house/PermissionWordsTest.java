package org.fourleaf.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fourleaf.platform.Permission;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever puts a role together reads what each permission means, in their own language. */
class PermissionWordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "lt", "el", "zh"})
    void every_permission_is_explained(String language) throws IOException {
        JsonNode words = JsonMapper.shared()
                .readTree(Files.readString(Path.of("web/agent/src/i18n", language + ".json")))
                .at("/permission");
        for (Permission permission : Permission.values()) {
            JsonNode told = words.path(permission.stored());
            assertThat(told.path("name").asString(""))
                    .as("%s in %s", permission, language)
                    .isNotBlank();
            assertThat(told.path("hint").asString(""))
                    .as("%s in %s", permission, language)
                    .isNotBlank();
        }
    }
}

package org.fourleaf.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.fourleaf.platform.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    Path parent;

    @Test
    void only_its_user_may_look_inside() throws IOException {
        try (DataFolder folder = DataFolder.open(parent.resolve("a/b"))) {
            folder.secret("key");

            assertThat(permissions(folder.path())).isEqualTo("rwx------");
            assertThat(permissions(folder.secretFile("key"))).isEqualTo("rw-------");
        }
    }

    @Test
    void a_secret_is_random_and_stays_the_same() {
        String secret;
        try (DataFolder folder = DataFolder.open(parent)) {
            secret = folder.secret("key");
            assertThat(secret).hasSize(64).isNotEqualTo(folder.secret("other key"));
        }
        try (DataFolder folder = DataFolder.open(parent)) {
            assertThat(folder.secret("key")).isEqualTo(secret);
        }
    }

    @Test
    void a_held_folder_is_refused_and_the_refusal_does_not_let_go_of_it() {
        try (DataFolder holder = DataFolder.open(parent)) {
            for (int attempt = 0; attempt < 2; attempt++) {
                assertThatThrownBy(() -> DataFolder.open(holder.path()))
                        .isInstanceOf(StartRefused.class)
                        .hasMessageContaining(
                                Long.toString(ProcessHandle.current().pid()));
            }
        }
        DataFolder.open(parent).close();
    }

    @Test
    void a_folder_that_cannot_be_made_is_refused_naming_the_variable() throws IOException {
        Path file = Files.createFile(parent.resolve("file"));

        assertThatThrownBy(() -> DataFolder.open(file.resolve("below")))
                .isInstanceOfSatisfying(
                        StartRefused.class,
                        refusal -> assertThat(refusal.remedy()).contains("FOURLEAF_DATA"));
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}

package org.fourleaf.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every Java file is as palantir-java-format writes it. {@code ./mvnw test -Dtest=FormattingTest -Dformat=apply} rewrites them. */
class FormattingTest {

    private static final Formatter FORMATTER = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .build());

    @Test
    void every_java_file_is_formatted() throws IOException {
        boolean apply = "apply".equals(System.getProperty("format"));
        assertThat(apply ? List.of() : unformatted(false))
                .as("run ./mvnw test -Dtest=FormattingTest -Dformat=apply")
                .isEmpty();
        if (apply) {
            unformatted(true);
        }
    }

    /** For an editor's save hook: formats the tree without Maven. */
    public static void main(String[] arguments) throws IOException {
        unformatted(true).forEach(System.out::println);
    }

    private static List<Path> unformatted(boolean rewrite) throws IOException {
        try (Stream<Path> main = Files.walk(Path.of("src"))) {
            return main.filter(path -> path.toString().endsWith(".java"))
                    .parallel()
                    .filter(path -> differs(path, rewrite))
                    .toList();
        }
    }

    private static boolean differs(Path path, boolean rewrite) {
        try {
            String source = Files.readString(path);
            String ordered = ImportOrderer.reorderImports(
                    RemoveUnusedImports.removeUnusedImports(source), JavaFormatterOptions.Style.PALANTIR);
            String formatted = FORMATTER.formatSource(ordered);
            if (rewrite && !formatted.equals(source)) {
                Files.writeString(path, formatted);
            }
            return !formatted.equals(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FormatterException e) {
            throw new AssertionError(path + " can't be parsed", e);
        }
    }
}

package org.fourleaf.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LinesTest {

    @Test
    void lines_are_numbered_as_an_editor_numbers_them() throws IOException {
        assertThat(read("\ufeff{}\r\n\n  \n[]\n\nlast")).containsExactly("1 {}\r", "4 []", "6 last");
        assertThat(read("")).isEmpty();
        assertThat(read("\n")).isEmpty();
    }

    @Test
    void a_line_beyond_the_bound_is_passed_over_without_being_held() throws IOException {
        byte[] megabyte = "x".repeat(1_048_576).getBytes(StandardCharsets.UTF_8);
        List<InputStream> parts = Stream.generate(() -> (InputStream) new ByteArrayInputStream(megabyte))
                .limit(40)
                .toList();
        InputStream endless = new SequenceInputStream(Collections.enumeration(parts));
        Lines lines = new Lines(endless);
        assertThat(lines.advance()).isTrue();
        assertThat(lines.isTooLong()).isTrue();
        assertThat(lines.bytes()).isEmpty();
        assertThat(lines.advance()).isFalse();

        String longest = "x".repeat(Lines.LINE_BYTES_MAX);
        assertThat(read(longest + "\nx" + longest + "\ny")).containsExactly("1 " + longest, "2 too long", "3 y");
    }

    private static List<String> read(String text) throws IOException {
        Lines lines = new Lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        List<String> read = new ArrayList<>();
        while (lines.advance()) {
            String line = lines.isTooLong() ? "too long" : new String(lines.bytes(), StandardCharsets.UTF_8);
            read.add(lines.number() + " " + line);
        }
        return read;
    }
}

package org.fourleaf.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    printer                      | printer~
                    printer broken               | printer & broken~
                    `printer `                   | printer
                    "broken printer"             | 'broken printer'
                    "never closed                | 'never closed'
                    “curly quotes”               | 'curly quotes'
                    -printer                     | !printer~
                    - printer                    | - & printer~
                    -"red wheel" blue            | !'red wheel' & blue~
                    red OR blue                  | red/blue~
                    red OR blue wheel            | red/blue & wheel~
                    a OR b OR c                  | a/b/c~
                    OR red                       | red~
                    red OR                       | red
                    red or blue                  | red & or & blue~
                    tag:vip                      | TAG=vip~
                    tag:"very important"         | TAG='very important'
                    -tag:vip                     | !TAG=vip~
                    TAG:vip                      | TAG=vip~
                    tag：vip                      | TAG=vip~
                    tag:                         | ``
                    colour:red                   | colour:red~
                    http://example.org/a?b=c     | http://example.org/a?b=c~
                    status:new OR status:open    | STATUS=new/STATUS=open~
                    from:a@b.c is:unassigned x   | FROM=a@b.c & IS=unassigned & x~
                    say"hello there"             | say & 'hello there'
                    ""                           | ``
                    ---                          | !--~
                    """)
    void is_taken_apart(String text, String expected) {
        assertThat(shown(Typed.of(text))).isEqualTo(expected);
    }

    @Test
    void endless_input_has_an_end() {
        assertThat(Typed.of("a ".repeat(10_000)).clauses()).hasSize(Typed.TERMS_MAX);
        assertThat(Typed.of("a OR ".repeat(10_000)).clauses()).hasSize(1);
        assertThat(Typed.of("\"".repeat(10_001)).clauses()).isEmpty();
    }

    private static String shown(Typed typed) {
        return typed.clauses().stream()
                .map(clause -> clause.terms().stream().map(TypedTest::shown).collect(Collectors.joining("/")))
                .collect(Collectors.joining(" & "));
    }

    private static String shown(Typed.Term term) {
        return (term.negated() ? "!" : "")
                + (term.operator() == null ? "" : term.operator() + "=")
                + (term.quoted() ? "'" + term.value() + "'" : term.value())
                + (term.growing() ? "~" : "");
    }
}

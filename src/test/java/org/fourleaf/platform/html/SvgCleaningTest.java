package org.fourleaf.platform.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A drawing keeps its shapes and loses all that could run, load or reach out. */
class SvgCleaningTest {

    private static final String HEAD = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'>";

    @Test
    void shapes_colours_and_gradients_stay() {
        String clean = SvgCleaning.clean("""
                        <?xml version="1.0"?><!DOCTYPE svg><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8" onload="x()">
                        <defs><linearGradient id="a"><stop offset="0" stop-color="#f00"/></linearGradient></defs>
                        <g style="fill:url(#a);stroke-width:2"><path d="M0 0L8,8z" transform="rotate(45 4 4)"/></g></svg>
                        """).orElseThrow();
        assertThat(clean)
                .startsWith("<svg")
                .contains("xmlns=\"http://www.w3.org/2000/svg\"")
                .contains("viewBox=\"0 0 8 8\"")
                .contains("<linearGradient id=\"a\">")
                .contains("fill=\"url(#a)\"")
                .contains("stroke-width=\"2\"")
                .contains("d=\"M0 0L8,8z\"")
                .contains("rotate(45 4 4)")
                .doesNotContain("onload")
                .doesNotContain("DOCTYPE")
                .doesNotContain("style");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<SCRIPT>alert(1)</SCRIPT>",
                "<style>@import 'https://evil'</style>",
                "<foreignObject><p>evil</p></foreignObject>",
                "<image href='https://evil/x.png'/>",
                "<use href='https://evil/x.svg#a'/>",
                "<a href='javascript:evil()'><path d='M0 0'/></a>",
                "<animate attributeName='href' to='javascript:evil()'/>",
                "<path d='M0 0' onclick='evil()'/>",
                "<path fill='url(https://evil)'/>",
                "<path style='fill:URL(https://evil)'/>",
                "<linearGradient href='https://evil#a'/>",
                "<path id='&quot;&gt;&lt;script&gt;evil'/>",
                "<!-- evil -->",
                "<![CDATA[<script>evil</script>]]>",
                "evil text"
            })
    void what_runs_loads_or_reaches_out_is_gone(String part) {
        assertThat(SvgCleaning.clean(HEAD + part + "</svg>").orElseThrow())
                .doesNotContainIgnoringCase("evil")
                .doesNotContainIgnoringCase("script")
                .doesNotContain("alert");
    }

    @Test
    void what_is_no_drawing_or_too_large_a_one_is_nothing() {
        assertThat(SvgCleaning.clean("<html><body>no</body></html>")).isEmpty();
        assertThat(SvgCleaning.clean("no")).isEmpty();
        assertThat(SvgCleaning.clean("<svg><path d='M0 0'/></svg>")).isEmpty();
        assertThat(SvgCleaning.clean(HEAD + "<g>".repeat(100) + "</g>".repeat(100) + "</svg>"))
                .isEmpty();
        assertThat(SvgCleaning.clean(HEAD + "<path d='M0 0'/>".repeat(3_000) + "</svg>"))
                .isEmpty();
    }

    @Test
    void entities_are_not_expanded() {
        assertThat(SvgCleaning.clean("<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" + HEAD
                                + "<path id='&x;'/></svg>")
                        .orElse(""))
                .doesNotContain("root:");
    }
}

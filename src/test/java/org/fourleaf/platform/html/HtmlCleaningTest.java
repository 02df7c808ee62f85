package org.fourleaf.platform.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlCleaningTest {
    /** Time of the thread, not of the clock: a busy machine must not fail a test. */
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    @Test
    void a_remote_image_waits_until_asked() {
        HtmlCleaning.CleanHtml clean = clean("<img src='https://t.example/p.gif?a=1&b=2' width=1 height=1 alt=x>");
        assertThat(clean.hasRemoteContent()).isTrue();
        assertThat(clean.html())
                .contains("data-remote-src=\"https://t.example/p.gif?a&#61;1&amp;b&#61;2\"")
                .doesNotContain(" src=");
        assertThat(clean("<img src='//t.example/p.gif'>").html())
                .contains("data-remote-src=\"https://t.example/p.gif\"");
    }

    @Test
    void an_inline_image_shows_by_its_content_id_and_only_by_ours() {
        Map<String, String> urls = Map.of("logo@x", "/files/1?a=1&b=\"2");
        String html = HtmlCleaning.clean(
                        "<img src='CID:logo%40x'><img src=cid:other><img src='/logout'><p>src=\"cid:logo@x\"</p>",
                        urls::get)
                .html();
        assertThat(html)
                .contains("<img src=\"/files/1?a=1&amp;b=&#34;2\"")
                .doesNotContain("logout")
                .contains("src&#61;&#34;cid");
        assertThat(html.split("src=", -1)).hasSize(2);
    }

    @Test
    void small_pictures_may_come_inside_the_mail_but_only_pictures() {
        assertThat(clean("<img src='data:image/png;base64,iVBORw0KGgo='>").html())
                .contains("src=\"data:image/png;base64,iVBORw0KGgo");
        assertThat(clean("<img src='data:image/svg+xml;base64,PHN2Zz4='>").html())
                .doesNotContain("data:");
        assertThat(clean("<img src='data:image/png;base64," + "A".repeat(2_000_000) + "'>")
                        .html())
                .doesNotContain("data:");
    }

    @Test
    void a_link_opens_elsewhere_and_tells_nothing() {
        assertThat(clean("<a href='http://x.example/' target=_self rel=opener>x</a>")
                        .html())
                .contains("href=\"http://x.example/\"", "rel=\"noopener noreferrer nofollow\"", "target=\"_blank\"")
                .doesNotContain("_self");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "position:fixed;top:0",
                "position:absolute",
                "margin:-500px",
                "margin-left: -1em",
                "background:url(http://x.example)",
                "background:u\\72l(http://x.example)",
                "width:expression(alert(1))",
                "text-indent:-9999px",
                "transform:scale(9)",
                "z-index:9",
                "behavior:url(x)",
                "-moz-binding:url(x)",
                "color:var(--x)",
                "content:'x'",
                "width:99999999px",
                "inset:0",
                "opacity:0.01",
                "background-image:image-set('x')",
                "cursor:url(x)",
                "font-family:'x",
                "filter:blur(9px)",
            })
    void a_style_that_could_fetch_move_or_cover_is_dropped(String style) {
        assertThat(clean("<p style=\"" + style + "\">x</p>").html()).isEqualTo("<p>x</p>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "color: RED !important | color:RED",
                "font-family: Arial, 'Open Sans'; font-size: 12.5pt | font-family:Arial, 'Open Sans';font-size:12.5pt",
                "color: rgb(1, 2, 3); background-color: #FFF000 | color:rgb(1, 2, 3);background-color:#FFF000",
                "margin: 0 auto; /* x */ padding: 4px 8px | margin:0 auto;padding:4px 8px",
                "border: 1px solid #000000; display:none | border:1px solid #000000;display:none",
            })
    void a_style_that_only_dresses_words_stays(String style, String kept) {
        assertThat(StyleCleaning.clean(style)).isEqualTo(kept);
    }

    @Test
    void html_becomes_readable_text() {
        assertThat(
                        HtmlText.toText(
                                "<h1>Order</h1><p>One&nbsp;two<br>three</p><ol><li>a<li>b<ul><li>c</ul></ol><table><tr><td>x<td>y<tr><td>z</table><a href='https://x.example/p'>here</a><blockquote>old<br>older</blockquote><style>p{}</style><pre>a\n  b</pre>"))
                .isEqualTo(
                        "Order\n\nOne two\nthree\n\n1. a\n2. b\n  - c\n\nx y\nz\n\nhere (https://x.example/p)\n\n> old\n> older\n\na\n  b");
    }

    @Test
    void text_becomes_html_that_shows_it_literally() {
        assertThat(HtmlText.fromText("<script>alert(1)</script> & \"x\"\n  www.x.example/a_(b). Mail me@x.example!"))
                .isEqualTo(
                        "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &#34;x&#34;<br>&nbsp; <a href=\"http://www.x.example/a_(b)\" rel=\"noopener noreferrer nofollow\" target=\"_blank\">www.x.example/a_(b)</a>. Mail <a href=\"mailto:me@x.example\" rel=\"noopener noreferrer nofollow\" target=\"_blank\">me@x.example</a>!");
    }

    @Test
    void deep_and_long_html_takes_linear_time() {
        long start = CPU.getCurrentThreadCpuTime();
        clean("<div>".repeat(30_000));
        clean("<b><i><font>x".repeat(10_000));
        clean("<table><tr><td>".repeat(10_000));
        clean("<p style='" + "color:red;".repeat(10_000) + "'>x");
        HtmlText.toText("<blockquote>x<br>".repeat(10_000));
        HtmlText.fromText("www.".repeat(50_000) + "a@".repeat(50_000) + "(".repeat(50_000));
        assertThat(Duration.ofNanos(CPU.getCurrentThreadCpuTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    private static HtmlCleaning.CleanHtml clean(String html) {
        return HtmlCleaning.clean(html, id -> null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<td>a", "<li>a", "<table><tr><td>"})
    void many_siblings_take_linear_time_to_read(String piece) {
        long start = CPU.getCurrentThreadCpuTime();
        assertThat(HtmlText.toText("<table><tr><td><ol>" + piece.repeat(60_000)))
                .isNotNull();
        assertThat(HtmlText.toText("<table><tr>" + piece.repeat(60_000))).isNotNull();
        assertThat(Duration.ofNanos(CPU.getCurrentThreadCpuTime() - start)).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void items_of_each_list_are_numbered_from_one() {
        assertThat(HtmlText.toText("<ol><li>one<ol><li>inner</ol><li>two</ol>"))
                .contains("1. one", "1. inner", "2. two");
    }
}

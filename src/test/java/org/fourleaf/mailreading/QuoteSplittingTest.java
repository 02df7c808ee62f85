package org.fourleaf.mailreading;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuoteSplittingTest {
    /** Time of the thread, not of the clock: a busy machine must not fail a test. */
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On Mon, 5 Jan 2026 at 10:15, Anna Berg <anna@example.org> wrote:",
                "On 5 Jan 2026, at 10:15, Anna Berg wrote:",
                "Am 05.01.2026 um 10:15 schrieb Anna Berg:",
                "Am Mo., 5. Jan. 2026 um 10:15 Uhr schrieb Anna Berg <anna@example.org>:",
                "Le lun. 5 janv. 2026 à 10:15, Anna Berg <anna@example.org> a écrit :",
                "El lun, 5 ene 2026 a las 10:15, Anna Berg (<anna@example.org>) escribió:",
                "Il giorno lun 5 gen 2026 alle ore 10:15 Anna Berg <anna@example.org> ha scritto:",
                "pon., 5 sty 2026 o 10:15 Anna Berg <anna@example.org> napisał(a):",
                "Den man. 5. jan. 2026 kl. 10.15 skrev Anna Berg <anna@example.org>:",
                "man. 5. jan. 2026 kl. 10:15 skrev Anna Berg <anna@example.org>:",
                "Den mån 5 jan. 2026 kl 10:15 skrev Anna Berg <anna@example.org>:",
                "Op ma 5 jan 2026 om 10:15 schreef Anna Berg <anna@example.org>:",
                "Em seg., 5 de jan. de 2026 às 10:15, Anna Berg <anna@example.org> escreveu:",
                "пн, 5 янв. 2026 г. в 10:15, Anna Berg <anna@example.org>:",
                "2026-01-05, pr, 10:15 Anna Berg <anna@example.org> rašė:",
                "2026 m. sausio 5 d., pirmadienis, 10:15, Anna Berg <anna@example.org> rašė:",
                "pirmd., 2026. g. 5. janv., plkst. 10:15 — lietotājs Anna Berg (<anna@example.org>) rakstīja:",
                "Kuupäev E, 5. jaanuar 2026 kell 10:15 kirjutas Anna Berg <anna@example.org>:",
                "Στις Δευ 5 Ιαν 2026 στις 10:15 π.μ., ο/η Anna Berg <anna@example.org> έγραψε:",
                "Anna Berg <anna@example.org> 于2026年1月5日周一 10:15写道：",
                "2026年1月5日(月) 10:15 Anna Berg <anna@example.org>:",
                "2026년 1월 5일 (월) 오전 10:15, Anna Berg <anna@example.org>님이 작성:",
                "po 5. 1. 2026 v 10:15 odesílatel Anna Berg <anna@example.org> napsal:",
                "ma 5. tammik. 2026 klo 10.15 Anna Berg (anna@example.org) kirjoitti:",
                "5 Oca 2026 Pzt, saat 10:15 tarihinde Anna Berg <anna@example.org> şunu yazdı:",
                "пн, 5 січ. 2026 р. о 10:15 Anna Berg <anna@example.org> пише:",
            })
    void a_quote_is_found_in_any_language(String introduction) {
        String marked = "The new words.\n\n" + introduction + "\n\n> Old words.\n> More of them.\n";
        assertThat(QuoteSplitting.text(marked).fresh()).isEqualTo("The new words.");

        String unmarked = "The new words.\n\n" + introduction + "\n\nOld words.\nMore of them.\n";
        assertThat(QuoteSplitting.text(unmarked).fresh()).isEqualTo("The new words.");
        assertThat(QuoteSplitting.text(unmarked).quoted())
                .startsWith(introduction)
                .endsWith("More of them.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: Anna <a@example.org>\nSent: Monday, January 5, 2026 10:15\nTo: Help\nSubject: Order",
                "Von: Anna <a@example.org>\nGesendet: Montag, 5. Januar 2026 10:15\nAn: Help\nBetreff: Order",
                "De : Anna <a@example.org>\nEnvoyé : lundi 5 janvier 2026 10:15\nÀ : Help\nObjet : Order",
                "De: Anna <a@example.org>\nEnviado: lunes, 5 de enero de 2026 10:15\nPara: Help\nAsunto: Order",
                "Da: Anna <a@example.org>\nInviato: lunedì 5 gennaio 2026 10:15\nA: Help\nOggetto: Order",
                "Od: Anna <a@example.org>\nWysłano: poniedziałek, 5 stycznia 2026 10:15\nDo: Help\nTemat: Order",
                "Fra: Anna <a@example.org>\nSendt: 5. januar 2026 10:15\nTil: Help\nEmne: Order",
                "Från: Anna <a@example.org>\nSkickat: den 5 januari 2026 10:15\nTill: Help\nÄmne: Order",
                "Van: Anna <a@example.org>\nVerzonden: maandag 5 januari 2026 10:15\nAan: Help\nOnderwerp: Order",
                "От: Anna <a@example.org>\nОтправлено: 5 января 2026 г. 10:15\nКому: Help\nТема: Order",
                "Nuo: Anna <a@example.org>\nIšsiųsta: 2026 m. sausio 5 d. 10:15\nKam: Help\nTema: Order",
                "No: Anna <a@example.org>\nNosūtīts: 2026. gada 5. janvāris 10:15\nKam: Help\nTēma: Order",
                "Saatja: Anna <a@example.org>\nSaadetud: esmaspäev, 5. jaanuar 2026 10:15\nAdressaat: Help\nTeema: Order",
                "Από: Anna <a@example.org>\nΣτάλθηκε: Δευτέρα, 5 Ιανουαρίου 2026 10:15\nΠρος: Help\nΘέμα: Order",
                "发件人: Anna <a@example.org>\n发送时间: 2026年1月5日 10:15\n收件人: Help\n主题: Order",
                "差出人: Anna <a@example.org>\n送信日時: 2026年1月5日 10:15\n宛先: Help\n件名: Order",
                "보낸 사람: Anna <a@example.org>\n보낸 날짜: 2026년 1월 5일 10:15\n받는 사람: Help\n제목: Order",
                "Odesílatel: Anna <a@example.org>\nOdesláno: pondělí 5. ledna 2026 10:15\nKomu: Help\nPředmět: Order",
                "Lähettäjä: Anna <a@example.org>\nLähetetty: maanantai 5. tammikuuta 2026 10:15\nVastaanottaja: Help\nAihe: Order",
                "Gönderen: Anna <a@example.org>\nGönderildi: 5 Ocak 2026 10:15\nKime: Help\nKonu: Order",
                "*From:* Anna <a@example.org>\n*Date:* Monday, 5 January 2026 at 10:15\n*To:* Help\n*Subject:* Order",
            })
    void an_outlook_header_block_is_found_in_any_language(String block) {
        String mail = "The new words.\n\n" + block + "\n\nOld words.\n";
        assertThat(QuoteSplitting.text(mail).fresh()).isEqualTo("The new words.");
        assertThat(QuoteSplitting.text("The new words.\n\n________________________________\n" + block + "\n\nOld.")
                        .fresh())
                .isEqualTo("The new words.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Please deliver it so:\nFrom: Vilnius\nTo: Riga\nDate: 12 May 2026\nThanks",
                "On your remote host you can run:\n\ntelnet 127.0.0.1 80\n\nThat shows it.",
                "On 5 May 2026 your colleague wrote:\nwe will send it tomorrow.\nNothing came.",
                "Name: Omar\nEmail: omar@example.org\nDate: 2026-01-05 10:15\nSubject: Broken lamp\nIt does not light.",
                "My number is:\n0123 456789\nCall me at 10:15 or mail omar@example.org:\nThanks",
                "The steps were:\n- one\n- two\n\nIt said: error 2026 at 10:15:\nfatal",
                "Sent from my desk, is much easier than my phone.\nBye",
                "I have two questions -- the first is long.\n--verbose does not work.\nThanks",
                "He wrote:\nthis is not my fault.\nI think it is.",
            })
    void what_only_looks_like_a_quote_stays(String text) {
        assertThat(QuoteSplitting.text(text).fresh()).isEqualTo(text);
    }

    @Test
    void answers_between_quotes_stay_and_the_mail_is_interleaved() {
        QuoteSplitting.SplitText split = QuoteSplitting.text("""
                Hello,

                > Which colour?

                Blue.

                > How many?
                Two.

                --\s
                Omar
                """);
        assertThat(split.fresh()).contains("Hello,", "Blue.", "Two.").doesNotContain("colour", "Omar");
        assertThat(split.interleaved()).isTrue();
        assertThat(split.signature()).contains("Omar");
    }

    @Test
    void a_forwarded_mail_is_kept_whole() {
        String marked =
                "See below.\n\n---------- Forwarded message ---------\nFrom: Anna <a@example.org>\nDate: Mon, 5 Jan 2026 10:15\nSubject: Order\nTo: <b@example.org>\n\nThe words.\n";
        assertThat(QuoteSplitting.text(marked).fresh()).contains("The words.");

        String outlook =
                "See below.\n\nFrom: Anna <a@example.org>\nSent: Monday, January 5, 2026 10:15\nTo: Help\nSubject: Order\n\nThe words.\n";
        assertThat(QuoteSplitting.text(outlook, "FW: Order").fresh()).contains("The words.");
        assertThat(QuoteSplitting.text(outlook, "RE: Order").fresh()).isEqualTo("See below.");
    }

    @Test
    void a_forward_that_a_program_marks_up_like_a_quote_is_kept_whole() {
        String gmail =
                "<div>See below.</div><div class=gmail_quote><div class=gmail_attr>---------- Forwarded message ---------<br>From: A &lt;a@x.org&gt;<br>Date: Mon, 5 Jan 2026 at 10:15<br>Subject: Order<br>To: B &lt;b@x.org&gt;<br></div><p>The words.</p></div>";
        String apple =
                "<div>See below.<blockquote type=cite><div>Begin forwarded message:</div><div><b>From: </b>A &lt;a@x.org&gt;</div><div>The words.</div></blockquote></div>";
        assertThat(QuoteSplitting.html(gmail).fresh()).contains("See below.", "From: A", "The words.");
        assertThat(QuoteSplitting.html(apple).fresh()).contains("See below.", "From: A", "The words.");
    }

    @Test
    void gmail_outlook_apple_and_yahoo_html_is_split() {
        assertThat(QuoteSplitting.html(
                                "<div dir=ltr>New.</div><br><div class=gmail_quote><div class=gmail_attr>On Mon, 5 Jan 2026 at 10:15, A &lt;<a href='mailto:a@x.org'>a@x.org</a>&gt; wrote:<br></div><blockquote class=gmail_quote>Old.</blockquote></div>")
                        .fresh())
                .isEqualTo("New.");
        assertThat(QuoteSplitting.html(
                                "<p class=MsoNormal>New.</p><div><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p><b>From:</b> A &lt;a@x.org&gt; <br><b>Sent:</b> Monday, January 5, 2026 10:15<br><b>To:</b> Help<br><b>Subject:</b> Order</p></div></div><p>Old.</p>")
                        .fresh())
                .isEqualTo("New.");
        assertThat(QuoteSplitting.html(
                                "New.<div><br><blockquote type=cite><div>On 5 Jan 2026, at 10:15, A &lt;a@x.org&gt; wrote:</div><br><div>Old.</div></blockquote></div>")
                        .fresh())
                .isEqualTo("New.");
        assertThat(QuoteSplitting.html(
                                "<div>New.</div><div id='ydp1yahoo_quoted_1' class='yahoo_quoted'><div>On Monday, 5 January 2026, 10:15:00 UTC, A &lt;a@x.org&gt; wrote:</div><div>Old.</div></div>")
                        .fresh())
                .isEqualTo("New.");
        assertThat(QuoteSplitting.html("<div>New.</div><hr><div id=divRplyFwdMsg><b>From:</b> A</div><div>Old.</div>")
                        .fresh())
                .startsWith("New.")
                .doesNotContain("Old.");
    }

    @Test
    void answers_typed_into_an_html_quote_stay_visible() {
        QuoteSplitting.SplitHtml split = QuoteSplitting.html(
                "<div class=gmail_quote><div class=gmail_attr>On Mon, 5 Jan 2026 at 10:15, A &lt;a@x.org&gt; wrote:</div><blockquote class=gmail_quote>Colour?</blockquote><div>Blue.</div><blockquote class=gmail_quote>How many?</blockquote><div>Two <img src='cid:two'></div></div>");
        assertThat(split.fresh()).contains("Blue.", "Two").doesNotContain("Colour");
        assertThat(split.freshHtml()).contains("cid:two");
        assertThat(split.quotedHtml()).contains("Colour?", "How many?").doesNotContain("Blue.");
        assertThat(split.interleaved()).isTrue();
    }

    @Test
    void words_typed_where_a_program_introduces_its_quote_stay() {
        String html =
                "<div class=moz-cite-prefix>Hi Ann,<br>it works.<br><br>On 5/7/2026 11:44 AM, A wrote:<br></div><blockquote type=cite>Old.</blockquote>";
        assertThat(QuoteSplitting.html(html).fresh()).isEqualTo("Hi Ann,\nit works.");
        String unknown =
                "<div>New.</div><div class=gmail_quote><div class=gmail_attr>Xyzzy A &lt;a@x.org&gt; plugh:<br></div><blockquote class=gmail_quote>Old.</blockquote></div>";
        assertThat(QuoteSplitting.html(unknown).fresh()).isEqualTo("New.");
        assertThat(QuoteSplitting.text("Hello,\n__\nthe words.").fresh()).contains("the words.");
    }

    @Test
    void a_quotation_that_the_sender_made_stays() {
        String html = "<p>The manual says:</p><blockquote>Turn it off.</blockquote><p>I did.</p>";
        assertThat(QuoteSplitting.html(html).fresh()).contains("Turn it off.", "I did.");
    }

    @Test
    void long_and_hostile_bodies_take_linear_time() {
        String quotes = "> Old words that go on and on, wrote: and on 10:15 2026:\n".repeat(40_000);
        String colons = "On 2026 at 10:15 a@b wrote wrote wrote\n".repeat(40_000);
        String blanks = "wrote:\n" + "\n".repeat(200_000) + "end";
        String dashes = "-".repeat(300_000) + "\n" + "_ ".repeat(100_000);
        String deep = "<div><blockquote type=cite>".repeat(20_000) + "words" + "</blockquote></div>".repeat(20_000);
        long start = CPU.getCurrentThreadCpuTime();
        QuoteSplitting.text("New.\n" + quotes);
        QuoteSplitting.text(colons);
        QuoteSplitting.text(blanks);
        QuoteSplitting.text(dashes);
        QuoteSplitting.html(deep);
        QuoteSplitting.html("<p>" + colons.replace("\n", "<br>"));
        assertThat(Duration.ofNanos(CPU.getCurrentThreadCpuTime() - start)).isLessThan(Duration.ofSeconds(8));
    }
}

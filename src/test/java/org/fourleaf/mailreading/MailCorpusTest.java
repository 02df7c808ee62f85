package org.fourleaf.mailreading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.fourleaf.platform.html.HtmlCleaning;
import org.fourleaf.platform.html.HtmlText;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Reads the mails of ten other projects: what they assert must hold, and nearly all that three other parsers agree on. */
class MailCorpusTest {
    /** Time of the thread, not of the clock: a busy machine must not fail a test. */
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private static final double AGREEMENT_MIN = 0.99;

    private final List<String> wrong = new ArrayList<>();
    private int facts;

    @Test
    void every_fact_that_other_projects_assert_holds() throws IOException {
        Path folder = Corpora.folder("mail");
        for (JsonNode row : Corpora.rows(folder.resolve("expected.jsonl"))) {
            JsonNode asserted = row.path("asserted_by_source");
            if (asserted.isObject()) {
                asserted(
                        row.path("id").asString(),
                        asserted,
                        folder.resolve(row.path("file").asString()));
            }
        }
        System.out.println("mail asserted: " + (facts - wrong.size()) + " of " + facts);
        assertThat(wrong).isEmpty();
    }

    @Test
    void nearly_everything_that_three_parsers_agree_on_is_read_the_same() throws IOException {
        Path folder = Corpora.folder("mail");
        for (JsonNode row : Corpora.rows(folder.resolve("expected.jsonl"))) {
            JsonNode consensus = row.path("consensus");
            if (consensus.isObject()) {
                consensus(row, consensus, folder.resolve(row.path("file").asString()));
            }
        }
        System.out.println("mail consensus: " + (facts - wrong.size()) + " of " + facts);
        wrong.forEach(System.out::println);
        assertThat((facts - wrong.size()) / (double) facts).isGreaterThan(AGREEMENT_MIN);
    }

    @Test
    void no_mail_fails_or_takes_long() throws IOException {
        Path folder = Corpora.folder("mail");
        for (JsonNode row : Corpora.rows(folder.resolve("expected.jsonl"))) {
            byte[] raw = Files.readAllBytes(folder.resolve(row.path("file").asString()));
            long start = CPU.getCurrentThreadCpuTime();
            try (ReadMail mail = MailReading.read(raw)) {
                assertThat(mail.text()).doesNotContain("\0");
                QuoteSplitting.text(mail.text(), mail.subject());
                if (mail.html() != null) {
                    QuoteSplitting.SplitHtml split = QuoteSplitting.html(mail.html(), mail.subject());
                    HtmlCleaning.clean(split.freshHtml(), id -> null);
                }
                assertThat(MailKind.of(mail, Set.of(), "fourleaf")).isNotNull();
            } catch (UnreadableMail e) {
                wrong.add(row.path("id").asString() + " " + e.getCause());
            }
            assertThat(Duration.ofNanos(CPU.getCurrentThreadCpuTime() - start)).isLessThan(Duration.ofSeconds(5));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void splitting_loses_no_letter_of_any_mail() throws IOException {
        Path folder = Corpora.folder("mail");
        for (JsonNode row : Corpora.rows(folder.resolve("expected.jsonl"))) {
            try (ReadMail mail = MailReading.read(
                    Files.readAllBytes(folder.resolve(row.path("file").asString())))) {
                String id = row.path("id").asString();
                QuoteSplitting.SplitText split = QuoteSplitting.text(mail.text(), mail.subject());
                same(id, letters(mail.text()), letters(split.fresh() + split.quoted() + split.signature()));
                if (mail.html() != null) {
                    QuoteSplitting.SplitHtml halves = QuoteSplitting.html(mail.html(), mail.subject());
                    String both = Jsoup.parse(halves.freshHtml()).text()
                            + Jsoup.parse(halves.quotedHtml()).text();
                    same(id + " html", letters(Jsoup.parse(mail.html()).body().text()), letters(both));
                }
            } catch (UnreadableMail e) {
                throw new AssertionError(e);
            }
        }
        System.out.println("split without loss: " + (facts - wrong.size()) + " of " + facts);
        assertThat(wrong).isEmpty();
    }

    private static Map<Integer, Long> letters(String text) {
        return text.codePoints()
                .filter(Character::isLetterOrDigit)
                .boxed()
                .collect(Collectors.groupingBy(letter -> letter, Collectors.counting()));
    }

    @Test
    void winmail_dat_gives_up_its_files() throws IOException {
        Path folder = Corpora.folder("mail/tnef");
        for (JsonNode row : Corpora.rows(folder.resolve("expected.jsonl"))) {
            Path file = folder.resolve(row.path("id").asString() + ".eml");
            try (ReadMail mail = MailReading.read(Files.readAllBytes(file))) {
                Set<String> names = Set.copyOf(names(mail));
                for (String name : Corpora.strings(row.path("expected_names"))) {
                    boolean shown = name.equals("body.html") && mail.html() != null;
                    check(
                            shown || names.contains(name),
                            row.path("id").asString() + " lacks " + name + " in " + names(mail));
                }
            } catch (UnreadableMail e) {
                wrong.add(row.path("id").asString() + " " + e.getCause());
            }
        }
        System.out.println("tnef names: " + (facts - wrong.size()) + " of " + facts);
        assertThat(wrong).isEmpty();
    }

    @Test
    void an_mbox_gives_up_each_of_its_mails() throws IOException {
        Path folder = Corpora.folder("mail");
        Map<String, List<JsonNode>> files = Corpora.rows(folder.resolve("mbox/expected.jsonl")).stream()
                .collect(Collectors.groupingBy(row -> row.path("mbox").asString()));
        for (Map.Entry<String, List<JsonNode>> file : files.entrySet()) {
            List<byte[]> mails = new ArrayList<>();
            try (InputStream in = Files.newInputStream(folder.resolve(file.getKey()))) {
                Mbox mbox = new Mbox(in);
                for (byte[] mail = mbox.next(); mail != null; mail = mbox.next()) {
                    mails.add(mail);
                }
            }
            same(file.getKey() + " mails", file.getValue().size(), mails.size());
            for (JsonNode row : file.getValue()) {
                try (ReadMail mail =
                        MailReading.read(mails.get(row.path("index").asInt()))) {
                    String id = file.getKey() + " " + row.path("index");
                    same(id, Corpora.collapsed(row.path("subject").asString("")), Corpora.collapsed(mail.subject()));
                    // Zones in small letters are read by some as none.
                    Instant expected = Objects.requireNonNull(
                            MailDates.parse(row.path("date").asString("")));
                    Instant found = Objects.requireNonNull(mail.date());
                    check(Duration.between(expected, found).abs().toHours() < 8, id + " " + expected + " " + found);
                    check(
                            mail.from().isEmpty()
                                    || (row.path("from").asString("") + "@sblab.att.com")
                                            .contains(mail.from().getFirst().address()),
                            id + " from");
                } catch (UnreadableMail e) {
                    throw new AssertionError(e);
                }
            }
        }
        System.out.println("mbox: " + (facts - wrong.size()) + " of " + facts);
        assertThat(wrong).isEmpty();
    }

    @Test
    void header_strings_are_decoded() throws IOException {
        for (JsonNode row : Corpora.rows(Corpora.folder("mail").resolve("header_decode.jsonl"))) {
            String raw = Transfer.latin1(row.path("raw").asString().getBytes(StandardCharsets.UTF_8))
                    .replace("\r", "")
                    .replace("\n", "");
            JsonNode expected = row.path("expect");
            String name = expected.propertyNames().iterator().next();
            String found = switch (name) {
                case "text" -> EncodedWords.decode(raw);
                case "message_id" -> MailThreads.messageId(raw);
                default -> HeaderParameters.parse(raw).get(name);
            };
            check(expected.path(name).asString().equals(found), raw + " -> " + found);
        }
        System.out.println("header strings: " + (facts - wrong.size()) + " of " + facts);
        assertThat(wrong).isEmpty();
    }

    private void consensus(JsonNode row, JsonNode consensus, Path file) throws IOException {
        String id = row.path("id").asString();
        JsonNode asserted = row.path("asserted_by_source");
        try (ReadMail mail = MailReading.read(Files.readAllBytes(file))) {
            if (consensus.has("subject") && !asserted.has("subject")) {
                same(
                        id + " subject",
                        Corpora.collapsed(consensus.path("subject").asString()),
                        Corpora.collapsed(mail.subject()));
            }
            for (String list : List.of("from", "to")) {
                if (consensus.has(list) && !asserted.has(list)) {
                    same(
                            id + " " + list,
                            lower(Corpora.strings(consensus.path(list))),
                            lower(addresses(list.equals("to") ? mail.to() : mail.from())));
                }
            }
            if (consensus.has("message_id") && !asserted.has("message_id")) {
                same(
                        id + " message id",
                        MailThreads.messageId(consensus.path("message_id").asString()),
                        mail.messageId());
            }
            String all = everything(mail);
            for (String fragment : Corpora.strings(consensus.path("body_fragments"))) {
                check(all.contains(bare(fragment)), id + " lacks text: " + fragment);
            }
            if (asserted.has("attachments_count") || asserted.has("attachment_names")) {
                return;
            }
            for (JsonNode attachment : consensus.path("attachments")) {
                boolean there = mail.attachments().stream()
                        .anyMatch(a -> Corpora.collapsed(a.name())
                                        .equals(Corpora.collapsed(
                                                attachment.path("filename").asString(a.name())))
                                && md5s(a).contains(attachment.path("md5").asString()));
                check(there, id + " lacks " + attachment + " in " + names(mail));
            }
        } catch (UnreadableMail e) {
            check(false, id + " unreadable " + e.getCause());
        }
    }

    private void asserted(String id, JsonNode asserted, Path file) throws IOException {
        try (ReadMail mail = MailReading.read(Files.readAllBytes(file))) {
            asserted.propertyStream()
                    .forEach(entry -> fact(id + " " + entry.getKey(), entry.getKey(), entry.getValue(), mail));
        } catch (UnreadableMail e) {
            check(false, id + " unreadable " + e.getCause());
        }
    }

    private void fact(String id, String name, JsonNode expected, ReadMail mail) {
        switch (name) {
            case "subject" -> same(id, Corpora.collapsed(expected.asString()), Corpora.collapsed(mail.subject()));
            case "subject_starts" -> check(mail.subject().startsWith(expected.asString()), id);
            case "from" -> same(id, Corpora.strings(expected), addresses(mail.from()));
            case "to" -> same(id, Corpora.strings(expected), addresses(mail.to()));
            case "cc" -> same(id, Corpora.strings(expected), addresses(mail.cc()));
            case "reply_to" -> same(id, Corpora.strings(expected), addresses(mail.replyTo()));
            case "sender" ->
                same(
                        id,
                        expected.asString(),
                        mail.sender() == null ? null : mail.sender().address());
            case "from_name" ->
                same(id, expected.asString(), mail.from().getFirst().name());
            case "message_id" -> same(id, expected.asString(), mail.messageId());
            case "in_reply_to" -> same(id, expected.isNull() ? null : expected.asString(), mail.inReplyTo());
            case "references" -> same(id, Corpora.strings(expected), mail.references());
            case "date" -> same(id, expected.asString(), String.valueOf(mail.date()));
            case "body_fragments" ->
                Corpora.strings(expected)
                        .forEach(fragment -> check(everything(mail).contains(bare(fragment)), id + " " + fragment));
            case "text_body" ->
                same(id, expected.asString().strip(), mail.text().strip());
            case "html_body" ->
                same(
                        id,
                        expected.asString().strip(),
                        mail.html() == null ? null : mail.html().strip());
            case "text_body_ends" -> check(mail.text().stripTrailing().endsWith(expected.asString()), id);
            case "html_body_ends" ->
                check(mail.html() != null && mail.html().stripTrailing().endsWith(expected.asString()), id);
            case "attachments_count" ->
                same(id, expected.asInt(), mail.attachments().size());
            case "attachment_names" ->
                check(names(mail).containsAll(Corpora.strings(expected)), id + " " + names(mail) + " not " + expected);
            case "attachment_sizes" ->
                same(
                        id,
                        expected.valueStream().map(JsonNode::asLong).toList(),
                        mail.attachments().stream().map(MailAttachment::size).toList());
            case "cids" ->
                same(
                        id,
                        expected.valueStream()
                                .map(cid -> cid.isNull() ? null : cid.asString())
                                .toList(),
                        mail.attachments().stream()
                                .map(MailAttachment::contentId)
                                .toList());
            case "types" ->
                same(
                        id,
                        Corpora.strings(expected),
                        mail.attachments().stream()
                                .map(MailAttachment::contentType)
                                .toList());
            case "dispositions" ->
                same(
                        id,
                        Corpora.strings(expected),
                        mail.attachments().stream()
                                .map(a -> a.inline() ? "inline" : "attachment")
                                .toList());
            case "bounce" -> bounce(id, expected, mail);
            case "leaves" -> leaves(id, expected, mail);
            default -> {}
        }
    }

    private void bounce(String id, JsonNode expected, ReadMail mail) {
        MailKind kind = MailKind.of(mail, Set.of(), "fourleaf");
        if (!(kind instanceof MailKind.Bounced bounced)) {
            check(false, id + " is " + kind);
            return;
        }
        Bounce first = bounced.bounces().getFirst();
        check(first.hard() == expected.path("permanent").asBoolean(first.hard()), id + " hard " + first);
        check(
                expected.path("recipient")
                        .asString(String.valueOf(first.recipient()))
                        .equals(String.valueOf(first.recipient())),
                id + " recipient " + first);
        check(
                expected.path("status").asString(String.valueOf(first.status())).equals(String.valueOf(first.status())),
                id + " status " + first);
    }

    /** Each leaf must be found again: as an attachment byte for byte, or as words in the body. */
    private void leaves(String id, JsonNode leaves, ReadMail mail) {
        Set<String> sums = new HashSet<>();
        StringBuilder words = new StringBuilder(everything(mail));
        gather(mail, sums, words, 0);
        for (JsonNode leaf : leaves) {
            boolean empty = leaf.path("size").asInt() == 0;
            // What is no UTF-8 stands there as U+FFFD; what is uuencoded is a file with us.
            String start = bare(leaf.path("text_start").asString("").split("\uFFFD|begin [0-7]{3} ", 2)[0]);
            boolean found = empty
                    || sums.contains(leaf.path("md5").asString())
                    || sums.contains(leaf.path("md5_lf_trimmed").asString())
                    || leaf.path("text_start").asString("").isBlank()
                    || words.indexOf(start) >= 0
                    || words.indexOf(start.replaceAll("<[^<]*?(?:>|$)|<$", "")) >= 0;
            check(found, id + " lacks leaf " + leaf);
        }
    }

    private static void gather(ReadMail mail, Set<String> sums, StringBuilder words, int depth) {
        for (MailAttachment attachment : mail.attachments()) {
            sums.addAll(md5s(attachment));
            byte[] bytes = bytes(attachment);
            words.append(' ')
                    .append(bare(new String(bytes, 0, Math.min(bytes.length, 100_000), StandardCharsets.UTF_8)));
            if (attachment.contentType().startsWith("message/") && depth < 5) {
                try (ReadMail inner = MailReading.read(bytes)) {
                    words.append(' ').append(everything(inner));
                    gather(inner, sums, words, depth + 1);
                } catch (UnreadableMail e) {
                    throw new AssertionError(e);
                }
            }
        }
    }

    private static Set<String> md5s(MailAttachment attachment) {
        byte[] bytes = bytes(attachment);
        byte[] lf = Transfer.latin1(bytes).replace("\r\n", "\n").stripTrailing().getBytes(StandardCharsets.ISO_8859_1);
        byte[] lfOnly = Transfer.latin1(bytes).replace("\r\n", "\n").getBytes(StandardCharsets.ISO_8859_1);
        return Set.copyOf(new HashSet<>(List.of(md5(bytes), md5(lf), md5(lfOnly))));
    }

    private static byte[] bytes(MailAttachment attachment) {
        try (InputStream in = attachment.content().open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String md5(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static String everything(ReadMail mail) {
        String html = mail.html();
        return bare(mail.text()) + " " + (html == null ? "" : bare(HtmlText.toText(html)) + " " + bare(html));
    }

    /** Without white space and quote marks, which programs set as they like. */
    private static String bare(String text) {
        return text.replaceAll("[\\s\u00a0]+", "");
    }

    private static List<String> names(ReadMail mail) {
        return mail.attachments().stream().map(MailAttachment::name).toList();
    }

    private static List<String> addresses(List<MailAddress> list) {
        return list.stream().map(MailAddress::address).toList();
    }

    private static List<String> lower(List<String> list) {
        return list.stream()
                .map(text -> text.toLowerCase(Locale.ROOT))
                .distinct()
                .sorted()
                .toList();
    }

    private void same(String id, @Nullable Object expected, @Nullable Object found) {
        check(Objects.equals(expected, found), id + ": expected " + expected + " found " + found);
    }

    private void check(boolean right, String what) {
        facts++;
        if (!right) {
            wrong.add(what.length() > 400 ? what.substring(0, 400) : what);
        }
    }
}

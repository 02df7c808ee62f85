package org.fourleaf.mailreading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.fourleaf.mailreading.MimePart.RawHeader;
import org.fourleaf.platform.html.HtmlText;
import org.jspecify.annotations.Nullable;

/** Sorts the leaves of a mail into what is shown as its body, what is attached and what is a delivery report. */
final class MailParts {
    /** A text part beyond this is attached whole, its start is shown. */
    private static final int TEXT_BYTES_MAX = 4 * 1024 * 1024;

    private static final int REPORT_BYTES_MAX = 64 * 1024;
    private static final int TNEF_BYTES_MAX = 64 * 1024 * 1024;
    private static final Set<String> SHOWN_TYPES = Set.of(
            "text/plain", "text/html", "text/enriched", "text/richtext", "text", "text/x-amp-html", "text/watch-html");
    private static final Set<String> SIGNATURE_TYPES = Set.of(
            "application/pgp-signature",
            "application/pkcs7-signature",
            "application/x-pkcs7-signature",
            "application/pgp-encrypted");

    /** An attachment before its place in the HTML is known. */
    record Attached(
            @Nullable String name,
            String type,
            PartStore.Stored stored,
            @Nullable String contentId,
            boolean calendar) {}

    final List<Attached> attachments = new ArrayList<>();
    final StringBuilder deliveryStatus = new StringBuilder();
    final StringBuilder returned = new StringBuilder();
    List<RawHeader> headers = List.of();
    /** The charset of the first text, the best guess for headers without one. */
    @Nullable
    String charset;

    String preamble = "";
    boolean whole = true;
    private final PartStore store;
    private final Deque<Multipart> open = new ArrayDeque<>();
    private final Multipart root = new Multipart("mixed", false);

    private record Multipart(String subtype, boolean report, List<BodySection> shown) {
        Multipart(String subtype, boolean report) {
            this(subtype, report, new ArrayList<>());
        }
    }

    MailParts(PartStore store) {
        this.store = store;
    }

    List<BodySection> shown() {
        return root.shown();
    }

    /** Words before the first part; they count when the parts have none. */
    void preamble(byte[] bytes) {
        String words = MailCharsets.decode(bytes, charset);
        boolean forOldPrograms =
                words.length() < 200 && words.toLowerCase(Locale.ROOT).matches("(?s).*(?:mime|multi-?part).*");
        if (preamble.isBlank() && !forOldPrograms) {
            preamble = words;
        }
    }

    void startMultipart(MimePart part) {
        String kind = part.contentType().get("report-type");
        boolean report = part.type().equals("multipart/report") && (kind == null || !kind.contains("feedback"));
        open.addFirst(new Multipart(part.type().substring("multipart/".length()), report));
    }

    void endMultipart() {
        Multipart ended = open.removeFirst();
        List<BodySection> shown = inner().shown();
        if (ended.subtype().equals("alternative")) {
            BodySection.oneOf(ended.shown()).ifPresent(shown::add);
        } else if (inner().subtype().equals("alternative")) {
            BodySection.together(ended.shown()).ifPresent(shown::add);
        } else {
            shown.addAll(ended.shown());
        }
    }

    private Multipart inner() {
        return open.isEmpty() ? root : open.getFirst();
    }

    /** Takes a leaf; stray are the lines among its headers that are none, and so probably words. */
    void leaf(MimePart part, String stray, InputStream body) throws IOException {
        String type = part.type();
        if (inReport() && isReport(type)) {
            report(type, body);
        } else if (isTnef(part)) {
            tnef(part, body);
        } else if (isShown(part)) {
            text(part, stray, body);
        } else if (SIGNATURE_TYPES.contains(type) && part.name() == null) {
            body.skipNBytes(0);
        } else {
            attach(part, body);
        }
    }

    private boolean inReport() {
        return open.stream().anyMatch(Multipart::report);
    }

    private static boolean isReport(String type) {
        return type.startsWith("message/") || type.equals("text/rfc822-headers");
    }

    private void report(String type, InputStream body) throws IOException {
        String text = MailCharsets.decode(body.readNBytes(REPORT_BYTES_MAX), null);
        StringBuilder into =
                type.contains("status") || type.contains("disposition-notification") ? deliveryStatus : returned;
        if (into.length() < REPORT_BYTES_MAX) {
            into.append(text).append('\n');
        }
    }

    private boolean isShown(MimePart part) {
        if (!SHOWN_TYPES.contains(part.type()) || part.isAttached()) {
            return false;
        }
        // A named text is a file, except where it can only be the body.
        return part.name() == null || inner().subtype().equals("alternative") || open.isEmpty();
    }

    private void text(MimePart part, String stray, InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(TEXT_BYTES_MAX + 1);
        if (bytes.length > TEXT_BYTES_MAX) {
            attach(part, new SequenceInputStream(new ByteArrayInputStream(bytes), body));
        }
        boolean html = part.type().equals("text/html");
        String label = part.charset();
        if (html && label == null) {
            label = HtmlText.declaredCharset(bytes);
        }
        if (charset == null) {
            charset = label;
        }
        String text = MailCharsets.decode(bytes, label);
        if (!stray.isBlank()) {
            text = (html ? HtmlText.fromText(stray) : stray) + "\n" + text;
        }
        if (html) {
            inner().shown().add(new BodySection(null, text));
        } else if (part.type().equals("text/plain") || part.type().equals("text")) {
            boolean flowed = "flowed".equalsIgnoreCase(part.contentType().get("format"));
            boolean delSp = "yes".equalsIgnoreCase(part.contentType().get("delsp"));
            plain(flowed ? FlowedText.unfold(text, delSp) : text);
        } else if (!inner().subtype().equals("alternative")) {
            inner().shown().add(new BodySection(HtmlText.toText(text), null));
        }
    }

    private void plain(String text) throws IOException {
        UuFiles files = UuFiles.cutFrom(text);
        for (UuFiles.UuFile file : files.files()) {
            attachments.add(
                    new Attached(file.name(), "application/octet-stream", store.store(file.bytes()), null, false));
        }
        inner().shown().add(new BodySection(files.text(), null));
    }

    private void attach(MimePart part, InputStream body) throws IOException {
        PartStore.Stored stored = store.store(body);
        boolean calendar =
                part.type().equals("text/calendar") && inner().subtype().equals("alternative");
        String name = part.name();
        if (name == null && part.type().equals("message/rfc822")) {
            name = EmbeddedSubject.of(stored.content());
        }
        attachments.add(new Attached(name, part.type(), stored, part.contentId(), calendar && part.name() == null));
    }

    private static boolean isTnef(MimePart part) {
        String name = part.name();
        return part.type().equals("application/ms-tnef")
                || part.type().equals("application/vnd.ms-tnef")
                || "winmail.dat".equalsIgnoreCase(name);
    }

    private void tnef(MimePart part, InputStream body) throws IOException {
        PartStore.Stored stored = store.store(body);
        Tnef tnef = stored.size() > TNEF_BYTES_MAX
                ? Tnef.UNREADABLE
                : Tnef.read(PartStore.bytes(stored.content(), TNEF_BYTES_MAX));
        for (Tnef.TnefFile file : tnef.files()) {
            attachments.add(new Attached(file.name(), file.type(), store.store(file.bytes()), file.contentId(), false));
        }
        boolean bodyless = root.shown().isEmpty() && inner().shown().isEmpty();
        if (bodyless && (tnef.html() != null || tnef.text() != null)) {
            inner().shown().add(new BodySection(tnef.text(), tnef.html()));
        }
        if (tnef.rtf().length > 0) {
            attachments.add(new Attached("body.rtf", "application/rtf", store.store(tnef.rtf()), null, false));
        }
        if (!bodyless && tnef.html() != null) {
            attachments.add(new Attached(
                    "body.html",
                    "text/html",
                    store.store(tnef.html().getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                    null,
                    false));
        }
        if (!tnef.whole()) {
            attachments.add(new Attached(part.name(), part.type(), stored, null, false));
        }
    }
}

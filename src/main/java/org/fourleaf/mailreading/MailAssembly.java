package org.fourleaf.mailreading;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.fourleaf.mailreading.MailHeaders.MailHeader;
import org.fourleaf.mailreading.MailParts.Attached;
import org.fourleaf.mailreading.MimePart.RawHeader;
import org.jspecify.annotations.Nullable;

/** Makes the {@link ReadMail} of what the walk through its parts has found. */
final class MailAssembly {
    private static final int CONTENT_ID_CHARS_MAX = 500;
    private static final int CONTENT_IDS_MAX = 2000;
    private static final int TEXT_CHARS_MAX = 4 * 1024 * 1024;

    private final MailParts parts;
    private final PartStore store;
    private final java.nio.charset.@Nullable Charset otherwise;

    MailAssembly(MailParts parts, PartStore store) {
        this.parts = parts;
        this.store = store;
        this.otherwise = MailCharsets.named(parts.charset);
    }

    ReadMail mail() {
        String html = BodySection.htmlOf(parts.shown());
        String text = BodySection.textOf(parts.shown()).replace("\r\n", "\n");
        if (text.isBlank() && html == null) {
            // A report without words of its own, or words that stand where old programs look.
            String report = parts.deliveryStatus.toString();
            text = (report.isBlank() ? parts.preamble : report).replace("\r\n", "\n");
        }
        List<MailAddress> sender = addresses("sender");
        return new ReadMail(
                decoded(raw("subject")),
                addresses("from"),
                sender.isEmpty() ? null : sender.getFirst(),
                addresses("reply-to"),
                addresses("to"),
                addresses("cc"),
                MailDates.parse(raw("date")),
                MessageIds.one(letters(raw("message-id"))),
                MessageIds.one(letters(raw("in-reply-to"))),
                List.copyOf(MessageIds.list(letters(MimePart.first(parts.headers, "references")))),
                text.length() > TEXT_CHARS_MAX ? text.substring(0, TEXT_CHARS_MAX) : text,
                html,
                attachments(html),
                new MailHeaders(parts.headers.stream()
                        .map(header -> new MailHeader(header.name(), decoded(header.value())))
                        .toList()),
                new DeliveryReport(parts.deliveryStatus.toString(), parts.returned.toString()),
                parts.whole,
                store);
    }

    private @Nullable String raw(String name) {
        String last = null;
        for (RawHeader header : parts.headers) {
            last = header.name().equals(name) ? header.value() : last; // as most programs read doubled headers
        }
        return last;
    }

    private @Nullable String letters(@Nullable String raw) {
        return raw == null ? null : MailCharsets.decode(raw.getBytes(StandardCharsets.ISO_8859_1), null, otherwise);
    }

    private String decoded(@Nullable String raw) {
        return raw == null ? "" : MailNames.line(EncodedWords.decode(raw, otherwise));
    }

    private List<MailAddress> addresses(String name) {
        List<MailAddress> found = new ArrayList<>();
        for (RawHeader header : parts.headers) {
            if (header.name().equals(name)) {
                if (!name.equals("to") && !name.equals("cc")) {
                    found.clear();
                }
                found.addAll(MailAddresses.parse(header.value(), otherwise));
            }
        }
        return List.copyOf(found);
    }

    private List<MailAttachment> attachments(@Nullable String html) {
        Set<String> shown = html == null ? Set.of() : contentIds(html);
        boolean otherCalendar = parts.attachments.stream().anyMatch(a -> !a.calendar() && isCalendar(a));
        List<MailAttachment> attachments = new ArrayList<>();
        for (Attached attached : parts.attachments) {
            if (attached.calendar() && otherCalendar) {
                continue; // the same invitation comes as a file too
            }
            String id = attached.contentId();
            attachments.add(new MailAttachment(
                    MailNames.file(attached.name(), attached.type(), attachments.size() + 1),
                    MailNames.line(attached.type()),
                    attached.stored().size(),
                    id,
                    id != null && shown.contains(id.toLowerCase(Locale.ROOT)),
                    attached.stored().content()));
        }
        return List.copyOf(attachments);
    }

    private static boolean isCalendar(Attached attached) {
        String name = attached.name() == null ? "" : attached.name().toLowerCase(Locale.ROOT);
        return attached.type().equals("text/calendar")
                || attached.type().equals("application/ics")
                || name.endsWith(".ics");
    }

    private static Set<String> contentIds(String html) {
        Set<String> ids = new HashSet<>();
        String lower = html.toLowerCase(Locale.ROOT);
        int end = 0;
        for (int at = lower.indexOf("cid:"); at >= 0 && ids.size() < CONTENT_IDS_MAX; at = lower.indexOf("cid:", end)) {
            end = at + 4;
            while (end < lower.length()
                    && end - at < CONTENT_ID_CHARS_MAX
                    && "\"'<> )&\t\r\n".indexOf(lower.charAt(end)) < 0) {
                end++;
            }
            ids.add(Transfer.latin1(Transfer.percent(lower.substring(at + 4, end))));
        }
        return ids;
    }
}

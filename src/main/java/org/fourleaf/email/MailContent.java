package org.fourleaf.email;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.mailreading.MailAttachment;
import org.fourleaf.mailreading.MailReading;
import org.fourleaf.mailreading.QuoteSplitting;
import org.fourleaf.mailreading.ReadMail;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.blobs.Blobs;
import org.fourleaf.platform.html.HtmlCleaning;
import org.fourleaf.tickets.Attachment;
import org.fourleaf.tickets.AttachmentAdding;
import org.fourleaf.tickets.Content;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes what a read mail says into a message's content, and its files into attachments. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class MailContent {

    private static final String RAW_NAME = "mail.eml";
    private static final String RAW_TYPE = "message/rfc822";

    /** Longer HTML is kept in the raw mail; its words are shown. */
    private static final int HTML_CHARS_MAX = 2_000_000;

    /** A content with the files it came with. */
    record Made(Content content, List<UUID> attachments) {}

    private final Blobs blobs;
    private final AttachmentAdding adding;

    MailContent(Blobs blobs, AttachmentAdding adding) {
        this.blobs = blobs;
        this.adding = adding;
    }

    Made of(Actor by, Intake intake, ReadMail mail) throws IOException {
        List<UUID> attachments = new ArrayList<>();
        Map<String, String> inline = new HashMap<>();
        for (MailAttachment file : mail.attachments()) {
            Blobs.Blob blob;
            try (InputStream content = file.content().open()) {
                blob = blobs.write(by.workspace(), content, MailReading.MAIL_BYTES_MAX);
            }
            UUID id = adding.add(by, Texts.clean(file.name()), Texts.clean(file.contentType()), blob, file.inline());
            attachments.add(id);
            if (file.contentId() != null) {
                inline.putIfAbsent(file.contentId().toLowerCase(Locale.ROOT), Attachment.urlOf(id));
            }
        }
        String html = mail.html();
        boolean cut = mail.text().length() > Limits.TEXT_LENGTH_MAX || (html != null && html.length() > HTML_CHARS_MAX);
        if (cut || !mail.whole()) {
            attachments.add(raw(by, intake));
        }
        Content content = html == null || html.length() > HTML_CHARS_MAX ? ofText(mail) : ofHtml(mail, html, inline);
        return new Made(content, attachments);
    }

    /** The mail as it came, as a file of the message. */
    UUID raw(Actor by, Intake intake) {
        return adding.add(by, RAW_NAME, RAW_TYPE, new Blobs.Blob(intake.hash(), intake.size()), false);
    }

    private static Content ofText(ReadMail mail) {
        String text = bounded(mail.text());
        QuoteSplitting.SplitText split = QuoteSplitting.text(text, mail.subject());
        String folded = split.quoted();
        if (!split.signature().isBlank()) {
            folded = folded.isBlank() ? split.signature() : folded + "\n\n" + split.signature();
        }
        boolean parted = !split.fresh().isBlank() && !folded.isBlank();
        return new Content(text, parted ? split.fresh() : null, parted ? folded : null, null, null, null, false);
    }

    private static Content ofHtml(ReadMail mail, String html, Map<String, String> inline) {
        HtmlCleaning.CleanHtml whole = clean(html, inline);
        QuoteSplitting.SplitHtml split = QuoteSplitting.html(html, mail.subject());
        boolean parted = !split.fresh().isBlank() && !split.quotedHtml().isBlank();
        return new Content(
                bounded(mail.text()),
                parted ? bounded(split.fresh()) : null,
                parted ? bounded(split.quoted()) : null,
                whole.html(),
                parted ? clean(split.freshHtml(), inline).html() : null,
                parted ? clean(split.quotedHtml(), inline).html() : null,
                whole.hasRemoteContent());
    }

    private static HtmlCleaning.CleanHtml clean(String html, Map<String, String> inline) {
        return HtmlCleaning.clean(Texts.clean(html), id -> urlOf(inline, id));
    }

    private static @Nullable String urlOf(Map<String, String> inline, String contentId) {
        return inline.get(contentId.toLowerCase(Locale.ROOT));
    }

    private static String bounded(String text) {
        return Texts.cut(Texts.clean(text), Limits.TEXT_LENGTH_MAX);
    }
}

package org.fourleaf.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.log.Log;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The audit log as a file, page by page, in constant memory. */
@Component
class AuditFile {

    private static final int PAGE_LINES = 200;

    enum Format {
        CSV("text/csv; charset=utf-8"),
        NDJSON("application/x-ndjson");

        private final String type;

        Format(String type) {
            this.type = type;
        }

        String type() {
            return type;
        }

        String stored() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Format named(String name) {
            for (Format format : values()) {
                if (format.stored().equals(name)) {
                    return format;
                }
            }
            throw Refusal.malformed("format", "This must be csv or ndjson.");
        }
    }

    private final AuditQuery audit;
    private final JsonMapper json;
    private final Log log;

    AuditFile(AuditQuery audit, JsonMapper json, Log log) {
        this.audit = audit;
        this.json = json;
        this.log = log;
    }

    @Transactional
    public void begin(Actor by, Format format) {
        by.mustHave(Permission.AUDIT_READ);
        log.write(by, new AuditExported(format.stored()));
    }

    void write(Actor by, AuditFilter filter, Format format, OutputStream out) throws IOException {
        if (format == Format.CSV) {
            line(out, "seq,at,by_kind,by,action,subject_kind,subject,detail");
        }
        @Nullable String cursor = null;
        do {
            Page<AuditLine> page = audit.page(by, filter, new Slice(PAGE_LINES, cursor));
            for (AuditLine one : page.items()) {
                line(out, format == Format.CSV ? csv(one) : json.writeValueAsString(one));
            }
            cursor = page.next();
        } while (cursor != null);
    }

    private static String csv(AuditLine line) {
        AuditLine.Subject subject = line.subject();
        return Stream.of(
                        line.seq(),
                        line.at(),
                        line.by().kind(),
                        line.by().name(),
                        line.action(),
                        subject == null ? null : subject.kind(),
                        subject == null ? null : subject.name(),
                        line.detail())
                .map(cell -> cell(cell == null ? "" : String.valueOf(cell)))
                .collect(Collectors.joining(","));
    }

    /** Quoted, and never a formula to a spreadsheet. */
    private static String cell(String text) {
        String safe = text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }

    private static void line(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }
}

package org.fourleaf.imports;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Moving out over HTTP: the same lines that move in, streamed. */
@RestController
@RequestMapping("/api/v1/exports")
class ExportController {

    private static final Logger LOG = LoggerFactory.getLogger(ExportController.class);
    private static final int BUFFER_BYTES = 64 * 1024;
    /** Jetty's word for cutting the connection, so that half a file is not taken for a whole one. */
    private static final int CUT_OFF = -1;

    private final Exporting exporting;

    ExportController(Exporting exporting) {
        this.exporting = exporting;
    }

    /** @param from of activities only, like {@code to}: an instant, or a date in UTC */
    @GetMapping("/{kind}")
    void export(
            Actor by,
            @PathVariable String kind,
            @Nullable @RequestParam(required = false) String from,
            @Nullable @RequestParam(required = false) String to,
            HttpServletResponse response)
            throws IOException {
        ImportKind wanted = ImportKind.named(kind);
        Outlet.Range range = new Outlet.Range(moment("from", from), moment("to", to));
        exporting.begin(by, wanted);
        response.setContentType(ImportController.NDJSON);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + wanted.json() + ".ndjson\"");
        OutputStream out = new BufferedOutputStream(response.getOutputStream(), BUFFER_BYTES);
        try {
            exporting.write(by, wanted, range, out);
            out.flush();
        } catch (RuntimeException e) {
            LOG.error("An export of {} broke off", wanted.json(), e);
            response.sendError(CUT_OFF);
        }
    }

    private static @Nullable Instant moment(String name, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw Refusal.malformed(name, "This must be a time such as 2026-03-02T09:15:00Z, or a date.");
        }
    }
}

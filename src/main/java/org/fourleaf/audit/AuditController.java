package org.fourleaf.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.fourleaf.people.Agents;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The audit log over HTTP. */
@RestController
@RequestMapping("/api/v1/audit")
class AuditController {

    private static final Logger LOG = LoggerFactory.getLogger(AuditController.class);
    private static final int BUFFER_BYTES = 64 * 1024;
    /** Jetty's word for cutting the connection, so that half a file is not taken for a whole one. */
    private static final int CUT_OFF = -1;

    private final AuditQuery audit;
    private final AuditVerifying verifying;
    private final AuditFile file;
    private final Agents agents;

    AuditController(AuditQuery audit, AuditVerifying verifying, AuditFile file, Agents agents) {
        this.audit = audit;
        this.verifying = verifying;
        this.file = file;
        this.agents = agents;
    }

    /**
     * Newest first.
     *
     * @param who an agent's id or e-mail address
     * @param kind one or several, by comma
     * @param from an instant, or a date in UTC, like {@code to}
     */
    @GetMapping
    Page<AuditLine> list(
            Actor by,
            @Nullable @RequestParam(required = false) String who,
            @Nullable @RequestParam(required = false) String kind,
            @Nullable @RequestParam(required = false) String from,
            @Nullable @RequestParam(required = false) String to,
            Slice slice) {
        return audit.page(by, AuditFilter.of(by, agents, who, kind, from, to), slice);
    }

    @GetMapping("/verification")
    AuditVerifying.Verdict verify(Actor by) {
        return verifying.verify(by);
    }

    @GetMapping("/export")
    void export(
            Actor by,
            @RequestParam(defaultValue = "csv") String format,
            @Nullable @RequestParam(required = false) String who,
            @Nullable @RequestParam(required = false) String kind,
            @Nullable @RequestParam(required = false) String from,
            @Nullable @RequestParam(required = false) String to,
            HttpServletResponse response)
            throws IOException {
        AuditFile.Format wanted = AuditFile.Format.named(format);
        AuditFilter filter = AuditFilter.of(by, agents, who, kind, from, to);
        file.begin(by, wanted);
        response.setContentType(wanted.type());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit." + wanted.stored() + "\"");
        OutputStream out = new BufferedOutputStream(response.getOutputStream(), BUFFER_BYTES);
        try {
            file.write(by, filter, wanted, out);
            out.flush();
        } catch (RuntimeException e) {
            LOG.error("An export of the audit log broke off", e);
            response.sendError(CUT_OFF);
        }
    }
}

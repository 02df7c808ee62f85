package org.fourleaf.platform;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Names the variable an operator knows; Spring Boot's own analyzer would name a property they never set. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class PortTakenAnalyzer extends AbstractFailureAnalyzer<PortInUseException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, PortInUseException cause) {
        StartRefused refusal = StartRefused.portTaken(cause.getPort(), "FOURLEAF_PORT");
        return new FailureAnalysis(refusal.getMessage(), refusal.remedy(), cause);
    }
}

package org.fourleaf.platform.web;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.springframework.boot.jetty.ConfigurableJettyWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What the server itself refuses before any of us sees it, such as an address with a NUL in it, is a problem like all others. */
@Component
class ServerRefusals implements WebServerFactoryCustomizer<ConfigurableJettyWebServerFactory> {

    private static final int MALFORMED = 400;

    private final JsonMapper json;

    ServerRefusals(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void customize(ConfigurableJettyWebServerFactory factory) {
        factory.addServerCustomizers(server -> server.setErrorHandler(new AsProblem()));
    }

    private final class AsProblem extends ErrorHandler {

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            int status = Math.max(MALFORMED, response.getStatus());
            response.setStatus(status);
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.write(true, ByteBuffer.wrap(json.writeValueAsBytes(Diagnosis.ofStatus(status))), callback);
            return true;
        }
    }
}

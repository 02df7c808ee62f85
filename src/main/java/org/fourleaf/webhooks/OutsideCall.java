package org.fourleaf.webhooks;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.web.InsideAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Calls an address that somebody typed. The name is looked up once, here, and the connection goes to an address that was checked, so that a
 * name can't mean one thing when it is checked and another when it is called. Never one of our own networks, unless the operator allows
 * it; no redirects, little time, a bounded answer.
 */
@Component
class OutsideCall implements DisposableBean {

    private static final Duration CONNECTED_WITHIN = Duration.ofSeconds(5);
    private static final Duration SILENT_MAX = Duration.ofSeconds(10);
    /** All of it, however slowly an answer trickles in. */
    private static final Duration DONE_WITHIN = Duration.ofSeconds(20);

    private static final int ANSWER_BYTES_MAX = 2_000;
    private static final int CONNECTIONS_MAX = 64;
    private static final int CONNECTIONS_PER_PLACE_MAX = 8;

    /** How it went. @param status none when there was no answer */
    record Answer(@Nullable Integer status, String words) {

        boolean isGood() {
            return status != null && status >= 200 && status < 300;
        }

        boolean isGone() {
            return status != null && status == 410;
        }
    }

    private final boolean privateToo;
    private final CloseableHttpClient client;
    private final ScheduledExecutorService deadlines;

    @Autowired
    OutsideCall(@Value("${fourleaf.webhook-private-networks:false}") boolean privateToo) {
        this(privateToo, SystemDefaultDnsResolver.INSTANCE);
    }

    /** @param names who looks names up */
    OutsideCall(boolean privateToo, DnsResolver names) {
        this.privateToo = privateToo;
        client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new Guarded(names, privateToo))
                        .setMaxConnTotal(CONNECTIONS_MAX)
                        .setMaxConnPerRoute(CONNECTIONS_PER_PLACE_MAX)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(CONNECTED_WITHIN))
                                .setSocketTimeout(Timeout.of(SILENT_MAX))
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.of(SILENT_MAX))
                        .setConnectionRequestTimeout(Timeout.of(CONNECTED_WITHIN))
                        .setRedirectsEnabled(false)
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .setUserAgent("Fourleaf")
                .build();
        deadlines = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("webhook-deadlines").factory());
    }

    /** Whether such an address may be called at all; what its name means is asked when it is called. */
    boolean isCallable(String url) {
        try {
            URI uri = URI.create(url);
            String host = uri.getHost();
            boolean known = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            return known && host != null && uri.getUserInfo() == null && uri.getFragment() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    Answer post(String url, Map<String, String> headers, String body) {
        if (!isCallable(url)) {
            return new Answer(null, "This is no address that can be called.");
        }
        HttpPost request = new HttpPost(URI.create(url));
        headers.forEach(request::setHeader);
        request.setEntity(new ByteArrayEntity(body.getBytes(StandardCharsets.UTF_8), ContentType.APPLICATION_JSON));
        ScheduledFuture<?> deadline =
                deadlines.schedule(request::cancel, DONE_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return client.execute(request, response -> read(request, response));
        } catch (IOException | IllegalStateException e) {
            String why = e instanceof OurOwn ? e.getMessage() : e.getClass().getSimpleName() + ": " + e.getMessage();
            return new Answer(null, Texts.cut(Texts.clean(String.valueOf(why)), ANSWER_BYTES_MAX));
        } finally {
            deadline.cancel(false);
        }
    }

    /** Reads no more than is kept: the rest is never fetched. */
    private static Answer read(HttpPost request, ClassicHttpResponse response) throws IOException {
        int status = response.getCode();
        if (response.getEntity() == null) {
            return new Answer(status, "");
        }
        byte[] start;
        try (InputStream in = response.getEntity().getContent()) {
            start = in.readNBytes(ANSWER_BYTES_MAX);
            if (start.length == ANSWER_BYTES_MAX) {
                request.cancel();
            }
        } catch (IOException e) {
            return new Answer(status, "");
        }
        return new Answer(status, Texts.clean(new String(start, StandardCharsets.UTF_8)));
    }

    @Override
    public void destroy() throws IOException {
        deadlines.shutdownNow();
        client.close();
    }

    boolean callsInside() {
        return privateToo;
    }

    /** A name that means an address of our own networks. */
    private static final class OurOwn extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        OurOwn(String host) {
            super(host + " is an address of our own networks; the desk does not call there.");
        }
    }

    /** One bad address among good ones is enough to refuse all: nobody has both for a good reason. */
    private record Guarded(DnsResolver names, boolean privateToo) implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            InetAddress[] found = names.resolve(host);
            if (!privateToo && Arrays.stream(found).anyMatch(InsideAddress::is)) {
                throw new OurOwn(host);
            }
            return found;
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}

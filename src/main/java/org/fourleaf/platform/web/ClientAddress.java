package org.fourleaf.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

/**
 * Where a request really comes from. What a proxy says of its client counts only from a trusted proxy, by default one on this machine;
 * from anybody else the header is a lie somebody typed.
 */
@Component
public class ClientAddress {

    private static final int HOPS_MAX = 20;
    private static final int FORWARDED_LENGTH_MAX = 1_000;

    private final List<IpAddressMatcher> trustedProxies;

    ClientAddress(@Value("${fourleaf.trusted-proxies:127.0.0.0/8,::1}") List<String> trustedProxies) {
        this.trustedProxies = trustedProxies.stream()
                .map(String::strip)
                .map(IpAddressMatcher::new)
                .toList();
    }

    /** The address nearest to us that is no trusted proxy. */
    public String of(HttpServletRequest request) {
        String nearest = plain(request.getRemoteAddr());
        String forwarded = request.getHeader("X-Forwarded-For");
        if (forwarded == null || forwarded.length() > FORWARDED_LENGTH_MAX || !isTrusted(nearest)) {
            return nearest;
        }
        List<String> hops = Arrays.asList(forwarded.split(",", HOPS_MAX)).reversed();
        for (String hop : hops) {
            String address = plain(hop.strip());
            if (!isAddress(address)) {
                return nearest;
            }
            nearest = address;
            if (!isTrusted(address)) {
                return address;
            }
        }
        return nearest;
    }

    /** Whether the browser speaks TLS, to us or to the proxy before us. */
    public static boolean isSecure(HttpServletRequest request) {
        return request.isSecure() || "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
    }

    /** Whether one of the addresses or networks (such as {@code 10.1.0.0/16}) holds the address. */
    public static boolean isIn(List<String> networks, String address) {
        return networks.stream().anyMatch(network -> new IpAddressMatcher(network).matches(address));
    }

    public static boolean isLoopback(String address) {
        return isAddress(address) && InetAddress.ofLiteral(address).isLoopbackAddress();
    }

    /** Whether it is an address or a network with its length, and no name: nothing is ever looked up. */
    public static boolean isNetwork(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return isAddress(text);
        }
        try {
            new IpAddressMatcher(text);
            return isAddress(text.substring(0, slash));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isAddress(String text) {
        try {
            return !text.isEmpty() && InetAddress.ofLiteral(text) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private boolean isTrusted(String address) {
        return trustedProxies.stream().anyMatch(proxy -> proxy.matches(address));
    }

    /** Without the brackets and the zone that IPv6 literals may carry. */
    private static String plain(@Nullable String address) {
        if (address == null) {
            return "";
        }
        String bare =
                address.startsWith("[") && address.endsWith("]") ? address.substring(1, address.length() - 1) : address;
        int zone = bare.indexOf('%');
        return zone < 0 ? bare : bare.substring(0, zone);
    }
}

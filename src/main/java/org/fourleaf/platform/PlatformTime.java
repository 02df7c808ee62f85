package org.fourleaf.platform;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clock everybody asks; tests bring their own. */
@Configuration(proxyBeanMethods = false)
class PlatformTime {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}

package org.fourleaf;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/**
 * A test of the whole application over HTTP and on a real PostgreSQL. All such tests share one application; each class asks
 * {@link Worlds} for a workspace of its own, so that they don't meet.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(Worlds.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public @interface InFourleaf {}
